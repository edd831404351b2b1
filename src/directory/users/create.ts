/** Making a user: a member with a home here, or a guest whose home is elsewhere. */
import type { Context } from '../../events/event.ts'
import { eventInsertFrom, eventOf } from '../../events/record.ts'
import type { AddressKey } from '../../kernel/address.ts'
import { newId, type PersonId, type TenantId, type UserId } from '../../kernel/ids.ts'
import { nameKey } from '../../kernel/principal-name.ts'
import { answering, select } from '../../store/columns.ts'
import { firstRow, sql, transaction, type Database, type RawBuilder } from '../../store/database.ts'
import { untilNotOvertaken, type Overtaken } from '../../store/overtaken.ts'
import { heldAddresses, ownKeysOf, takenKey, takenOf, type TakenAddress } from './addresses.sql.ts'
import { heldDomainOf } from '../domain-of-name.sql.ts'
import type { Which } from '../lock-user.sql.ts'
import { storedColumns, userSearchWords, userSortName, type UserProperties } from './user.ts'

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
): Promise<CreateUserResult> => {
  const kind = { userType: 'Member', creationType: null, externalUserState: null } as const
  const personId = newId<PersonId>()
  // References are looked at when the statement ends, and by then the person is there.
  const person = sql`, person as (
      insert into persons (id, home_tenant_id, created_at) select ${personId}, ${tenantId}, ${context.now} from made
    ), identity as (
      insert into identities (issuer, subject, person_id, created_at) select ${localIssuer(tenantId)}, ${userId}, ${personId}, ${context.now} from made)`
  const which = { tenantId, userId }
  return makeUser(db, which, user, { kind: { ...kind, personId }, beside: person }, context)
}

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
  return makeUser(db, which, user, { kind, isNamedElsewhere }, context)
}

/** What is made, with what is written beside it, a part of a `with` that reads `made`. */
type Making = {
  readonly kind: Kind
  readonly beside?: RawBuilder<unknown>
  readonly isNamedElsewhere?: true | undefined
}

// Whoever takes an address holds it first. Nothing else needs a transaction: it is one statement.
const makeUser = (
  db: Database,
  which: Which,
  user: NewUser,
  making: Making,
  context: Context,
): Promise<CreateUserResult> => {
  const keys = ownKeysOf(user)
  const make = (tx: Database) =>
    untilNotOvertaken(() => tryToMake(tx, which, user, { ...making, keys }, context))
  if (keys.length === 0) return make(db)
  return transaction(db, async (tx) => {
    await heldAddresses(which.tenantId, keys).execute(tx)
    return make(tx)
  })
}

type MakingAt = Making & { readonly keys: readonly AddressKey[] }

const tryToMake = async (
  tx: Database,
  which: Which,
  user: NewUser,
  making: MakingAt,
  context: Context,
): Promise<CreateUserResult | Overtaken> => {
  const known = await firstRow(tx, madeBy(which, user, making, context))
  if (known === undefined) throw new Error('A select without a table gives one row.')
  const personId = making.kind.personId as PersonId
  if (known.isMade) return { outcome: 'created', userId: which.userId, personId }
  return known.hasDomain || making.isNamedElsewhere === true
    ? whyNotMade(tx, which, user, { personId, taken: known.takenKey })
    : { outcome: 'foreignDomain' }
}

const madeBy = (
  which: Which,
  user: NewUser,
  { kind, beside = sql``, isNamedElsewhere, keys }: MakingAt,
  context: Context,
): RawBuilder<Known> => {
  const nothing = sql`select null::text as key where false`
  return answering<Known>(
    {
      isMade: sql`exists (select 1 from made)`,
      hasDomain: sql`exists (select 1 from domain)`,
      takenKey: sql`(select key from taken)`,
    },
    (list) => sql`
      with domain as materialized (${heldDomainOf(which.tenantId, user.userPrincipalName)}),
        taken as materialized (${keys.length === 0 ? nothing : takenKey(which, keys)}),
        made as (${insertOfUser(which, user, kind, context.now)}
          where (exists (select 1 from domain) or ${isNamedElsewhere === true}) and not exists (select 1 from taken)
          on conflict do nothing returning id)${beside},
        recorded as (${eventInsertFrom(createdEvent(which, kind, context), sql`made`)})
      select ${list}`,
  )
}

type Known = {
  readonly isMade: boolean
  readonly hasDomain: boolean
  readonly takenKey: AddressKey | null
}

const createdEvent = ({ tenantId, userId }: Which, { userType }: Kind, context: Context) =>
  eventOf(context, {
    tenantId,
    activity: 'user.created',
    target: { kind: 'user', id: userId },
    details: { userType },
  })

/** An insert whose `select` has no `from` yet. */
const insertOfUser = (
  { tenantId, userId }: Which,
  user: NewUser,
  kind: Kind,
  now: Date,
): RawBuilder<unknown> => {
  const { accountEnabled = true, ...given } = user
  const named = storedColumns(given)
  return sql`
    insert into users (tenant_id, id, person_id, user_type, account_enabled, creation_type, external_user_state, external_user_state_changed_at,
      ever_accepted, first_mail_key, created_at, sort_name, search_words, ${sql.join(named.map(([column]) => sql.ref(column)))})
    select ${tenantId}, ${userId}, ${kind.personId}, ${kind.userType}, ${accountEnabled}, ${kind.creationType}, ${kind.externalUserState},
      ${kind.externalUserState === null ? null : now}, ${kind.externalUserState !== 'PendingAcceptance'},
      ${kind.creationType === null ? null : (given.mail?.key ?? null)}, ${now}, ${userSortName(user)}, ${userSearchWords(tenantId, user)},
      ${sql.join(named.map(([, value]) => sql`${value}`))}`
}

// Who has the name already, with the address that goes with it, is better told about the name.
const whyNotMade = async (
  tx: Database,
  { tenantId }: Which,
  user: NewUser,
  { personId, taken }: { readonly personId: PersonId | null; readonly taken: AddressKey | null },
): Promise<CreateUserResult | Overtaken> => {
  const others = await firstRow(
    tx,
    select<{ hasName: boolean; isPerson: boolean }>({
      hasName: sql`exists (select 1 from live_users where tenant_id = ${tenantId} and name_key = ${nameKey(user.userPrincipalName)})`,
      isPerson: sql`exists (select 1 from live_users where tenant_id = ${tenantId} and person_id = ${personId}::uuid)`,
    })``,
  )
  if (others?.hasName === true) return { outcome: 'nameTaken' }
  if (taken !== null) return { outcome: 'addressTaken', ...takenOf(user, taken) }
  return others?.isPerson === true ? { outcome: 'alreadyHere' } : 'overtaken'
}
