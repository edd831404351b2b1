/** Making a user: a member with a home here, or a guest whose home is elsewhere. */
import type { Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import { newId, type PersonId, type TenantId, type UserId } from '../kernel/ids.ts'
import { firstRow, rows, sql, transaction, type Database } from '../store/database.ts'
import { ConstraintViolated } from '../store/store-error.ts'
import { lockAddresses, normalizedAddress, readAddressHolder } from './addresses.sql.ts'
import { inDomains } from './sign-in-name.rule.ts'
import { userColumns, userSearchWords, userSortName, type UserProperties } from './user.ts'

export type NewUser = UserProperties & {
  readonly displayName: string
  readonly userPrincipalName: string
  readonly accountEnabled?: boolean
}

export type CreateUserResult =
  | { outcome: 'created'; userId: UserId; personId: PersonId }
  | { outcome: 'nameTaken' }
  | { outcome: 'addressTaken'; address: string }
  | { outcome: 'alreadyHere' }
  /** A member's sign-in name ends in a verified domain of the organization. */
  | { outcome: 'foreignDomain' }

/** The issuer of an organization's own local credentials. */
export const localIssuer = (tenantId: TenantId): string => `urn:guesthouse:organization:${tenantId}`

type Kind =
  | { userType: 'Member'; personId: PersonId; creationType: null; externalUserState: null }
  | {
      userType: 'Guest' | 'Member'
      personId: PersonId | null
      creationType: 'Invitation'
      externalUserState: 'PendingAcceptance' | 'Accepted'
    }

/** Makes a member whose home is this organization: a new person with a local identity. `nameTaken`, `addressTaken`, `foreignDomain` are outcomes. */
export const createMember = (db: Database, tenantId: TenantId, user: NewUser, context: Context): Promise<CreateUserResult> =>
  transaction(db, async (tx) => {
    if (!inDomains(user.userPrincipalName, await listVerifiedDomains(tx, tenantId))) return { outcome: 'foreignDomain' } as const
    const personId = newId<PersonId>()
    const userId = newId<UserId>()
    await sql`insert into persons (id, home_tenant_id, created_at) values (${personId}, ${tenantId}, ${context.now})`.execute(tx)
    await sql`insert into identities (issuer, subject, person_id, created_at)
      values (${localIssuer(tenantId)}, ${userId}, ${personId}, ${context.now})`.execute(tx)
    return insertUser(tx, tenantId, userId, user, { userType: 'Member', personId, creationType: null, externalUserState: null }, context)
  }).catch(asOutcome)

const listVerifiedDomains = async (tx: Database, tenantId: TenantId): Promise<string[]> => {
  const domains = sql<{ name: string }>`select name from tenant_domains where tenant_id = ${tenantId} and verified_at is not null`
  return (await rows(tx, domains)).map(({ name }) => name)
}

export type NewGuest = NewUser & {
  /** Who the guest is, when that is known already; null for somebody who has not redeemed yet. */
  readonly personId: PersonId | null
  readonly userType?: 'Guest' | 'Member'
  readonly externalUserState?: 'PendingAcceptance' | 'Accepted'
}

/** Makes a user for somebody whose home is elsewhere. `alreadyHere` when the person has a live user in this organization (R92). */
export const createGuest = (db: Database, tenantId: TenantId, guest: NewGuest, context: Context): Promise<CreateUserResult> => {
  const { personId, userType = 'Guest', externalUserState = 'Accepted', ...user } = guest
  return transaction(db, (tx) =>
    insertUser(tx, tenantId, newId<UserId>(), user, { userType, personId, creationType: 'Invitation', externalUserState }, context),
  ).catch(asOutcome)
}

class AddressTaken extends Error {
  readonly address: string
  constructor(address: string) {
    super('address taken')
    this.address = address
  }
}

const insertUser = async (
  tx: Database,
  tenantId: TenantId,
  userId: UserId,
  user: NewUser,
  kind: Kind,
  context: Context,
): Promise<CreateUserResult> => {
  const { accountEnabled = true, ...given } = user
  const properties = given.proxyAddresses === undefined ? given : { ...given, proxyAddresses: given.proxyAddresses.map(normalizedAddress) }
  await refuseTakenAddresses(tx, tenantId, userId, properties.proxyAddresses ?? [])
  const named = Object.entries(properties).filter(([, value]) => value !== undefined) as [keyof UserProperties, unknown][]
  await sql`
    insert into users (tenant_id, id, person_id, user_type, account_enabled, creation_type, external_user_state, external_user_state_changed_at,
      ever_accepted, created_at, sort_name, search_words, ${sql.join(named.map(([name]) => sql.ref(userColumns[name])))})
    values (${tenantId}, ${userId}, ${kind.personId}, ${kind.userType}, ${accountEnabled}, ${kind.creationType}, ${kind.externalUserState},
      ${kind.externalUserState === null ? null : context.now}, ${kind.externalUserState !== 'PendingAcceptance'}, ${context.now}, ${userSortName(user)}, ${userSearchWords(tenantId, user)},
      ${sql.join(named.map(([, value]) => sql`${value}`))})`.execute(tx)
  await record(
    tx,
    eventOf(context, { tenantId, activity: 'user.created', target: { kind: 'user', id: userId }, details: { userType: kind.userType } }),
  )
  return { outcome: 'created', userId, personId: kind.personId as PersonId }
}

const refuseTakenAddresses = async (tx: Database, tenantId: TenantId, userId: UserId, addresses: readonly string[]): Promise<void> => {
  if (addresses.length === 0) return
  await lockAddresses(tx, tenantId, addresses)
  const holder = await firstRow(tx, readAddressHolder(tenantId, addresses, userId))
  if (holder !== undefined) throw new AddressTaken(holder.address)
}

const asOutcome = (error: unknown): CreateUserResult => {
  if (error instanceof AddressTaken) return { outcome: 'addressTaken', address: error.address }
  if (error instanceof ConstraintViolated && error.constraint === 'one_live_user_per_name') return { outcome: 'nameTaken' }
  if (error instanceof ConstraintViolated && error.constraint === 'one_live_user_per_person') return { outcome: 'alreadyHere' }
  throw error
}
