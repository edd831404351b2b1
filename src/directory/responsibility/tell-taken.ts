/** Tells a colleague that they answer for a guest now, in the transaction of the change. */
import type { UserId } from '../../kernel/ids.ts'
import { queueMail } from '../../mail/outbox.ts'
import type { NamedOrganization } from '../../mail/letters.ts'
import { select } from '../../store/columns.ts'
import { firstRow, type Database } from '../../store/database.ts'
import { homeUser } from '../../store/relations.sql.ts'
import { namedOrganization } from '../organization.sql.ts'
import { receiptColumns, type ReceiptFacts } from '../users/receipt.ts'
import type { Which } from './guests.sql.ts'

type Facts = Pick<ReceiptFacts, 'mailbox' | 'readerId' | 'language'> & {
  readonly organization: NamedOrganization
  readonly guest: string
}

export const tellTaken = async (
  tx: Database,
  which: Which,
  colleagueId: UserId,
  now: Date,
): Promise<void> => {
  const { tenantId, userId } = which
  const facts = await firstRow(
    tx,
    select<Facts>({
      guest: 'g.display_name',
      organization: namedOrganization,
      readerId: receiptColumns.readerId,
      language: receiptColumns.language,
      mailbox: receiptColumns.mailbox,
    })`from live_users g join live_users u on u.tenant_id = g.tenant_id and u.id = ${colleagueId}
      join tenants t on t.id = u.tenant_id
      left join persons p on p.id = u.person_id left join ${homeUser()}
      where g.tenant_id = ${tenantId} and g.id = ${userId}`,
  )
  if (facts === undefined || facts.mailbox === null) return
  const { organization, guest, mailbox, readerId, language } = facts
  const letter = { kind: 'guestPassedOn', values: { organization, guest } } as const
  await queueMail(tx, { recipient: mailbox, readerId, language, about: which, letter }, now)
}
