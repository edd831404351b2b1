/** Who has left or was removed in the demo, what they ask for, and who has been erased since. */
import { deleteUser } from '../../directory/users/delete.ts'
import { authorityOfRoles, operatorAuthority } from '../../directory/authority.ts'
import { holdUser } from '../../privacy/hold.ts'
import { leave } from '../../directory/users/leave.ts'
import { purgeDue } from '../../directory/deleted/purge.ts'
import { ask } from '../../directory/requests/ask.ts'
import { dayMs, minuteMs, plus } from '../../kernel/time.ts'
import { ago, must, userIn, type Organization, type Person, type Stage } from './cast.ts'

/** Guests leave by themselves, each so many days ago. */
const haveLeft = async (
  stage: Stage,
  at: Organization,
  leavers: readonly (readonly [Person | undefined, number])[],
): Promise<void> => {
  for (const [person, daysAgo] of leavers) {
    if (person === undefined) throw new Error('The demo has too few people to leave.')
    must(
      await leave(stage.tx, { personId: person.personId, tenantId: at.id }, ago(stage, daysAgo)),
      'left',
    )
  }
}

/** An administrator deletes users, each so many days ago. */
const wereDeleted = async (
  stage: Stage,
  at: Organization,
  by: Person,
  people: readonly (readonly [Person | undefined, number])[],
): Promise<void> => {
  for (const [person, daysAgo] of people) {
    if (person === undefined) throw new Error('The demo has too few people to delete.')
    const which = { tenantId: at.id, userId: userIn(person, at) }
    must(
      await deleteUser(
        stage.tx,
        which,
        authorityOfRoles(['globalAdministrator'], userIn(by, at)),
        ago(stage, daysAgo, userIn(by, at)),
      ),
      'deleted',
    )
  }
}

/** Erases those whose window had ended, each at the time when the job would have. */
const wereErased = async (stage: Stage, daysAgo: readonly number[]): Promise<void> => {
  for (const days of daysAgo.toSorted((a, b) => b - a))
    await purgeDue(stage.tx, plus(stage.now, -(days - 30) * dayMs + minuteMs))
}

export type Departing = {
  readonly at: Organization
  readonly administrator: Person
  readonly userAdministrator: Person
  readonly guests: readonly Person[]
  readonly members: readonly Person[]
  /** A guest who is disabled there. */
  readonly disabledGuest: Person
}

/**
 * A year of departures: some can still be restored, the older ones are erased, and two people wait
 * for an answer.
 */
export const makeDepartures = async (
  stage: Stage,
  { at, administrator, userAdministrator, guests, members, disabledGuest }: Departing,
): Promise<void> => {
  const longAgo = [290, 231, 188, 140, 96, 61]
  await haveLeft(
    stage,
    at,
    longAgo.map((days, n) => [guests[n], days]),
  )
  await wereErased(stage, longAgo)
  await haveLeft(stage, at, [
    [guests[6], 26.3],
    [guests[7], 11.6],
    [guests[8], 2.1],
  ])
  await wereDeleted(stage, at, administrator, [
    [guests[9], 29.4],
    [guests[10], 9.2],
    [members[0], 1.2],
  ])
  await wereDeleted(stage, at, userAdministrator, [
    [members[1], 16.8],
    [guests[11], 20.5],
  ])

  await wasHeld(stage, at, administrator, guests[11])
  await haveAsked(stage, at, guests[7], disabledGuest)
}

const wasHeld = async (
  stage: Stage,
  at: Departing['at'],
  administrator: Person,
  held: Person | undefined,
): Promise<void> => {
  if (held !== undefined)
    must(
      await holdUser(
        stage.tx,
        { tenantId: at.id, userId: userIn(held, at) },
        'Court order 2211, until the case is closed',
        operatorAuthority,
        ago(stage, 19, userIn(administrator, at)),
      ),
      'held',
    )
}

const haveAsked = async (
  stage: Stage,
  at: Departing['at'],
  back: Person | undefined,
  disabledGuest: Person,
): Promise<void> => {
  if (back !== undefined)
    must(
      await ask(
        stage.tx,
        {
          personId: back.personId,
          tenantId: at.id,
          kind: 'restore',
          message: 'I left the wrong organization. Can you bring me back?',
        },
        ago(stage, 3),
      ),
      'asked',
    )
  const message = 'My work with you has ended. Please remove my account.'
  must(
    await ask(
      stage.tx,
      { personId: disabledGuest.personId, tenantId: at.id, kind: 'removal', message },
      ago(stage, 1.5),
    ),
    'asked',
  )
}
