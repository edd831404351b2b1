/**
 * Adding users to groups as members or owners and to applications as owners, and removing them
 * again.
 */
import { isItself } from '../../events/context.ts'
import type { Context, Event } from '../../events/event.ts'
import { record } from '../../events/record.ts'
import { sql, transaction, type Database } from '../../store/database.ts'
import { mayAssignRoles, type Authority } from '../authority.ts'
import { endUnassigned } from '../applications/end-unassigned.ts'
import { linkRefusal, unlinkRefusal } from './link-user.rule.ts'
import { deleteLink, insertLink, lockHolder, readLink, type Which } from './link-user.sql.ts'
import { linkEvent } from './link-event.ts'
import { links, type HeldKind } from './link.ts'
import { holdLiveUser } from '../lock-user.sql.ts'
import { endLowerWaysIn } from '../users/ways-in.sql.ts'

export type LinkResult = {
  outcome:
    | 'linked'
    | 'holderNotFound'
    | 'needsRoleAssigner'
    | 'userNotFound'
    | 'alreadyLinked'
    /** An application says who owns it as little as what it may. */
    | 'itself'
}
export type UnlinkResult = {
  outcome:
    | 'unlinked'
    | 'holderNotFound'
    | 'needsRoleAssigner'
    | 'notLinked'
    | 'lastOwner'
    | 'itself'
}

const ofApplication = (kind: HeldKind): boolean => links[kind].side !== undefined

const eventFor = (
  kind: HeldKind,
  what: 'added' | 'removed',
  { tenantId, holderId, userId }: Which,
  context: Context,
): Event => linkEvent({ tenantId, kind, holderId }, what, { kind: 'user', id: userId }, context)

/** Links a live user of the organization to a live group or application of it. */
export const linkUser = (
  db: Database,
  kind: HeldKind,
  which: Which,
  authority: Authority,
  context: Context,
): Promise<LinkResult> =>
  transaction(db, async (tx) => {
    // An application may be given scopes at this moment, after which others decide who owns it.
    if (ofApplication(kind)) await lockHolder(tx, links[kind], which)
    const facts = await readLink(tx, links[kind], which)
    if (facts === undefined) return { outcome: 'holderNotFound' }
    if (facts.actsAs.some((id) => isItself(context, id))) return { outcome: 'itself' }
    const refusal = linkRefusal({ ...facts, mayAssignRoles: mayAssignRoles(authority) })
    if (refusal !== undefined) return { outcome: refusal }
    // Membership of such a group is as good as a role: whoever judges the user waits, and password
    // links from before end (R49).
    if (facts.assignableToRole && !ofApplication(kind)) {
      await holdLiveUser(tx, which)
      await sql`delete from password_links where tenant_id = ${which.tenantId} and user_id = ${which.userId}`.execute(
        tx,
      )
    }
    // Somebody else may have added the user since; then there is nothing to record.
    if (!(await insertLink(tx, links[kind], which, context.now)))
      return { outcome: 'alreadyLinked' }
    await record(tx, eventFor(kind, 'added', which, context))
    if (facts.assignableToRole && !ofApplication(kind)) await endLowerWaysIn(tx, which, context)
    return { outcome: 'linked' }
  })

/** Unlinks a live user. `lastOwner`: no other live user owns the group. */
export const unlinkUser = (
  db: Database,
  kind: HeldKind,
  which: Which,
  authority: Authority,
  context: Context,
): Promise<UnlinkResult> =>
  transaction(db, async (tx) => {
    const keepsOne = kind === 'ownedGroup'
    if (keepsOne || ofApplication(kind)) await lockHolder(tx, links[kind], which)
    const facts = await readLink(tx, links[kind], which)
    if (facts === undefined) return { outcome: 'holderNotFound' }
    if (facts.actsAs.some((id) => isItself(context, id))) return { outcome: 'itself' }
    const lastOwner = keepsOne && !facts.others
    const refusal = unlinkRefusal({
      ...facts,
      lastOwner,
      mayAssignRoles: mayAssignRoles(authority),
    })
    if (refusal !== undefined) return { outcome: refusal }
    if (!(await deleteLink(tx, links[kind], which))) return { outcome: 'notLinked' }
    if (kind === 'group') await endUnassigned(tx, which.tenantId, which)
    await record(tx, eventFor(kind, 'removed', which, context))
    return { outcome: 'unlinked' }
  })
