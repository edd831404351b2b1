/**
 * The stage of the demo: what making an organization, a member and a guest takes, with a clock that
 * runs through the past.
 */
import type { RoleName } from '../../access/roles.ts'
import { assignRole } from '../../directory/roles/assign.ts'
import { operatorAuthority } from '../../directory/authority.ts'
import { createOrganization } from '../../directory/organizations/create.ts'
import { createGuest, createMember, type CreateUserResult } from '../../directory/users/create.ts'
import { guestPrincipalName, type UserProperties } from '../../directory/users/user.ts'
import { byOperator, byUser, unasked } from '../../events/context.ts'
import type { Context } from '../../events/event.ts'
import type { PersonId, TenantId, UserId } from '../../kernel/ids.ts'
import { dayMs, plus } from '../../kernel/time.ts'
import { setPassword } from '../../credentials/password/set.ts'
import { sql, type Database } from '../../store/database.ts'
import { addressOf } from '../../kernel/address.ts'

export type Organization = { readonly id: TenantId; readonly name: string; readonly domain: string }
export type Person = {
  readonly personId: PersonId
  readonly displayName: string
  readonly upn: string
  readonly home: Organization
  /** The user the person is, in each organization. */
  readonly users: Map<TenantId, UserId>
}

/** Everybody of the cast signs in with it. It is no secret: a demo holds nothing of anybody. */
export const demoPassphrase = 'seven quiet lanterns cross the harbour'

export type Stage = { readonly tx: Database; readonly now: Date }

/** The context of a change made `daysAgo` days before now, by an operator or the user `by`. */
export const ago = ({ now }: Stage, daysAgo: number, by?: UserId): Context => {
  const then = plus(now, -Math.round(daysAgo * dayMs))
  return by === undefined ? byOperator(then) : byUser(unasked(then), by)
}

/** The user that a person is in an organization. */
export const userIn = (person: Person, { id, name }: Organization): UserId => {
  const userId = person.users.get(id)
  if (userId === undefined) throw new Error(`${person.displayName} is nobody in ${name}.`)
  return userId
}

/** Fails loudly when a step of the seed did not end as the story needs it. */
export const must = <R extends { outcome: string }, O extends R['outcome']>(
  result: R,
  outcome: O,
): Extract<R, { outcome: O }> => {
  if (result.outcome !== outcome)
    throw new Error(`The demo could not be set up: ${outcome} was expected, not ${result.outcome}.`)
  return result as Extract<R, { outcome: O }>
}

/** An organization with its contacts, made `daysAgo` days ago. */
export const makeOrganization = async (
  stage: Stage,
  name: string,
  daysAgo: number,
): Promise<Organization> => {
  const domain = `${name.toLowerCase()}.example`
  const contacts = {
    technicalContact: `it@${domain}`,
    privacyContact: `privacy@${domain}`,
    privacyStatementUrl: `https://www.${domain}/privacy`,
  }
  const { tenantId } = must(
    await createOrganization(
      stage.tx,
      { displayName: name, domain, ...contacts },
      ago(stage, daysAgo),
    ),
    'created',
  )
  return { id: tenantId, name, domain }
}

const personOf = (
  result: CreateUserResult,
  displayName: string,
  upn: string,
  home: Organization,
): Person => {
  const { personId, userId } = must(result, 'created')
  return { personId, displayName, upn, home, users: new Map([[home.id, userId]]) }
}

type NewMember = {
  readonly displayName: string
  readonly local: string
  readonly daysAgo: number
}

/** A member at home in `home`, with `local`@domain as sign-in name. */
export const makeMember = async (
  stage: Stage,
  home: Organization,
  { displayName, local, daysAgo }: NewMember,
  properties: UserProperties = {},
): Promise<Person> => {
  const upn = `${local}@${home.domain}`
  const user = {
    mail: addressOf(upn),
    companyName: home.name,
    ...properties,
    displayName,
    userPrincipalName: upn,
  }
  return personOf(
    await createMember(stage.tx, home.id, user, ago(stage, daysAgo)),
    displayName,
    upn,
    home,
  )
}

/** Makes a person a guest of an organization. `invited`: has not accepted yet. */
export const makeGuest = async (
  stage: Stage,
  person: Person,
  at: Organization,
  daysAgo: number,
): Promise<UserId> => {
  const guest = {
    personId: person.personId,
    displayName: person.displayName,
    userPrincipalName: guestPrincipalName(addressOf(person.upn), at.domain),
    mail: addressOf(person.upn),
    companyName: person.home.name,
  } as const
  const { userId } = must(await createGuest(stage.tx, at.id, guest, ago(stage, daysAgo)), 'created')
  person.users.set(at.id, userId)
  await wasHere(stage, { tenantId: at.id, userId }, unusedDays(person, at, daysAgo))
  return userId
}

// Some were here this week, some not for months: different in each organization, and the same in
// each demo.
const unusedDays = (person: Person, at: Organization, most: number): number => {
  const letters = [...person.upn, ...at.domain]
  return (
    letters.reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9_973, 7) % most
  )
}

/** That a user was last active so many days ago. */
export const wasHere = async (
  { tx, now }: Stage,
  { tenantId, userId }: { readonly tenantId: TenantId; readonly userId: UserId },
  daysAgo: number,
): Promise<void> => {
  await sql`update users set last_sign_in_at = ${plus(now, -daysAgo * dayMs)}
    where tenant_id = ${tenantId} and id = ${userId}`.execute(tx)
}

/** Somebody of the cast: a member who can sign in, with a role where one is named. */
export const makeCharacter = async (
  stage: Stage,
  home: Organization,
  displayName: string,
  daysAgo: number,
  role?: RoleName,
): Promise<Person> => {
  const [givenName = '', surname = ''] = displayName.split(' ')
  const person = await makeMember(
    stage,
    home,
    { displayName, local: givenName.toLowerCase(), daysAgo },
    {
      givenName,
      surname,
      preferredLanguage: 'en',
    },
  )
  const which = { tenantId: home.id, userId: userIn(person, home) }
  if (role !== undefined)
    must(
      await assignRole(stage.tx, { ...which, role }, operatorAuthority, ago(stage, daysAgo)),
      'assigned',
    )
  must(
    await setPassword(stage.tx, { ...which, password: demoPassphrase }, ago(stage, daysAgo)),
    'set',
  )
  return person
}
