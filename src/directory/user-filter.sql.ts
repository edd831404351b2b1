/** What the lists of users, live and deleted, can be filtered by. */
import { nameKey } from '../kernel/principal-name.ts'
import { sortName } from '../kernel/words.ts'
import { sql, type RawBuilder } from '../store/database.ts'
import { startingWith } from './search.sql.ts'
import { withoutSponsor } from './without.sql.ts'

const instants = { createdAt: sql`u.created_at`, lastSignInAt: sql`u.last_sign_in_at`, deletedAt: sql`u.deleted_at` } as const
const comparisons = { ge: sql`>=`, gt: sql`>`, le: sql`<=`, lt: sql`<` } as const
export type Comparison = keyof typeof comparisons

/** A moment and how it is compared; who has none, nobody's last sign-in for one, is not found by either. */
type Moments = { readonly [Name in `${keyof typeof instants} ${Comparison}`]?: Date }

export type UserFilter = Moments & {
  readonly userType?: 'Member' | 'Guest'
  readonly accountEnabled?: boolean
  readonly externalUserState?: 'PendingAcceptance' | 'Accepted'
  readonly userPrincipalName?: string
  readonly mail?: string
  readonly id?: string
  readonly displayName?: string
  readonly displayNameStart?: string
  /** No live user or group sponsors them (R105). */
  readonly withoutSponsor?: true
}

const momentsOf = (filter: UserFilter): RawBuilder<unknown>[] =>
  (Object.keys(instants) as (keyof typeof instants)[]).flatMap((name) =>
    (Object.keys(comparisons) as Comparison[]).flatMap((comparison) => {
      const at = filter[`${name} ${comparison}`]
      return at === undefined ? [] : [sql`${instants[name]} ${comparisons[comparison]} ${at}`]
    }),
  )

/** The condition of `filter` on a user `u`: what a list shows is what a count counts. */
export const meets = (filter: UserFilter): RawBuilder<unknown> => {
  const all = [
    filter.userType === undefined ? undefined : sql`u.user_type = ${filter.userType}`,
    filter.accountEnabled === undefined ? undefined : sql`u.account_enabled = ${filter.accountEnabled}`,
    filter.externalUserState === undefined ? undefined : sql`u.external_user_state = ${filter.externalUserState}`,
    filter.userPrincipalName === undefined ? undefined : sql`u.name_key = ${nameKey(filter.userPrincipalName)}`,
    filter.mail === undefined ? undefined : sql`u.mail_key = ${nameKey(filter.mail)}`,
    filter.id === undefined ? undefined : sql`u.id = ${filter.id}::uuid`,
    filter.displayName === undefined ? undefined : sql`u.sort_name = ${sortName(filter.displayName)}`,
    filter.displayNameStart === undefined ? undefined : sql`u.sort_name like ${startingWith(sortName(filter.displayNameStart))}`,
    filter.withoutSponsor === undefined ? undefined : withoutSponsor,
    ...momentsOf(filter),
  ]
  return sql.join([sql`true`, ...all.filter((one) => one !== undefined)], sql` and `)
}
