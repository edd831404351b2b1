/** An application with those who own it from the beginning: all of it or nothing. */
import type { Context } from '../../../events/event.ts'
import { record } from '../../../events/record.ts'
import { attempt, undo, type Database, type Undo } from '../../../store/database.ts'
import { canOwn, ownerKinds, type OwnerKind } from '../../../store/owners.sql.ts'
import { insertOwners, type OwnedKind } from './owner-applications.sql.ts'
import { kindsOfLive } from '../kind-of-live.sql.ts'
import { linkEvent } from '../link-event.ts'
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
  const { tenantId, kind } = which
  const kinds = await kindsOfLive(tx, { tenantId, ids: ownerIds })
  const unknown = ownerIds.find((id) => !canOwn(kinds.get(id)))
  if (unknown !== undefined) return { outcome: 'notOwned', id: unknown }
  const ofKind = (one: OwnerKind) => ownerIds.filter((id) => kinds.get(id) === one)
  const [people, programs] = [ofKind('user'), ofKind('application')]
  const { side } = links[kind]
  if (people.length > 0 && side !== undefined) await insertPeople(tx, side, which, people)
  if (programs.length > 0) await insertOwners(tx, { ...which, ownerIds: programs })
  await record(
    tx,
    ...ownerKinds.flatMap((one) =>
      ofKind(one).map((id) => linkEvent(which, 'added', { kind: one, id }, context)),
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
