/** The filters of users, live and deleted. */
import type { UserFilter } from '../directory/user-filter.sql.ts'
import { isUuid } from '../kernel/ids.ts'
import type { Clause } from './filter.ts'
import { asksForNone, having, instantOf, noSponsorFilter, oneOf, textOf, type Reader } from './filter-values.ts'

const common = [
  `userType eq 'Guest'`,
  'accountEnabled eq false',
  `userPrincipalName eq '…'`,
  `mail eq '…'`,
  `id eq '…'`,
  `displayName eq '…'`,
  `startswith(displayName,'…')`,
  'createdDateTime ge 2026-01-01T00:00:00Z (gt, le, lt)',
  'signInActivity/lastSignInDateTime le 2026-01-01T00:00:00Z (ge, gt, lt)',
]
/** What users can be filtered by, each as an example. */
export const userFilters = [...common, `externalUserState eq 'PendingAcceptance'`, noSponsorFilter]
/** What deleted users can be filtered by. A user principal name is the one that they had, or have now. */
export const deletedFilters = [...common, 'deletedDateTime ge 2026-01-01T00:00:00Z (gt, le, lt)']

const moments = new Map([
  ['createddatetime', 'createdAt'],
  ['signinactivity/lastsignindatetime', 'lastSignInAt'],
] as const)

type Compare = Extract<Clause, { kind: 'compare' }>

const momentIn = ({ property, operator, value }: Compare, known: ReadonlyMap<string, 'createdAt' | 'lastSignInAt' | 'deletedAt'>) => {
  const name = known.get(property)
  return name === undefined || operator === 'eq' ? undefined : having(`${name} ${operator}`, instantOf(value))
}

const shared: Reader<UserFilter> = (clause) => {
  if (clause.kind === 'startsWith') return clause.property === 'displayname' ? { displayNameStart: clause.value } : undefined
  if (clause.kind !== 'compare') return undefined
  if (clause.operator !== 'eq') return momentIn(clause, moments)
  const { property, value } = clause
  if (property === 'usertype') return having('userType', oneOf(value, 'Member', 'Guest'))
  if (property === 'accountenabled') return having('accountEnabled', typeof value === 'boolean' ? value : undefined)
  if (property === 'userprincipalname') return having('userPrincipalName', textOf(value))
  if (property === 'mail') return having('mail', textOf(value))
  if (property === 'displayname') return having('displayName', textOf(value))
  return property === 'id' && typeof value === 'string' && isUuid(value) ? { id: value } : undefined
}

/** Reads the filters of live users. */
export const userFilter: Reader<UserFilter> = (clause) => {
  if (asksForNone(clause, 'sponsors')) return { withoutSponsor: true }
  if (clause.kind === 'compare' && clause.operator === 'eq') {
    if (clause.property === 'externaluserstate') return having('externalUserState', oneOf(clause.value, 'PendingAcceptance', 'Accepted'))
  }
  return shared(clause)
}

/** Reads the filters of deleted users. */
export const deletedFilter: Reader<UserFilter> = (clause) =>
  clause.kind === 'compare' && clause.property === 'deleteddatetime'
    ? momentIn(clause, new Map([['deleteddatetime', 'deletedAt']] as const))
    : shared(clause)
