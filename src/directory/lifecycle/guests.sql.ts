/** Which users end by themselves, as far as they are guests; and who answers for them. */
import { usersInOrder } from '../lock-user.sql.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { homeUser } from '../../store/relations.sql.ts'
import { queueMails } from '../../mail/outbox.ts'
import type { LifecycleTold } from '../../mail/letters.ts'
import { namedOrganization } from '../organization.sql.ts'
import { receiptColumns, type ReceiptFacts } from '../users/receipt.ts'

export type Which = { readonly tenantId: TenantId; readonly userId: UserId }

/** Whether a user `u` is a guest whose home is elsewhere: nobody loses their home by this. */
export const isGuest: RawBuilder<unknown> = sql`(u.user_type = 'Guest' and
  (select x.home_tenant_id from persons x where x.id = u.person_id) is distinct from u.tenant_id)`

/** Whether somebody was told of the end date of `u` as it is (R133). */
export const endIsTold: RawBuilder<unknown> = sql`(u.end_notice_for is not distinct from u.ends_at)`

/** When an invitation `i` has ended: it was revoked, or its time was over. */
export const invitationEnded: RawBuilder<unknown> = sql`least(coalesce(i.revoked_at, i.expires_at), i.expires_at)`

/** When who never accepted the invitation `i` of the organization `t` is removed (R144). */
export const unacceptedUntil: RawBuilder<unknown> = sql`${invitationEnded} + t.unaccepted_guests_days * interval '24 hours'`

/**
 * The users who answer for a user `g`: its sponsors, and of a group that is one, the owners. Live
 * ones, who are let in.
 */
export const answersFor: RawBuilder<unknown> = sql`(
  select s.sponsor_user_id as id from sponsors s
  where s.tenant_id = g.tenant_id and s.user_id = g.id and s.sponsor_user_id is not null
  union
  select o.user_id from sponsors s
  join live_groups sg on sg.tenant_id = s.tenant_id and sg.id = s.sponsor_group_id
  join group_owners o on o.tenant_id = sg.tenant_id and o.group_id = sg.id
  where s.tenant_id = g.tenant_id and s.user_id = g.id)`

type Sponsor = Pick<ReceiptFacts, 'organization' | 'mailbox' | 'readerId' | 'language'> & {
  readonly place: string
  readonly guest: string
}

export type Notice = { readonly which: Which; readonly told: LifecycleTold }

/** Tells whoever answers for these guests, each of what concerns their guest. */
export const tellSponsors = async (
  tx: Database,
  notices: readonly Notice[],
  now: Date,
): Promise<void> => {
  if (notices.length === 0) return
  const found = await rows(
    tx,
    select<Sponsor>({
      place: sql`k.place::text`,
      guest: 'g.display_name',
      organization: namedOrganization,
      readerId: receiptColumns.readerId,
      language: receiptColumns.language,
      mailbox: receiptColumns.mailbox,
    })`from ${usersInOrder(
      notices.map(({ which }) => which),
      { as: 'g' },
    )}
      cross join lateral ${answersFor} a
      join live_users u on u.tenant_id = g.tenant_id and u.id = a.id and u.account_enabled
      join tenants t on t.id = u.tenant_id
      left join persons p on p.id = u.person_id left join ${homeUser()}`,
  )
  const mails = found.flatMap(({ place, guest, organization, readerId, language, mailbox }) => {
    const one = notices[Number(place) - 1]
    if (one === undefined || mailbox === null) return []
    const letter = { kind: 'guestLifecycle', values: { organization, guest, ...one.told } } as const
    return [{ recipient: mailbox, readerId, language, about: one.which, letter }]
  })
  await queueMails(tx, mails, now)
}
