/** What ends these guests, of as many organizations as they are in. */
import { usersInOrder } from '../lock-user.sql.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { rows, sql, type Database } from '../../store/database.ts'
import { asAttested } from './attested.rule.ts'
import { endAsKept } from './end-date.rule.ts'
import { deciding, guestColumns, type GuestRow } from './facts.sql.ts'
import { endIsTold, isGuest, unacceptedUntil, type Which } from './guests.sql.ts'
import { stateOf } from './noted.rule.ts'
import { policiesOn, type Policy } from './policies.sql.ts'
import { outlook, type Outlook } from './policy.rule.ts'
import { whatEndsNext, type Coming, type EndFacts } from './what-ends-next.rule.ts'
import { isInvited } from '../../store/relations.sql.ts'

export type Ends = Which & {
  /** The end date as it counts by now: put off where nobody was told of it in time (R133). */
  readonly endsAt: Date | null
  readonly attestedAt: Date | null
  readonly disabledByPolicy: boolean
  /** The policy that ends the guest, where one does, and how. */
  readonly policy: (Outlook & { readonly policy: Policy }) | undefined
  /** Every step to come, the next first. */
  readonly comes: readonly Coming[]
  /** The same, were it said now that the guest is needed (R136). */
  readonly comesIfKept: readonly Coming[]
}

type Row = GuestRow &
  Which &
  EndFacts & {
    /** What nobody ends but an administrator: a member, or one whose home this is. */
    readonly isGuest: boolean
    readonly endIsTold: boolean
    readonly policyId: string | null
  }

// The policies that are on, of the organization of `u`.
const own = sql`(
  select l.id, l.group_id, l.except_group_id, row_number() over (order by l.priority, l.created_at, l.id) as place
  from lifecycle_policies l where l.tenant_id = u.tenant_id and l.is_enabled and t.state = 'active') k`

const readRows = (db: Database, users: readonly Which[]): Promise<Row[]> =>
  rows(
    db,
    select<Row>({
      ...guestColumns,
      tenantId: 'u.tenant_id',
      isGuest,
      policyId: 'd.id',
      endsAt: 'u.ends_at',
      endIsTold,
      withoutHomeUntil: sql`case when t.deletes_guests_without_home then u.without_home_until end`,
      unacceptedUntil: sql`(select ${unacceptedUntil} from invitations i where i.tenant_id = u.tenant_id and i.user_id = u.id
        and i.accepted_at is null and ${isInvited()} and not u.ever_accepted)`,
      retentionDays: 't.deleted_retention_days',
    })`from ${usersInOrder(users, { from: 'live_users' })}
      join tenants t on t.id = u.tenant_id
      left join lateral (select k.id ${deciding(own)}) d on ${isGuest}
      left join lifecycle_states n on n.tenant_id = u.tenant_id and n.user_id = u.id`,
  )

const endsOf = (found: Row, policies: ReadonlyMap<string, Policy>, now: Date): Ends => {
  const row = { ...found, endsAt: endAsKept(found, now) }
  const { tenantId, userId, endsAt, attestedAt, disabledByPolicy, policyId } = row
  const own = { tenantId, userId, endsAt, attestedAt, disabledByPolicy }
  const policy = policies.get(policyId ?? '')
  const facts = row.isGuest ? row : { ...row, endsAt: null, unacceptedUntil: null }
  const outlookOf = (guest: Row): Outlook | undefined =>
    policy === undefined ? undefined : outlook(policy, guest, stateOf(guest, policy.id), now)
  const coming = outlookOf(row)
  return {
    ...own,
    policy: policy === undefined || coming === undefined ? undefined : { ...coming, policy },
    comes: whatEndsNext(facts, coming, now),
    comesIfKept: whatEndsNext(facts, outlookOf(asAttested(row, now)), now),
  }
}

/** What ends each of these users, as far as they are live, in no order; two statements for all. */
export const readEnds = async (
  db: Database,
  users: readonly Which[],
  now: Date,
): Promise<Ends[]> => {
  if (users.length === 0) return []
  const found = await readRows(db, users)
  const decide = found.some(({ policyId }) => policyId !== null)
  const tenantIds = [...new Set<TenantId>(found.map(({ tenantId }) => tenantId))]
  const policies = decide ? await policiesOn(db, tenantIds) : []
  const byId = new Map(policies.map((policy) => [policy.id, policy]))
  return found.map((row) => endsOf(row, byId, now))
}

/** The same of one; undefined where there is no such live user. */
export const readEndsOf = async (
  db: Database,
  which: Which,
  now: Date,
): Promise<Ends | undefined> => (await readEnds(db, [which], now))[0]
