/** Counting invitations, and who has had enough of them (K21). */
import type { Authority } from '../directory/authority.ts'
import type { AddressKey } from '../kernel/address.ts'
import type { TenantId } from '../kernel/ids.ts'
import { plus, secondMs } from '../kernel/time.ts'
import { answering } from '../store/columns.ts'
import { changed, rows, sql, type Database, type RawBuilder } from '../store/database.ts'
import { installationSecret, keyedDigest } from '../store/installation-secret.ts'
import type { Inviter } from './invite.rule.ts'
import { inviterQuota, mailboxQuota, organizationQuota, quotaWindowMs } from './quota.rule.ts'

/**
 * `inviter`: this one has sent enough today; `organization`: all of it has; `mailbox`: the address
 * has got enough.
 */
export type TooMany = {
  outcome: 'tooMany'
  who: 'inviter' | 'organization' | 'mailbox'
  retryAfterMs: number
}

export type Sent = {
  readonly tenantId: TenantId
  readonly inviter: Inviter & { readonly id: string }
  /** The mailboxes that get a mail; none when the link is handed over. */
  readonly mailboxes: readonly AddressKey[]
}

type Count = {
  readonly who: TooMany['who']
  readonly parts: readonly string[]
  readonly limit: number
}

// The same order for everybody, so that two who count at once do not wait for each other; and
// whoever has had enough counts for nobody else.
const countsOf = ({ tenantId, inviter, mailboxes }: Sent): Count[] => [
  { who: 'inviter', parts: [tenantId, inviter.id], limit: inviterQuota(inviter) },
  ...[...new Set(mailboxes)]
    .toSorted()
    .map((key) => ({ who: 'mailbox' as const, parts: [key], limit: mailboxQuota })),
  { who: 'organization', parts: [tenantId], limit: organizationQuota },
]

/** What the counts are kept under. */
export const quotaSecret = (db: Database): Promise<Buffer> =>
  installationSecret(db, 'invitation quotas')

type Counted = { readonly place: number; readonly count: number; readonly since: Date }

const name = (place: number): RawBuilder<unknown> => sql.id(`counted_${place}`)

// Each counts where those before it have not had enough, in this order: it reads them.
const countingAll = (secret: Buffer, counts: readonly Count[], now: Date): RawBuilder<Counted> => {
  const over = plus(now, -quotaWindowMs)
  const each = counts.map(({ who, parts }, place) => {
    const before = counts[place - 1]
    const from = before && sql`from ${name(place - 1)} b where b.count <= ${before.limit}::int`
    return sql`${name(place)} as (
      insert into invitation_quotas as q (key, count, since)
      select ${keyedDigest(secret, who, ...parts)}::bytea, 1, ${now}::timestamptz ${from ?? sql``}
      on conflict (key) do update set count = case when q.since <= ${over} then 1 else q.count + 1 end,
        since = case when q.since <= ${over} then excluded.since else q.since end
      returning count, since)`
  })
  const all = counts.map(
    (_, place) => sql`select ${place}::int as place, count, since from ${name(place)}`,
  )
  return answering<Counted>(
    { place: 'place', count: 'count', since: 'since' },
    (list) =>
      sql`with ${sql.join(each)} select ${list} from (${sql.join(all, sql` union all `)}) c order by place`,
  )
}

/** Counts an invitation, or says who has had enough. One statement. */
export const countInvitation = async (
  tx: Database,
  secret: Buffer,
  sent: Sent,
  now: Date,
): Promise<TooMany | undefined> => {
  const counts = countsOf(sent)
  const counted = await rows(tx, countingAll(secret, counts, now))
  for (const { place, count, since } of counted) {
    const of = counts[place]
    if (of !== undefined && count > of.limit)
      return {
        outcome: 'tooMany',
        who: of.who,
        retryAfterMs: Math.max(secondMs, since.getTime() + quotaWindowMs - now.getTime()),
      }
  }
  return undefined
}

/**
 * The same for a mail that somebody with this authority sends again; operators and jobs are not
 * counted.
 */
export const countAgain = async (
  tx: Database,
  secret: Buffer,
  {
    tenantId,
    authority,
    mailbox,
  }: { tenantId: TenantId; authority: Authority; mailbox: AddressKey },
  now: Date,
): Promise<TooMany | undefined> => {
  if (authority.kind !== 'roles') return undefined
  const inviter = {
    userType: 'Member',
    roles: authority.roles,
    id: authority.id,
  } as const
  return countInvitation(tx, secret, { tenantId, inviter, mailboxes: [mailbox] }, now)
}

/** Forgets counts whose window is over. Returns how many. */
export const pruneQuotas = (db: Database, now: Date): Promise<number> =>
  changed(db, sql`delete from invitation_quotas where since <= ${plus(now, -quotaWindowMs)}`)
