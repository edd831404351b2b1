/**
 * The people around the cast: members, guests from the neighbours, and strangers who were invited.
 */
import { disableUser } from '../../directory/users/disable.ts'
import { operatorAuthority } from '../../directory/authority.ts'
import { eventOf, record } from '../../events/record.ts'
import {
  ago,
  makeGuest,
  makeMember,
  must,
  userIn,
  type Organization,
  type Person,
  type Stage,
  wasHere,
} from './cast.ts'
import { inviteTo } from './invitations.ts'
import { jobNumber, personNumber } from './people.ts'

/** Days ago, spread over `span` days, the same for the same number each time. */
const spread = (n: number, span: number): number => 2 + ((n * 37) % span) + ((n * 7) % 24) / 24

/**
 * `count` members of an organization, the people numbered from `first`, made over the last year.
 */
export const makeMembers = async (
  stage: Stage,
  home: Organization,
  first: number,
  count: number,
): Promise<Person[]> => {
  const made: Person[] = []
  for (let n = first; n < first + count; n++) {
    const { displayName, local, givenName, surname, language, country } = personNumber(n)
    const properties = {
      givenName,
      surname,
      preferredLanguage: language,
      usageLocation: country,
      ...jobNumber(n),
    }
    made.push(
      await makeMember(stage, home, { displayName, local, daysAgo: spread(n, 360) }, properties),
    )
  }
  return made
}

/** Makes these people guests, over the last year. */
export const makeGuests = async (
  stage: Stage,
  people: readonly Person[],
  at: Organization,
): Promise<void> => {
  for (const [n, person] of people.entries()) await makeGuest(stage, person, at, spread(n + 5, 330))
}

/**
 * An administrator has invited `count` people who are nobody here yet, numbered from `first`; they
 * can still accept.
 */
export const inviteStrangers = async (
  stage: Stage,
  at: Organization,
  administrator: Person,
  first: number,
  count: number,
): Promise<void> => {
  for (let n = first; n < first + count; n++) {
    const { displayName, local } = personNumber(n)
    const address = `${local}@${n % 2 === 0 ? 'proseware' : 'adatum'}.example`
    await inviteTo(stage, at, administrator, { address, displayName, daysAgo: spread(n, 25) })
  }
}

/** Disables these people, some days ago. */
export const disable = async (
  stage: Stage,
  people: readonly Person[],
  at: Organization,
  daysAgo: number,
  by: Person,
): Promise<void> => {
  for (const person of people) {
    const which = { tenantId: at.id, userId: userIn(person, at) }
    must(
      await disableUser(stage.tx, which, operatorAuthority, ago(stage, daysAgo, userIn(by, at))),
      'disabled',
    )
  }
}

/**
 * Sign-ins of these people at home over the last weeks, as the audit log and the users' pages show
 * them.
 */
export const haveSignedIn = async (stage: Stage, people: readonly Person[]): Promise<void> => {
  for (const [n, person] of people.entries()) {
    const tenantId = person.home.id
    const userId = userIn(person, person.home)
    const target = { kind: 'user', id: userId } as const
    const days = [1, 8, 15, 22].map((week) => week + ((n * 5) % 7) + ((n * 11) % 24) / 24)
    const events = days.map((daysAgo) =>
      eventOf(ago(stage, daysAgo, userId), { tenantId, activity: 'user.signedIn', target }),
    )
    await record(stage.tx, ...events)
    await wasHere(stage, { tenantId, userId }, days[0] ?? 1)
  }
}
