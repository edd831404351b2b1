/**
 * What somebody is a member of, as programs ask: of which of these groups, or of all; through
 * groups in groups, too.
 */
import { needToSee, sees, type Permission } from '../../access/permission.ts'
import type { Sight } from '../../access/sight.ts'
import type { Member } from '../../directory/links/closure.sql.ts'
import { memberExists, memberOfIds } from '../../directory/links/member-of.sql.ts'
import {
  checkMemberGroups,
  checkMemberObjects,
  getMemberGroups,
  getMemberObjects,
} from '../../wire/graph/memberships.ts'
import { readSent } from '../body.ts'
import type { Exchange, GraphRoute, Handler } from '../exchange.ts'
import { texts } from '../query/answers.ts'
import { notFound, tooMany } from '../refusals.ts'
import { memberAt, type Holder } from './holders.ts'

/** More are refused, as Graph has it. */
const mostAnswered = 11_000

const memberOr404 = async (x: Exchange, at: Holder): Promise<Member> => {
  const member = await memberAt[at](x)
  if (at !== 'directoryObjects' && !(await memberExists(x.db, member))) throw notFound(member.id)
  return member
}

const among =
  (roles: boolean, idsIn: (x: Exchange) => Promise<readonly string[]>) =>
  (at: Holder): Handler =>
  async (x) => {
    const asked = await idsIn(x)
    const sought = { roles, among: asked }
    return texts(x, await memberOfIds(x.db, await memberOr404(x, at), sought, asked.length))
  }

const all =
  (of: typeof getMemberGroups | typeof getMemberObjects) =>
  (at: Holder): Handler =>
  async (x) => {
    await readSent(x, of, { mayBeEmpty: true })
    const sought = { roles: of === getMemberObjects }
    const found = await memberOfIds(x.db, await memberOr404(x, at), sought, mostAnswered + 1)
    if (found.length > mostAnswered) throw tooMany()
    return texts(x, found)
  }

const checks = {
  checkMemberGroups: {
    operation: checkMemberGroups,
    handler: among(false, async (x) => (await readSent(x, checkMemberGroups)).groupIds),
  },
  checkMemberObjects: {
    operation: checkMemberObjects,
    handler: among(true, async (x) => (await readSent(x, checkMemberObjects)).ids),
  },
  getMemberGroups: { operation: getMemberGroups, handler: all(getMemberGroups) },
  getMemberObjects: { operation: getMemberObjects, handler: all(getMemberObjects) },
} as const
type CheckName = keyof typeof checks

const sightOf = {
  users: 'userLinks',
  groups: 'groups',
  servicePrincipals: 'applicationUsers',
  directoryObjects: 'userLinks',
} as const satisfies Readonly<Record<Holder, Sight>>

const permissionFor = (at: Holder, name: CheckName): Permission => {
  const permission = sees(sightOf[at], `POST /${at}/{id}/${name}`)
  if (at !== 'directoryObjects') return permission
  const of = (sight: Sight) => needToSee(sight, `POST /${at}/{id}/${name}`)
  const ofKind = { group: of(sightOf.groups), application: of(sightOf.servicePrincipals) }
  return { ...permission, ofKind }
}

export const memberCheckRoutes: readonly GraphRoute[] = (Object.keys(memberAt) as Holder[]).flatMap(
  (at) =>
    (Object.keys(checks) as CheckName[]).map((name) => ({
      method: 'POST' as const,
      path: `/${at}/:id/${name}`,
      permission: permissionFor(at, name),
      operation: checks[name].operation,
      handler: checks[name].handler(at),
    })),
)
