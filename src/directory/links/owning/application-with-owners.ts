/** An application with those who own it from the beginning: all of it or nothing. */
import type { Context } from '../../../events/event.ts'
import { eventOf, record } from '../../../events/record.ts'
import { attempt, undo, type Database, type Undo } from '../../../store/database.ts'
import { insertOwners, type OwnedKind } from './owner-applications.sql.ts'
import { kindsOfLive } from '../kind-of-live.sql.ts'
import { links } from '../link.ts'
import { insertPeople } from '../link-user.sql.ts'
import type { TenantId } from '../../../kernel/ids.ts'

/** There is no such live user or application. */
export type NotOwned = { readonly outcome: 'notOwned'; readonly id: string }

/** A side of an application that was made just now. */
export type OwnedSide = {
  readonly tenantId: TenantId
  readonly kind: Exclude<OwnedKind, 'ownedGroup'>
  readonly holderId: string
}

// Nobody owns what was made just now, so nothing of it is judged.
const ownFromNow = async (
  tx: Database,
  which: OwnedSide,
  ownerIds: readonly string[],
  context: Context,
): Promise<NotOwned | undefined> => {
  const { tenantId, kind, holderId } = which
  const kinds = await kindsOfLive(tx, { tenantId, ids: ownerIds })
  const ofKind = (one: 'user' | 'application') => ownerIds.filter((id) => kinds.get(id) === one)
  const [people, programs] = [ofKind('user'), ofKind('application')]
  const unknown = ownerIds.find((id) => !people.includes(id) && !programs.includes(id))
  if (unknown !== undefined) return { outcome: 'notOwned', id: unknown }
  const side = kind === 'ownedApplication' ? 'application' : 'registration'
  if (people.length > 0) await insertPeople(tx, side, which, people)
  if (programs.length > 0) await insertOwners(tx, { ...which, ownerIds: programs })
  await record(
    tx,
    ...ownerIds.map((id) =>
      eventOf(context, {
        tenantId,
        activity: links[kind].added,
        target: { kind: kinds.get(id) === 'user' ? 'user' : 'application', id },
        related: { kind: 'application', id: holderId },
        details: side === 'registration' ? { registration: true } : {},
      }),
    ),
  )
  return undefined
}

/** Makes one as `make` does, with these owners; each of them once. */
export const withOwners = <Made extends { readonly outcome: string }>(
  db: Database,
  make: (tx: Database) => Promise<Made>,
  sidesOf: (made: Made) => readonly OwnedSide[],
  ownerIds: readonly string[],
  context: Context,
): Promise<Made | NotOwned> =>
  attempt(db, async (tx): Promise<Made | Undo<NotOwned>> => {
    const made = await make(tx)
    for (const side of ownerIds.length === 0 ? [] : sidesOf(made)) {
      const refused = await ownFromNow(tx, side, ownerIds, context)
      if (refused !== undefined) return undo(refused)
    }
    return made
  })
