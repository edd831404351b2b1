/** A mail to a person about a change of their standing in an organization that they did not make themselves (R128). */
import type { TenantId, UserId } from '../kernel/ids.ts'
import { queueMail } from '../mail/outbox.ts'
import { firstRow, sql, type Database } from '../store/database.ts'
import { receiptColumns, type ReceiptFacts } from './receipt.ts'
import { toldWords, type Told, type ToldFacts } from './told-words.ts'

type Which = { readonly tenantId: TenantId; readonly userId: UserId }

/** Tells the person of a user, live or deleted, in the transaction of the change; nothing when they cannot be reached. */
export const tellPerson = async (tx: Database, { tenantId, userId }: Which, told: Told, now: Date): Promise<void> => {
  const facts = await firstRow(
    tx,
    sql<ReceiptFacts & ToldFacts>`
      select ${receiptColumns}, t.external_users_may_leave as "mayLeave", t.state <> 'active' as closed, p.home_tenant_id = u.tenant_id as "isHome"
      from (select * from live_users where tenant_id = ${tenantId} and id = ${userId}
        union all select * from deleted_users where tenant_id = ${tenantId} and id = ${userId}) u
      join tenants t on t.id = u.tenant_id left join persons p on p.id = u.person_id
      left join live_users h on h.tenant_id = p.home_tenant_id and h.person_id = p.id`,
  )
  if (facts === undefined || facts.mailbox === null) return
  const { subject, lines } = toldWords(told, facts)
  const contact = facts.privacyContact === null ? [] : ['', `Questions about your data at ${facts.organizationName}:`, facts.privacyContact]
  await queueMail(tx, { recipient: facts.mailbox, subject, body: [...lines, ...contact].join('\n'), about: { tenantId, userId } }, now)
}
