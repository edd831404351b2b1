/** Making a user: a member with a home here, or a guest whose home is elsewhere. */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { Address } from '../../kernel/address.ts'
import { newId, type PersonId, type TenantId, type UserId } from '../../kernel/ids.ts'
import { nameKey } from '../../kernel/principal-name.ts'
import { select } from '../../store/columns.ts'
import {
  attempt,
  firstRow,
  rows,
  sql,
  undo,
  type Database,
  type Undo,
} from '../../store/database.ts'
import { takeAddresses, type TakenAddress } from './addresses.sql.ts'
import { holdDomainOf } from '../domain-of-name.sql.ts'
import {
  guestPrincipalName,
  storedColumns,
  userSearchWords,
  userSortName,
  type UserProperties,
} from './user.ts'

export type NewUser = UserProperties & {
  readonly displayName: string
  readonly userPrincipalName: string
  readonly accountEnabled?: boolean
}

export type CreateUserResult =
  | { outcome: 'created'; userId: UserId; personId: PersonId }
  | { outcome: 'nameTaken' }
  /** Another live user has one of the addresses, as mail or proxy address. */
  | ({ outcome: 'addressTaken' } & TakenAddress)
  | { outcome: 'alreadyHere' }
  /**
   * Everybody's user principal name ends in a verified domain of the organization, a guest's too,
   * but for one of another directory.
   */
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

/**
 * Makes a member whose home is this organization: a new person with a local identity. `nameTaken`,
 * `addressTaken`, `foreignDomain` are outcomes.
 */
export const createMember = (
  db: Database,
  tenantId: TenantId,
  user: NewUser,
  context: Context,
  userId: UserId = newId<UserId>(),
): Promise<CreateUserResult> =>
  attempt(
    db,
    async (tx) => {
      if (!(await holdDomainOf(tx, tenantId, user.userPrincipalName)))
        return { outcome: 'foreignDomain' }
      const personId = newId<PersonId>()
      await sql`insert into persons (id, home_tenant_id, created_at) values (${personId}, ${tenantId}, ${context.now})`.execute(
        tx,
      )
      await sql`insert into identities (issuer, subject, person_id, created_at)
        values (${localIssuer(tenantId)}, ${userId}, ${personId}, ${context.now})`.execute(tx)
      const kind = { userType: 'Member', creationType: null, externalUserState: null } as const
      return insertUser(tx, { tenantId, userId }, user, { ...kind, personId }, context)
    },
    takenBy,
  )

// Whoever was faster has the name, or is this person.
const takenBy = {
  one_live_user_per_name: { outcome: 'nameTaken' },
  one_live_user_per_person: { outcome: 'alreadyHere' },
} as const

export type NewGuest = NewUser & {
  /** Who the guest is, when that is known already; null for somebody who has not redeemed yet. */
  readonly personId: PersonId | null
  readonly userType?: 'Guest' | 'Member'
  readonly externalUserState?: 'PendingAcceptance' | 'Accepted'
  /** The name is the one that they had in another directory, and may end in a domain of it. */
  readonly isNamedElsewhere?: true
}

/**
 * Makes a user for somebody whose home is elsewhere. `alreadyHere` when the person has a live user
 * in this organization (R92).
 */
export const createGuest = (
  db: Database,
  tenantId: TenantId,
  guest: NewGuest,
  context: Context,
): Promise<CreateUserResult> => {
  const { personId, userType = 'Guest', externalUserState = 'Accepted', ...named } = guest
  const { isNamedElsewhere, ...user } = named
  const kind = { userType, personId, creationType: 'Invitation', externalUserState } as const
  const which = { tenantId, userId: newId<UserId>() }
  return attempt(
    db,
    async (tx) =>
      (await holdDomainOf(tx, tenantId, user.userPrincipalName)) || isNamedElsewhere === true
        ? insertUser(tx, which, user, kind, context)
        : { outcome: 'foreignDomain' },
    takenBy,
  )
}

const placesTried = 50

/**
 * A user principal name for a guest of this address that nobody live has (R90): an address that has
 * moved on may have left its name behind.
 */
export const freeGuestName = async (
  tx: Database,
  tenantId: TenantId,
  address: Pick<Address, 'key'>,
  domain: string,
): Promise<string> => {
  const names = Array.from({ length: placesTried }, (_, place) =>
    guestPrincipalName(address, domain, place + 1),
  )
  const taken = select<{
    key: string
  }>({
    key: 'name_key',
  })`from live_users where tenant_id = ${tenantId} and name_key = any(${names.map(nameKey)}::text[])`
  const keys = new Set((await rows(tx, taken)).map(({ key }) => key))
  return (
    names.find((name) => !keys.has(nameKey(name))) ??
    guestPrincipalName(address, domain, Date.now())
  )
}

const insertUser = async (
  tx: Database,
  { tenantId, userId }: { readonly tenantId: TenantId; readonly userId: UserId },
  user: NewUser,
  kind: Kind,
  context: Context,
): Promise<CreateUserResult | Undo<CreateUserResult>> => {
  const { accountEnabled = true, ...given } = user
  const taken = await takeAddresses(tx, { tenantId, userId }, given)
  if (taken !== undefined) {
    // Who has the name already, with the address that goes with it, is better told about the name.
    const namesake = await firstRow(
      tx,
      sql`select 1 from live_users where tenant_id = ${tenantId} and name_key = ${nameKey(user.userPrincipalName)}`,
    )
    return undo<CreateUserResult>(
      namesake === undefined ? { outcome: 'addressTaken', ...taken } : { outcome: 'nameTaken' },
    )
  }
  const named = storedColumns(given)
  await sql`
    insert into users (tenant_id, id, person_id, user_type, account_enabled, creation_type, external_user_state, external_user_state_changed_at,
      ever_accepted, first_mail_key, created_at, sort_name, search_words, ${sql.join(named.map(([column]) => sql.ref(column)))})
    values (${tenantId}, ${userId}, ${kind.personId}, ${kind.userType}, ${accountEnabled}, ${kind.creationType}, ${kind.externalUserState},
      ${kind.externalUserState === null ? null : context.now}, ${kind.externalUserState !== 'PendingAcceptance'},
      ${kind.creationType === null ? null : (given.mail?.key ?? null)}, ${context.now}, ${userSortName(user)}, ${userSearchWords(tenantId, user)},
      ${sql.join(named.map(([, value]) => sql`${value}`))})`.execute(tx)
  await record(
    tx,
    eventOf(context, {
      tenantId,
      activity: 'user.created',
      target: { kind: 'user', id: userId },
      details: { userType: kind.userType },
    }),
  )
  return { outcome: 'created', userId, personId: kind.personId as PersonId }
}
