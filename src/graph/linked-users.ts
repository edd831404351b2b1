/** Members and owners: who is linked to a group or an application, for both resources alike. */
import type { Permission } from '../access/permission.ts'
import type { WayRefused } from '../directory/applications/gives.ts'
import { kindOfLive } from '../directory/links/kind-of-live.sql.ts'
import type { HeldKind } from '../directory/links/link.ts'
import type { NestedMember } from '../directory/links/link-object.ts'
import {
  linkUser,
  unlinkUser,
  type LinkResult,
  type UnlinkResult,
} from '../directory/links/link-user.ts'
import { Refusal } from '../edge/refusal.ts'
import type { UserId } from '../kernel/ids.ts'
import { readReference } from './body.ts'
import { authorityOf, idParam, type Exchange, type GraphRoute } from './exchange.ts'
import { noContent } from './query/answers.ts'
import { alreadyLinked, denied, notFound, notLinked, raisesItself } from './refusals.ts'

export type Property = 'members' | 'owners'

/** The refusal of a change of a group that directory roles can be assigned to. */
export const needsRoleAssigner = (): Refusal =>
  denied(
    'Directory roles can be assigned to this group, so only those who may assign roles can change it.',
  )

/** The refusal of a change of what an application may in the directory, or how it gets at it. */
export const needsScopeGiver = (): Refusal =>
  denied(
    'This application acts in the directory, for people or by itself, so only those who may give it that change what it may, its addresses, secrets and owners, and restore it.',
  )

/** The refusal of who may not change how one gets at an application. */
export const wayRefused = (why: WayRefused['outcome']): Refusal =>
  why === 'itself' ? raisesItself() : needsScopeGiver()

export const refusalOf = (
  outcome: Exclude<(LinkResult | UnlinkResult)['outcome'], 'linked' | 'unlinked'>,
  { property, kind }: { property: Property; kind: HeldKind },
  id: string,
): Refusal => {
  switch (outcome) {
    case 'holderNotFound':
    case 'userNotFound':
      return notFound(id)
    case 'needsRoleAssigner':
      return kind === 'ownedApplication' || kind === 'ownedRegistration'
        ? needsScopeGiver()
        : needsRoleAssigner()
    case 'itself':
      return raisesItself()
    case 'alreadyLinked':
      return alreadyLinked(property)
    case 'notLinked':
      return notLinked(property)
    case 'lastOwner':
      return new Refusal('lastOwner')
  }
}

const whichOf = (x: Exchange, userId: string) => ({
  tenantId: x.tenantId,
  holderId: idParam<string>(x, 'id'),
  userId: userId as UserId,
})

/** What is done with an id: who is linked, or is no more. */
type Act = (x: Exchange, id: string) => Promise<Response>

/** Adds a user to what the address names. */
export const addUser =
  (kind: HeldKind, property: Property): Act =>
  async (x, userId) => {
    const { outcome } = await linkUser(x.db, kind, whichOf(x, userId), authorityOf(x), x.context)
    if (outcome !== 'linked') throw refusalOf(outcome, { property, kind }, userId)
    return noContent(x)
  }

/** Takes a user out of what the address names. */
export const removeUser =
  (kind: HeldKind, property: Property): Act =>
  async (x, userId) => {
    const { outcome } = await unlinkUser(x.db, kind, whichOf(x, userId), authorityOf(x), x.context)
    if (outcome !== 'unlinked') throw refusalOf(outcome, { property, kind }, userId)
    return noContent(x)
  }

type Linking = {
  readonly list: Pick<GraphRoute, 'takes' | 'handler'>
  readonly add: Act
  readonly remove: Act
}

/** List, add and remove what is linked under `path`. */
export const linkRoutes = (
  path: string,
  property: Property,
  { list, add, remove }: Linking,
  may: Readonly<Record<'list' | 'add' | 'remove', Permission>>,
): readonly GraphRoute[] => [
  { method: 'GET', path: `${path}/${property}`, permission: may.list, ...list },
  {
    method: 'POST',
    path: `${path}/${property}/$ref`,
    permission: may.add,
    handler: async (x) => add(x, await readReference(x)),
  },
  {
    method: 'DELETE',
    path: `${path}/${property}/:userId/$ref`,
    permission: may.remove,
    handler: (x) => remove(x, idParam<string>(x, 'userId')),
  },
]

/** Does what an id stands for: the one with a group or an application, the other with a user. */
export const either =
  (nested: (x: Exchange, other: NestedMember) => Promise<Response>, user: Act): Act =>
  async (x, id) => {
    const { tenantId } = x
    const kind = await kindOfLive(x.db, { tenantId, id })
    return kind === 'group' || kind === 'application'
      ? nested(x, { tenantId, kind, id })
      : user(x, id)
  }
