/** Deleted groups and applications, a row for each kind: where they stand and what is told. */
import type { Activity } from '../../../events/event.ts'
import type { TenantId } from '../../../kernel/ids.ts'
import { sql, type RawBuilder } from '../../../store/database.ts'
import type { ObjectKind } from '../../../wire/graph/deleted-objects.ts'
import { isPowerfulApplication, isTopApplication } from '../../powerful-application.sql.ts'

export type WhichObject = { readonly tenantId: TenantId; readonly id: string }
/** Several of one kind, in the order in which they are restored. */
export type Objects = {
  readonly tenantId: TenantId
  readonly kind: ObjectKind
  readonly ids: readonly string[]
}

type Kind = {
  readonly table: string
  readonly deleted: string
  readonly live: string
  readonly restored: Activity
  readonly purged: Activity
  /** Whether one, `o`, gives what a role gives. */
  readonly powerful: RawBuilder<unknown>
  readonly top: RawBuilder<unknown>
}

export const objectKinds: Readonly<Record<ObjectKind, Kind>> = {
  group: {
    table: 'groups',
    deleted: 'deleted_groups',
    live: 'live_groups',
    restored: 'group.restored',
    purged: 'group.purged',
    powerful: sql`o.is_assignable_to_role`,
    top: sql`false`,
  },
  application: {
    table: 'applications',
    deleted: 'deleted_applications',
    live: 'live_applications',
    restored: 'application.restored',
    purged: 'application.purged',
    // What an application may do in the directory for people is given by who gives roles.
    powerful: isPowerfulApplication('o'),
    top: isTopApplication('o'),
  },
}
