/** Owners of groups and applications: people, and applications. */
import type { Permission } from '../../access/permission.ts'
import type { NestedMember } from '../../directory/links/link-object.ts'
import { linkOwner, unlinkOwner } from '../../directory/links/owning/own-object.ts'
import type { OwnedKind } from '../../directory/links/owning/owner-applications.sql.ts'
import { countOwners, holderExists, listOwners } from '../../directory/links/owning/owners.sql.ts'
import { authorityOf, idParam, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { addUser, either, linkRoutes, refusalOf, removeUser } from '../linked-users.ts'
import { noContent, pageOf } from '../query/answers.ts'
import { notFound } from '../refusals.ts'
import { answerObjects, anyShape } from './any-object.ts'
import { kindsSought } from './kinds-sought.ts'

const listOf =
  (kind: OwnedKind): Handler =>
  async (x) => {
    const { search, count } = x.query
    const holderId = idParam<string>(x, 'id')
    const of = { tenantId: x.tenantId, kind, holderId, search, kinds: kindsSought(x) }
    const refs = await listOwners(x.db, of, pageOf(x))
    if (refs.length === 0 && !(await holderExists(x.db, of))) throw notFound(holderId)
    return answerObjects(x, refs, count ? await countOwners(x.db, of) : undefined)
  }

const listTakes = {
  page: true,
  casts: true,
  search: anyShape,
  count: true,
  orderBy: ['displayName'],
  select: anyShape,
} as const

type OwnerAct = typeof linkOwner | typeof unlinkOwner

// A group owns nothing.
const ownerBy =
  (act: OwnerAct, kind: OwnedKind) =>
  async (x: Exchange, { kind: other, tenantId, id: ownerId }: NestedMember): Promise<Response> => {
    if (other === 'group') throw notFound(ownerId)
    const owning = { tenantId, kind, holderId: idParam<string>(x, 'id'), ownerId }
    const { outcome } = await act(x.db, owning, authorityOf(x), x.context)
    if (outcome !== 'linked' && outcome !== 'unlinked')
      throw refusalOf(outcome, { property: 'owners', kind }, ownerId)
    return noContent(x)
  }

/** The owners of what `kind` says: people, and applications. */
export const ownerRoutes = (
  path: string,
  kind: OwnedKind,
  may: Readonly<Record<'list' | 'add' | 'remove', Permission>>,
): readonly GraphRoute[] =>
  linkRoutes(
    path,
    'owners',
    {
      list: { takes: listTakes, handler: listOf(kind) },
      add: either(ownerBy(linkOwner, kind), addUser(kind, 'owners')),
      remove: either(ownerBy(unlinkOwner, kind), removeUser(kind, 'owners')),
    },
    may,
  )
