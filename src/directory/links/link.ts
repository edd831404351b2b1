/** The links between users and what they are a member or an owner of. One shape, three tables. */
import type { Activity } from '../../events/event.ts'
import { sql, type RawBuilder } from '../../store/database.ts'

export type LinkKind = 'groupMember' | 'groupOwner' | 'applicationOwner'

export type LinkTable = {
  readonly table: RawBuilder<unknown>
  /** The live objects that users are linked to, and the column that names them. */
  readonly holders: RawBuilder<unknown>
  readonly holderId: RawBuilder<unknown>
  readonly holderKind: 'group' | 'application'
  readonly added: Activity
  readonly removed: Activity
}

const group = { holders: sql`live_groups`, holderId: sql`group_id`, holderKind: 'group' } as const
const application = {
  holders: sql`live_applications`,
  holderId: sql`application_id`,
  holderKind: 'application',
} as const

export const links: Readonly<Record<LinkKind, LinkTable>> = {
  groupMember: {
    ...group,
    table: sql`memberships`,
    added: 'group.memberAdded',
    removed: 'group.memberRemoved',
  },
  groupOwner: {
    ...group,
    table: sql`group_owners`,
    added: 'group.ownerAdded',
    removed: 'group.ownerRemoved',
  },
  applicationOwner: {
    ...application,
    table: sql`application_owners`,
    added: 'application.ownerAdded',
    removed: 'application.ownerRemoved',
  },
}
