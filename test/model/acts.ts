/** What is done to the directory over HTTP, and what has to come of it by the model. */
import { roles } from '../../src/access/roles.ts'
import { zeroId } from '../../src/kernel/ids.ts'
import type { Json } from '../json.ts'
import { chainOf, endTies, holderOf, live, type Group, type Model, type User } from './model.ts'

/** On what something is done: places in the lists of the model, taken around. */
export type Step = {
  readonly act: string
  readonly user: number
  readonly other: number
  readonly group: number
  readonly outer: number
  readonly number: number
}

/** The people and groups of a step. */
type Cast = {
  readonly m: Model
  readonly user: User
  readonly other: User
  readonly group: Group
  readonly outer: Group
  readonly number: number
}

type Ask = {
  readonly ask: readonly [method: string, path: string, body?: object]
  readonly status: number
  /** Does it to the model, with what was answered, where it was done. */
  readonly does: (answer: Json) => void
}
type Act = (cast: Cast) => Ask | undefined

const nothing = (): void => undefined
const refused = (status: number, ...ask: Ask['ask']): Ask => ({ ask, status, does: nothing })
const linked = (id: string) => ({ '@odata.id': `https://any.example/v1.0/directoryObjects/${id}` })
const items = '/directory/deletedItems'
const mostUsers = 7
const mostGroups = 3

const bare = { manager: undefined, assignment: undefined, invitation: undefined } as const

const made = (m: Model, name: string): Ask => {
  const displayName = `${'ABC'[m.serial % 3]} User ${m.serial}`
  const body = { displayName, userPrincipalName: name, accountEnabled: true, mailNickname: 'x' }
  const does = ({ id }: Json): void => {
    const user = { id: String(id), is: 'live', type: 'Member', name, displayName } as const
    const rest = { jobTitle: null, accountEnabled: true, state: null, roles: new Map() }
    m.users.push({ ...user, ...rest, ...bare })
  }
  return { ask: ['POST', '/users', body], status: 201, does }
}

const patched =
  (
    change: (cast: Cast) => Partial<Pick<User, 'jobTitle' | 'displayName' | 'accountEnabled'>>,
  ): Act =>
  (cast) => {
    const { user } = cast
    const body = change(cast)
    const ask = ['PATCH', `/users/${user.id}`, body] as const
    if (user.is !== 'live') return refused(404, ...ask)
    return { ask, status: 204, does: () => void Object.assign(user, body) }
  }

const users: Record<string, Act> = {
  create: ({ m }) =>
    m.users.length >= mostUsers ? undefined : made(m, `user-${m.serial++}@${m.domain}`),
  invite: ({ m }) => {
    if (m.users.length >= mostUsers) return undefined
    const invitedUserDisplayName = `${'ABC'[m.serial % 3]} Guest ${m.serial}`
    const invitedUserEmailAddress = `guest-${m.serial++}.${m.domain}@outside.example`
    const inviteRedirectUrl = 'https://app.example/'
    const body = { invitedUserDisplayName, invitedUserEmailAddress, inviteRedirectUrl }
    const does = ({ invitedUser, inviteRedeemUrl: link }: Json): void => {
      const user = { id: invitedUser['id'], is: 'live', type: 'Guest', roles: new Map() } as const
      const name = `${invitedUserEmailAddress.replace('@', '_')}#EXT#@${m.domain}`
      const shown = { name, displayName: invitedUserDisplayName, jobTitle: null } as const
      const state = 'PendingAcceptance'
      const invitation = { address: invitedUserEmailAddress, link: String(link) }
      m.users.push({ ...bare, ...user, ...shown, accountEnabled: true, state, invitation })
    }
    return { ask: ['POST', '/invitations', body], status: 201, does }
  },
  /** Takes the name that somebody has, or had while they were there. */
  createTwin: ({ m, user }) => {
    if (m.users.length >= mostUsers || user.type === 'Guest' || user.is === 'gone') return undefined
    m.serial++
    const twin = made(m, user.name)
    return holderOf(m, user.name) === undefined ? twin : refused(400, ...twin.ask)
  },
  title: patched(({ number }) => ({ jobTitle: number === 0 ? null : `Job ${number}` })),
  rename: patched(({ number, user }) => ({
    displayName: `${'ABC'[number % 3]} ${user.displayName.slice(2)}`,
  })),
  disable: patched(() => ({ accountEnabled: false })),
  enable: patched(() => ({ accountEnabled: true })),
  delete: ({ user }) => ({
    ask: ['DELETE', `/users/${user.id}`],
    status: user.is === 'live' ? 204 : 404,
    does: () => (user.is = 'deleted'),
  }),
  restore: ({ m, user }) => {
    const ask = ['POST', `${items}/${user.id}/restore`, {}] as const
    if (user.is !== 'deleted') return refused(404, ...ask)
    if (holderOf(m, user.name) !== undefined) return refused(409, ...ask)
    return { ask, status: 200, does: () => (user.is = 'live') }
  },
  restoreAnew: ({ m, user }) => {
    const newUserPrincipalName = `anew-${m.serial++}@${m.domain}`
    const ask = ['POST', `${items}/${user.id}/restore`, { newUserPrincipalName }] as const
    if (user.is !== 'deleted') return refused(404, ...ask)
    const does = () => Object.assign(user, { is: 'live', name: newUserPrincipalName })
    return { ask, status: 200, does }
  },
  purge: ({ m, user }) => {
    const ask = ['DELETE', `${items}/${user.id}`] as const
    if (user.is !== 'deleted') return refused(user.is === 'live' ? 409 : 404, ...ask)
    const does = (): void => {
      user.is = 'gone'
      endTies(m, user)
    }
    return { ask, status: 204, does }
  },
  manage: ({ user, other }) => {
    const ask = ['PUT', `/users/${user.id}/manager/$ref`, linked(other.id)] as const
    if (user === other) return refused(400, ...ask)
    if (user.is !== 'live' || other.is !== 'live') return refused(404, ...ask)
    if (chainOf(other).includes(user)) return refused(400, ...ask)
    return { ask, status: 204, does: () => (user.manager = other) }
  },
  /** One who is deleted is none to whoever looks, and is there again when they come back. */
  unmanage: ({ user }) => {
    const ask = ['DELETE', `/users/${user.id}/manager/$ref`] as const
    if (user.is !== 'live' || user.manager?.is !== 'live') return refused(404, ...ask)
    return { ask, status: 204, does: () => (user.manager = undefined) }
  },
}

const roleIds = [roles.guestInviter.id, roles.directoryReaders.id] as const
const assignments = '/roleManagement/directory/roleAssignments'
const given: Record<string, Act> = {
  give: ({ user, number }) => {
    const roleDefinitionId = roleIds[number % 2] ?? ''
    const body = { principalId: user.id, roleDefinitionId, directoryScopeId: '/' }
    const ask = ['POST', assignments, body] as const
    if (user.is !== 'live') return refused(404, ...ask)
    if (user.roles.has(roleDefinitionId)) return refused(409, ...ask)
    return { ask, status: 201, does: ({ id }) => void user.roles.set(roleDefinitionId, String(id)) }
  },
  takeRole: ({ user, number }) => {
    const role = roleIds[number % 2] ?? ''
    const assignment = user.roles.get(role)
    if (assignment === undefined) return undefined
    const ask = ['DELETE', `${assignments}/${assignment}`] as const
    if (user.is !== 'live') return refused(404, ...ask)
    return { ask, status: 204, does: () => void user.roles.delete(role) }
  },
  assign: ({ m, user, group, number }) => {
    const [one, path] = number % 2 === 0 ? [user, 'users'] : [group, 'groups']
    const body = { principalId: one.id, resourceId: m.application, appRoleId: zeroId }
    const ask = ['POST', `/${path}/${one.id}/appRoleAssignments`, body] as const
    if (one.is !== 'live') return refused(404, ...ask)
    if (one.assignment !== undefined) return refused(400, ...ask)
    return { ask, status: 201, does: ({ id }) => (one.assignment = String(id)) }
  },
  unassign: ({ m, user, group, number }) => {
    const one = number % 2 === 0 ? user : group
    if (one.assignment === undefined || one.is === 'gone') return undefined
    const path = `/servicePrincipals/${m.application}/appRoleAssignedTo/${one.assignment}`
    if (one.is !== 'live') return refused(404, 'DELETE', path)
    return { ask: ['DELETE', path], status: 204, does: () => (one.assignment = undefined) }
  },
}

const linkedTo =
  (list: 'members' | 'owners', inner: (cast: Cast) => User | Group): Act =>
  (cast) => {
    const { group } = cast
    const one = inner(cast)
    const ask = ['POST', `/groups/${group.id}/${list}/$ref`, linked(one.id)] as const
    if (group.is !== 'live' || one.is !== 'live') return refused(404, ...ask)
    const ties = group[list] as Set<User | Group>
    if (ties.has(one)) return refused(400, ...ask)
    return { ask, status: 204, does: () => void ties.add(one) }
  }
/** A group that has an owner keeps one who is there. */
const isLastOwner = (list: 'members' | 'owners', { owners }: Group): boolean =>
  list === 'owners' && live(owners).length === 1
const takenFrom =
  (list: 'members' | 'owners', inner: (cast: Cast) => User | Group): Act =>
  (cast) => {
    const { group } = cast
    const one = inner(cast)
    const ask = ['DELETE', `/groups/${group.id}/${list}/${one.id}/$ref`] as const
    const ties = group[list] as Set<User | Group>
    if (group.is !== 'live' || one.is !== 'live' || !ties.has(one)) return refused(404, ...ask)
    if (isLastOwner(list, group)) return refused(400, ...ask)
    return { ask, status: 204, does: () => void ties.delete(one) }
  }
const userOf = ({ user }: Cast): User => user
const outerOf = ({ outer }: Cast): Group => outer

const groups: Record<string, Act> = {
  createGroup: ({ m }) => {
    if (m.groups.length >= mostGroups) return undefined
    const displayName = `${'ABC'[m.serial % 3]} Group ${m.serial++}`
    const does = ({ id }: Json): void => {
      const group = { id: String(id), is: 'live', displayName, assignment: undefined } as const
      m.groups.push({ ...group, members: new Set(), owners: new Set() })
    }
    return { ask: ['POST', '/groups', { displayName }], status: 201, does }
  },
  add: linkedTo('members', userOf),
  take: takenFrom('members', userOf),
  nest: (cast) =>
    cast.group === cast.outer && cast.group.is === 'live'
      ? refused(400, 'POST', `/groups/${cast.group.id}/members/$ref`, linked(cast.outer.id))
      : linkedTo('members', outerOf)(cast),
  unnest: takenFrom('members', outerOf),
  own: linkedTo('owners', userOf),
  disown: takenFrom('owners', userOf),
  deleteGroup: ({ group }) => ({
    ask: ['DELETE', `/groups/${group.id}`],
    status: group.is === 'live' ? 204 : 404,
    does: () => (group.is = 'deleted'),
  }),
  restoreGroup: ({ group }) => ({
    ask: ['POST', `${items}/${group.id}/restore`, {}],
    status: group.is === 'deleted' ? 200 : 404,
    does: () => (group.is = 'live'),
  }),
  purgeGroup: ({ m, group }) => ({
    ask: ['DELETE', `${items}/${group.id}`],
    status: group.is === 'deleted' ? 204 : 404,
    does: () => {
      group.is = 'gone'
      endTies(m, group)
    },
  }),
}

const acts: Readonly<Record<string, Act>> = { ...users, ...given, ...groups }
export const actNames = Object.keys(acts)

const at = <T>(list: readonly T[], place: number): T => list[place % list.length] as T

/** What a step asks for and what has to come of it; nothing where it means nothing now. */
export const asked = (m: Model, step: Step): Ask | undefined =>
  acts[step.act]?.({
    m,
    user: at(m.users, step.user),
    other: at(m.users, step.other),
    group: at(m.groups, step.group),
    outer: at(m.groups, step.outer),
    number: step.number,
  })
