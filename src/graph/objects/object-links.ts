/** What users and groups are linked to, as `$expand` brings it along: objects of any type. */
import { roleNamed, roles } from '../../access/roles.ts'
import {
  memberOfEach,
  membersOfEach,
  ownersOfEach,
  tiedKinds,
  tiesOfEach,
  type EndRef,
  type Holders,
} from '../../directory/links/of-each.sql.ts'
import type { Database } from '../../store/database.ts'
import { listOf, type LinkList } from '../../wire/ties.ts'
import type { ExpandedBy } from '../../wire/graph/definition/definition.ts'
import type { group } from '../../wire/graph/group.ts'
import type { user } from '../../wire/graph/users/user.ts'
import type { Exchange } from '../exchange.ts'
import { directoryRoleShape } from '../roles/directory-role-shape.ts'
import type { End, Link } from '../query/expand.ts'
import { amongOthers } from '../shape.ts'
import { anyShape, wholeOf } from './any-object.ts'

const roleObject = amongOthers(directoryRoleShape)

const roleEnd = ({ id, holderId }: EndRef): End[] => {
  const name = roleNamed(id)
  return name === undefined ? [] : [{ holderId, write: (x) => roleObject.of(roles[name], x) }]
}

/** The objects at these ends, each read once. */
const endsOf = async (x: Exchange, refs: readonly EndRef[]): Promise<End[]> => {
  const objects = new Map(
    refs.flatMap((ref) => (ref.kind === 'role' ? [] : [[ref.id, { ...ref, kind: ref.kind }]])),
  )
  const found = await wholeOf(x, [...objects.values()])
  const byId = new Map(found.map((one) => [one.id, one]))
  return refs.flatMap((ref) => {
    if (ref.kind === 'role') return roleEnd(ref)
    const one = byId.get(ref.id)
    return one === undefined
      ? []
      : [{ holderId: ref.holderId, write: (of: Exchange) => anyShape.of(one, of) }]
  })
}

const choice = { type: anyShape.type, names: anyShape.names }

/** A link to objects of any type. */
const toObjects = (refs: (db: Database, of: Holders) => Promise<EndRef[]>): Link => ({
  ...choice,
  read: async (x, ids) => endsOf(x, await refs(x.db, { tenantId: x.tenantId, ids })),
})

const tied = (...lists: readonly LinkList[]) => {
  const kinds = tiedKinds.filter((kind) => lists.includes(listOf(kind)))
  return (db: Database, of: Holders) => tiesOfEach(db, of, kinds)
}

export const userLinks = {
  memberOf: toObjects((db, of) => memberOfEach(db, of, 'user', 'direct')),
  transitiveMemberOf: toObjects((db, of) => memberOfEach(db, of, 'user', 'transitive')),
  ownedObjects: toObjects(tied('ownedObjects')),
  directReports: toObjects(tied('directReports')),
  manager: { ...toObjects(tied('manager')), one: true },
  sponsors: toObjects(tied('sponsors')),
} as const satisfies Readonly<Partial<Record<ExpandedBy<typeof user>, Link>>>

export const groupLinks = {
  members: toObjects(membersOfEach),
  owners: toObjects((db, of) => ownersOfEach(db, of, 'ownedGroup')),
  memberOf: toObjects((db, of) => memberOfEach(db, of, 'group', 'direct')),
} as const satisfies Readonly<Partial<Record<ExpandedBy<typeof group>, Link>>>

/** Of registrations, and of service principals. */
export const ownersOfRegistration: Link = toObjects((db, of) =>
  ownersOfEach(db, of, 'ownedRegistration'),
)
export const ownersOfApplication: Link = toObjects((db, of) =>
  ownersOfEach(db, of, 'ownedApplication'),
)
export const groupsOfApplication: Link = toObjects((db, of) =>
  memberOfEach(db, of, 'application', 'direct'),
)
