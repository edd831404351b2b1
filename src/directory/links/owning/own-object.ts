/** Applications as owners of groups and of other applications: making them so, and ending it. */
import { isItself } from '../../../events/context.ts'
import type { Context, Event } from '../../../events/event.ts'
import { record } from '../../../events/record.ts'
import { transaction, type Database } from '../../../store/database.ts'
import { mayAssignRoles, type Authority } from '../../authority.ts'
import { mayChangeGroup } from '../../groups/group.rule.ts'
import { linkEvent } from '../link-event.ts'
import { links } from '../link.ts'
import type { LinkResult, UnlinkResult } from '../link-user.ts'
import { lockHolder, readHolder } from '../link-user.sql.ts'
import { memberExists } from '../member-of.sql.ts'
import { deleteOwner, insertOwners, type Owning } from './owner-applications.sql.ts'

/** One application that owns something, or shall. */
export type OneOwning = Omit<Owning, 'ownerIds'> & { readonly ownerId: string }

type Refused = 'holderNotFound' | 'itself' | 'needsRoleAssigner' | 'userNotFound'

/** Why it is not done. What is owned is held, as by who changes what an application may (R49). */
const refusalFor = async (
  tx: Database,
  { tenantId, kind, holderId, ownerId }: OneOwning,
  authority: Authority,
  context: Context,
): Promise<Refused | undefined> => {
  const which = { tenantId, holderId }
  await lockHolder(tx, links[kind], which)
  const facts = await readHolder(tx, links[kind], which)
  if (facts === undefined) return 'holderNotFound'
  if (facts.actsAs.some((id) => isItself(context, id))) return 'itself'
  if (!mayChangeGroup(facts, { mayAssignRoles: mayAssignRoles(authority) }))
    return 'needsRoleAssigner'
  const owner = { tenantId, kind: 'application', id: ownerId } as const
  return (await memberExists(tx, owner)) ? undefined : 'userNotFound'
}

const eventFor = (owning: OneOwning, what: 'added' | 'removed', context: Context): Event =>
  linkEvent(owning, what, { kind: 'application', id: owning.ownerId }, context)

/** Makes a live application the owner of a live group or application. */
export const linkOwner = (
  db: Database,
  owning: OneOwning,
  authority: Authority,
  context: Context,
): Promise<LinkResult> =>
  transaction(db, async (tx) => {
    const refused = await refusalFor(tx, owning, authority, context)
    if (refused !== undefined) return { outcome: refused }
    const [added] = await insertOwners(tx, { ...owning, ownerIds: [owning.ownerId] })
    if (added === undefined) return { outcome: 'alreadyLinked' }
    await record(tx, eventFor(owning, 'added', context))
    return { outcome: 'linked' }
  })

/** Ends that a live application owns it. The last owner that is kept is a person. */
export const unlinkOwner = (
  db: Database,
  owning: OneOwning,
  authority: Authority,
  context: Context,
): Promise<UnlinkResult> =>
  transaction(db, async (tx) => {
    const refused = await refusalFor(tx, owning, authority, context)
    if (refused !== undefined)
      return { outcome: refused === 'userNotFound' ? 'notLinked' : refused }
    if (!(await deleteOwner(tx, { ...owning, ownerIds: [owning.ownerId] })))
      return { outcome: 'notLinked' }
    await record(tx, eventFor(owning, 'removed', context))
    return { outcome: 'unlinked' }
  })
