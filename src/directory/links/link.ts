/**
 * The ties between users and what they are a member or an owner of, as they are made and ended. One
 * shape, three rows of the table of ties.
 */
import type { Activity } from '../../events/event.ts'
import { sql, type RawBuilder } from '../../store/database.ts'
import type { LinkKind } from '../../wire/ties.ts'
import { ties, type Tie } from './ties.sql.ts'

/** Of an application its service principal and its registration are owned each by itself. */
export type HeldKind =
  | Extract<LinkKind, 'group' | 'ownedGroup' | 'ownedApplication'>
  | 'ownedRegistration'

export type LinkTable = {
  readonly table: RawBuilder<unknown>
  /** The live objects that users are linked to, and the column that names them. */
  readonly holders: RawBuilder<unknown>
  readonly holderId: RawBuilder<unknown>
  readonly holderKind: 'group' | 'application'
  /** Where it is a side of an application: how its row is written. */
  readonly side?: 'application' | 'registration'
  readonly added: Activity
  readonly removed: Activity
}

const linkTable = (
  { table, events: [added, removed] }: Tie,
  holderKind: LinkTable['holderKind'],
): LinkTable => ({
  table: sql.table(table),
  holders: sql.table(`live_${holderKind}s`),
  holderId: sql.ref(`${holderKind}_id`),
  holderKind,
  added,
  removed,
})

export const links: Readonly<Record<HeldKind, LinkTable>> = {
  group: linkTable(ties.group, 'group'),
  ownedGroup: linkTable(ties.ownedGroup, 'group'),
  ownedApplication: { ...linkTable(ties.ownedApplication, 'application'), side: 'application' },
  ownedRegistration: {
    ...linkTable(ties.ownedApplication, 'application'),
    holders: sql.table('live_registrations'),
    holderId: sql.ref('owned_registration_id'),
    side: 'registration',
  },
}
