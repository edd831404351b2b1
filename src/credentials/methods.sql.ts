/** What a user at home signs in with, each by itself: which and since when, and nothing secret. */
import type { Which } from '../directory/lock-user.sql.ts'
import { credentials } from '../directory/users/credentials.sql.ts'
import { select } from '../store/columns.ts'
import { rows, sql, type Database } from '../store/database.ts'
import { personAtHome } from '../store/relations.sql.ts'
import { hasAuthenticator } from './held.sql.ts'

export const methodKinds = ['password', 'passkey', 'authenticator'] as const
export type MethodKind = (typeof methodKinds)[number]

export type Method = {
  readonly kind: MethodKind
  /** Null of the password, of which there is one. */
  readonly id: string | null
  readonly createdAt: Date
  /** What its owner calls it. */
  readonly displayName: string | null
}

/** The id of the authenticator app `x`, which has none of its own: another one has another. */
const authenticatorId = sql`md5(concat_ws('/', x.tenant_id, x.user_id, extract(epoch from x.created_at)))::uuid`

const ofKind = {
  password: (which) =>
    sql`select 1, 'password', null::uuid, x.changed_at, null from local_credentials x where ${credentials.password.isOf(which)}`,
  passkey: (which) =>
    sql`select 2, 'passkey', x.id, x.created_at, x.name from passkeys x where ${credentials.passkey.isOf(which)}`,
  authenticator: (which) =>
    sql`select 3, 'authenticator', ${authenticatorId}, x.confirmed_at, null
      from authenticators x join live_users u on u.tenant_id = x.tenant_id and u.id = x.user_id
      where ${credentials.authenticator.isOf(which)} and ${hasAuthenticator}`,
} as const satisfies Record<MethodKind, (which: Which) => unknown>

/**
 * Everything of these kinds that a user at home signs in with, in the order of the kinds and the
 * oldest first; of a guest nothing, since theirs is their home's. One statement, and few rows.
 */
export const listMethods = (
  db: Database,
  which: Which,
  kinds: readonly MethodKind[] = methodKinds,
): Promise<Method[]> =>
  rows(
    db,
    select<Method>({
      kind: 'm.kind',
      id: 'm.id',
      createdAt: 'm.created_at',
      displayName: 'm.name',
    })`from (${sql.join(
      kinds.map((kind) => ofKind[kind](which)),
      sql` union all `,
    )}) m (place, kind, id, created_at, name)
      where exists (select 1 from live_users u join ${personAtHome()}
        where u.tenant_id = ${which.tenantId} and u.id = ${which.userId})
      order by m.place, m.created_at, m.id`,
  )
