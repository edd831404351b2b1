/** What is recorded of a link that is made or ended, whatever is at its end. */
import type { Context, Event } from '../../events/event.ts'
import { eventOf } from '../../events/record.ts'
import type { TenantId } from '../../kernel/ids.ts'
import type { MemberKind } from './closure.sql.ts'
import { links, type HeldKind } from './link.ts'

/** A group or an application that something is a member or an owner of. */
export type Holding = {
  readonly tenantId: TenantId
  readonly kind: HeldKind
  readonly holderId: string
}

/**
 * The event of a link. Who is linked is the target and what they are linked to is the other object,
 * as in Graph's "Add member to group".
 */
export const linkEvent = (
  { tenantId, kind, holderId }: Holding,
  what: 'added' | 'removed',
  linked: { readonly kind: MemberKind; readonly id: string },
  context: Context,
): Event =>
  eventOf(context, {
    tenantId,
    activity: links[kind][what],
    target: { kind: linked.kind, id: linked.id },
    related: { kind: links[kind].holderKind, id: holderId },
    details: kind === 'ownedRegistration' ? { registration: true } : {},
  })
