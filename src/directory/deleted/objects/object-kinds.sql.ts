/** What is deleted beside users, a row for each kind: where it stands and what is told. */
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
  /** What the log calls it; `details` are told with it. */
  readonly target: 'group' | 'application'
  readonly details: Readonly<Record<string, boolean>>
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
    target: 'group',
    details: {},
    table: 'groups',
    deleted: 'deleted_groups',
    live: 'live_groups',
    restored: 'group.restored',
    purged: 'group.purged',
    powerful: sql`o.is_assignable_to_role`,
    top: sql`false`,
  },
  application: {
    target: 'application',
    details: {},
    table: 'service_principals',
    deleted: 'deleted_applications',
    live: 'live_applications',
    restored: 'application.restored',
    purged: 'application.purged',
    // What an application may do in the directory for people is given by who gives roles.
    powerful: isPowerfulApplication('o'),
    top: isTopApplication('o'),
  },
  // What is registered reaches nothing by itself.
  registration: {
    target: 'application',
    details: { registration: true },
    table: 'registrations',
    deleted: 'deleted_registrations',
    live: 'live_registrations',
    restored: 'application.restored',
    purged: 'application.purged',
    powerful: sql`false`,
    top: sql`false`,
  },
}
