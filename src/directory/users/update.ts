/** An administrator changes a user's properties. */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { attempt, changed, sql, undo, type Database } from '../../store/database.ts'
import { lockWhereAdministrator } from '../administrators.sql.ts'
import { correctedAddresses, takeAddresses, type TakenAddress } from './addresses.sql.ts'
import { authorityReaches, isOneself, ownRefusal, type Authority } from '../authority.ts'
import { disableUser, enableUser, type DisableUserResult } from './disable.ts'
import { liveUser, lockLiveUser } from '../lock-user.sql.ts'
import { holdDomainOf } from '../domain-of-name.sql.ts'
import { targetColumns, targetOf, type TargetRow } from '../target.sql.ts'
import { tellPerson } from './tell.ts'
import { namesWhere } from '../../wire/graph/definition/definition.ts'
import { ownProperties } from '../../wire/graph/users/user-password.ts'
import { user } from '../../wire/graph/users/user.ts'
import { storedColumns, userSearchWords, userSortName, type UserProperties } from './user.ts'
import { noteWayIn } from './ways-in.sql.ts'

export type UserChanges = UserProperties & {
  readonly accountEnabled?: boolean
  readonly userType?: UserType
}
type UserType = 'Member' | 'Guest'

export type UpdateUserResult =
  | { outcome: 'updated' }
  | Exclude<DisableUserResult, { outcome: 'disabled' }>
  | { outcome: 'nameTaken' }
  | ({ outcome: 'addressTaken' } & TakenAddress)
  /** Whether somebody is a member or a guest is for others to say (R138). */
  | { outcome: 'ownType' }
  /**
   * Everybody's user principal name ends in a verified domain of the organization, a guest's too.
   */
  | { outcome: 'foreignDomain' }

type Which = { readonly tenantId: TenantId; readonly userId: UserId }

/**
 * Changing these is a sensitive action: they are how somebody is reached or signs in (spec
 * §8.2), or when their access ends.
 */
const sensitive = new Set(namesWhere(user, (property) => property.sensitive === true))
const own = new Set<string>(ownProperties)

type Facts = TargetRow & {
  readonly displayName: string
  readonly givenName: string | null
  readonly surname: string | null
  readonly mail: string | null
  readonly userType: UserType
  readonly userPrincipalName: string
}

type Refused = Exclude<UpdateUserResult, { outcome: 'updated' }>

const lockFacts = (tx: Database, tenantId: TenantId, userId: UserId) =>
  lockLiveUser(
    tx,
    { tenantId, userId },
    select<Facts>({
      ...targetColumns,
      displayName: 'u.display_name',
      givenName: 'u.given_name',
      surname: 'u.surname',
      mail: 'u.mail',
      userType: 'u.user_type',
      userPrincipalName: 'u.user_principal_name',
    })`from ${liveUser({ tenantId, userId })}`,
  )

/**
 * Changes the given properties of a live user, all or none; absent ones stay. Names the changed
 * properties in the event, never their values.
 */
export const updateUser = async (
  db: Database,
  which: Which,
  { accountEnabled, userType, ...properties }: UserChanges,
  authority: Authority,
  context: Context,
): Promise<UpdateUserResult> => {
  return attempt(
    db,
    async (tx) => {
      // Disabling takes tenants too, and tenants always come first.
      if (accountEnabled === false) await lockWhereAdministrator(tx, which)
      const result = await updateIn(tx, which, properties, authority, context)
      if (result.outcome !== 'updated') return undo(result)
      if (userType !== undefined) {
        const refused = await convertTo(tx, which, userType, authority, context)
        if (refused !== undefined) return undo(refused)
      }
      if (accountEnabled === undefined) return result
      const turn = accountEnabled ? enableUser : disableUser
      const turned = await turn(tx, which, authority, context)
      return turned.outcome === 'enabled' || turned.outcome === 'disabled' ? result : undo(turned)
    },
    { one_live_user_per_name: { outcome: 'nameTaken' } },
  )
}

/**
 * Makes a guest a member or a member a guest (R138): the id, groups, roles and applications stay,
 * and so does their home, which decides how they sign in and whether they can leave. What members
 * may do is more than what guests may, so it is a sensitive action; the person is told.
 */
const convertTo = async (
  tx: Database,
  which: Which,
  userType: UserType,
  authority: Authority,
  context: Context,
): Promise<Refused | undefined> => {
  const { tenantId, userId } = which
  const facts = await lockFacts(tx, tenantId, userId)
  if (facts === undefined) return { outcome: 'notFound' }
  const own = ownRefusal(authority, userId, 'convert')
  if (own !== undefined) return { outcome: own }
  if (facts.userType === userType) return undefined
  if (!authorityReaches(authority, targetOf(facts))) return { outcome: 'targetTooHigh' }
  await sql`update users set user_type = ${userType} where tenant_id = ${tenantId} and id = ${userId} and deleted_at is null`.execute(
    tx,
  )
  const changes = [{ property: 'userType', old: facts.userType, new: userType }]
  const details = { properties: ['userType'], changes }
  await record(
    tx,
    eventOf(context, {
      tenantId,
      activity: 'user.updated',
      target: { kind: 'user', id: userId },
      details,
    }),
  )
  await tellPerson(tx, which, { kind: 'userTypeChanged', userType }, context.now)
  return undefined
}

type LockedFacts = NonNullable<Awaited<ReturnType<typeof lockFacts>>>

const refusalOf = (
  facts: LockedFacts,
  { userId }: Which,
  properties: UserProperties,
  authority: Authority,
): Refused | undefined => {
  const itself = isOneself(authority, userId)
  const isSensitive = Object.keys(properties).some(
    (name) => sensitive.has(name) && !(itself && own.has(name)),
  )
  if (isSensitive && !authorityReaches(authority, targetOf(facts)))
    return { outcome: 'targetTooHigh' }
  return undefined
}

const updateIn = async (
  tx: Database,
  which: Which,
  properties: UserProperties,
  authority: Authority,
  context: Context,
): Promise<UpdateUserResult> => {
  const { tenantId, userId } = which
  const facts = await lockFacts(tx, tenantId, userId)
  if (facts === undefined) return { outcome: 'notFound' }
  const refusal = refusalOf(facts, which, properties, authority)
  if (refusal !== undefined) return refusal
  const { userPrincipalName } = properties
  if (userPrincipalName !== undefined && !(await holdDomainOf(tx, tenantId, userPrincipalName)))
    return { outcome: 'foreignDomain' }
  const taken = await takeAddresses(tx, which, properties)
  if (taken !== undefined) return { outcome: 'addressTaken', ...taken }

  const written = await correctedAddresses(tx, which, properties, context)
  const names = Object.keys(written)
  if (names.length === 0) return { outcome: 'updated' }
  const after = { ...facts, ...written } as Facts
  const assignments = storedColumns(written).map(
    ([column, value]) => sql`${sql.ref(column)} = ${value}`,
  )
  const done = await changed(
    tx,
    sql`update users set ${sql.join(assignments)}, sort_name = ${userSortName(after)}, search_words = ${userSearchWords(tenantId, after)}
      where tenant_id = ${tenantId} and id = ${userId} and deleted_at is null`,
  )
  if (done === 0) return { outcome: 'notFound' }
  if (names.includes('mail') || names.includes('otherMails'))
    await noteWayIn(tx, which, { kind: 'address' }, authority, context.now)
  const target = { kind: 'user', id: userId } as const
  const details = { properties: names }
  await record(tx, eventOf(context, { tenantId, activity: 'user.updated', target, details }))
  return { outcome: 'updated' }
}
