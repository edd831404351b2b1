/** The client's calls about users, live and deleted. */
import type {
  appRoleAssignment,
  NewAppRoleAssignment,
} from '../wire/graph/applications/app-role-assignment.ts'
import type { DefaultAnswer } from '../wire/graph/definition/answer.ts'
import type { DirectoryObject } from '../wire/graph/named.ts'
import type { directoryAudit } from '../wire/graph/audit.ts'
import type { UserSummary } from '../wire/graph/users/summary.ts'
import type { guestElsewhere } from '../wire/graph/users/guest-elsewhere.ts'
import type {
  federatedIdentity,
  FederatedIdentity,
  NewFederatedIdentity,
} from '../wire/graph/identity-provider.ts'
import type {
  ProtectionOutcome,
  PurgeAnswer,
  PurgeProtection,
  purgeRequest,
} from '../wire/graph/purge-protection.ts'
import type { erasure } from '../wire/graph/requests.ts'
import type { ForeseenDeletions, LeftOfUser, ManyResults } from '../wire/graph/users/many.ts'
import type { RestorePreviews } from '../wire/graph/users/previewing.ts'
import type {
  PurgeResults,
  RestoreOptions,
  RestorePreview,
  WithRestoreReport,
} from '../wire/graph/users/restoring.ts'
import type { DataPolicyOperation } from '../wire/graph/users/exporting.ts'
import type { PasswordLink, RemovedFactors } from '../wire/graph/users/user-operations.ts'
import type { NewUser, UserProperties, user } from '../wire/graph/users/user.ts'
import { base, path, reference, type Calls, type ListQuery } from './graph-calls.ts'
import { Problem, requestFile, type Fetch } from './problem.ts'
import { linked, selections, usual } from './selections.ts'

/** The same for many users at once, at most a hundred. */
const manyRoutes = ({ call }: Calls) => ({
  disableMany: (users: readonly string[]) =>
    call<ManyResults>('POST', '/users/guesthouse.disableMany', { users }),
  enableMany: (users: readonly string[]) =>
    call<ManyResults>('POST', '/users/guesthouse.enableMany', { users }),
  sponsorMany: (users: readonly string[], sponsor: string) =>
    call<ManyResults>('POST', '/users/guesthouse.sponsorMany', { users, sponsor }),
  /** What deleting these would come to. */
  foreseeDeletion: (users: readonly string[]) =>
    call<ForeseenDeletions>('POST', '/users/guesthouse.foreseeDeletion', { users }),
  /** Deletes 1 to 100 users, by id or principal name; what became of each. */
  removeMany: (users: readonly string[]) =>
    call<ManyResults>('POST', '/users/guesthouse.deleteMany', { users }),
})

/** What the page of a user begins with. */
const storyRoutes = ({ call, list }: Calls) => ({
  /** How they came in and what they reach. */
  summary: (id: string) => call<UserSummary>('GET', path('users', id, 'guesthouse.summary')),
  /** What happened to them, live or deleted, newest first. */
  timeline: (id: string, query?: ListQuery) =>
    list(usual<typeof directoryAudit>(), path('users', id, 'guesthouse.timeline'), query),
})

const groupsRoute = ({ list }: Pick<Calls, 'list'>) => ({
  /** The groups that somebody is in. What is asked for by type says none. */
  groups: async (id: string, query?: ListQuery) => {
    const page = await list(linked, path('users', id, 'memberOf', 'microsoft.graph.group'), query)
    const type = { '@odata.type': '#microsoft.graph.group' }
    return { ...page, value: page.value.map((group) => ({ ...group, ...type })) }
  },
})

export const userRoutes = ({ call, read, list }: Calls) => ({
  ...manyRoutes({ call, read, list }),
  ...storyRoutes({ call, read, list }),
  ...groupsRoute({ list }),
  list: (query?: ListQuery) => list(selections.listedUser, '/users', query),
  create: (properties: NewUser) => call<DefaultAnswer<typeof user>>('POST', '/users', properties),
  read: (id: string) => read(selections.user, path('users', id)),
  update: (id: string, properties: UserProperties) => call('PATCH', path('users', id), properties),
  remove: (id: string) => call('DELETE', path('users', id)),
  ownedObjects: (id: string, query?: ListQuery) =>
    list(linked, path('users', id, 'ownedObjects'), query),
  directReports: (id: string, query?: ListQuery) =>
    list(linked, path('users', id, 'directReports'), query),
  roles: (id: string, query?: ListQuery) =>
    list(selections.directoryRole, path('users', id, 'guesthouse.roles'), query),
  appRoleAssignments: (id: string, query?: ListQuery) =>
    list(selections.appRoleAssignment, path('users', id, 'appRoleAssignments'), query),
  assign: (id: string, assignment: NewAppRoleAssignment) =>
    call<DefaultAnswer<typeof appRoleAssignment>>(
      'POST',
      path('users', id, 'appRoleAssignments'),
      assignment,
    ),
  unassign: (id: string, assignmentId: string) =>
    call('DELETE', path('users', id, 'appRoleAssignments', assignmentId)),
  sponsors: (id: string, query?: ListQuery) => list(linked, path('users', id, 'sponsors'), query),
  sponsoredGuests: (id: string, query?: ListQuery) =>
    list(linked, path('users', id, 'guesthouse.sponsoredGuests'), query),
  addSponsor: (id: string, sponsorId: string) =>
    call('POST', path('users', id, 'sponsors', '$ref'), reference(sponsorId)),
  removeSponsor: (id: string, sponsorId: string) =>
    call('DELETE', path('users', id, 'sponsors', sponsorId, '$ref')),
  /** The manager; null when there is none. */
  manager: (id: string): Promise<DirectoryObject | null> =>
    read(linked, path('users', id, 'manager')).catch(noneIfMissing),
  setManager: (id: string, managerId: string) =>
    call('PUT', path('users', id, 'manager', '$ref'), reference(managerId)),
  removeManager: (id: string) => call('DELETE', path('users', id, 'manager', '$ref')),
  revokeSessions: (id: string) =>
    call<{ value: boolean }>('POST', path('users', id, 'revokeSignInSessions')),
  createPasswordLink: (id: string) =>
    call<PasswordLink>('POST', path('users', id, 'guesthouse.createPasswordLink')),
  resetFactors: (id: string) =>
    call<RemovedFactors>('POST', path('users', id, 'guesthouse.resetFactors')),
  identities: (id: string) =>
    list(usual<typeof federatedIdentity>(), path('users', id, 'guesthouse.identities')),
  tie: (id: string, identity: NewFederatedIdentity) =>
    call<FederatedIdentity>('POST', path('users', id, 'guesthouse.identities'), identity),
  untie: (id: string, identityId: string) =>
    call('DELETE', path('users', id, 'guesthouse.identities', identityId)),
})

export const exportRoutes = ({ call }: Calls, fetch: Fetch) => ({
  /** Begins an export of a user; whoever asked looks at it by its id. */
  begin: (userId: string) =>
    call<DataPolicyOperation>('POST', path('users', userId, 'exportPersonalData'), {}),
  read: (id: string) => call<DataPolicyOperation>('GET', path('dataPolicyOperations', id)),
  content: (id: string) =>
    requestFile(fetch, `${base}${path('dataPolicyOperations', id, 'guesthouse.content')}`),
})

const noneIfMissing = (error: unknown): null => {
  if (error instanceof Problem && error.status === 404) return null
  throw error
}

/** Deleted groups and applications. */
export const deletedRoutes = ({ call, read, list }: Calls) => ({
  list: (query?: ListQuery) =>
    list(selections.listedDeletedUser, '/directory/deletedItems/microsoft.graph.user', query),
  read: (id: string) => read(selections.deletedUser, path('directory', 'deletedItems', id)),
  preview: (id: string) =>
    call<RestorePreview>('GET', path('directory', 'deletedItems', id, 'guesthouse.restorePreview')),
  /** What restoring each of 1 to 20 users would bring back. */
  previewMany: (users: readonly string[]) =>
    call<RestorePreviews>('POST', '/directory/deletedItems/guesthouse.previewRestores', { users }),
  restore: (id: string, options: RestoreOptions = {}) =>
    call<DefaultAnswer<typeof user> & WithRestoreReport>(
      'POST',
      path('directory', 'deletedItems', id, 'restore'),
      options,
    ),
  holdMany: (users: readonly string[], reason: string) =>
    call<ManyResults>('POST', '/directory/deletedItems/guesthouse.holdMany', { users, reason }),
  endHoldMany: (users: readonly string[]) =>
    call<ManyResults>('POST', '/directory/deletedItems/guesthouse.endHoldMany', { users }),
  /**
   * Restores 1 to 100 users, by id or principal name, each without what is left out of it; what
   * became of each.
   */
  restoreMany: (users: readonly string[], leaveOut: readonly LeftOfUser[] = []) =>
    call<ManyResults>('POST', '/directory/deletedItems/guesthouse.restoreMany', {
      users,
      leaveOut,
    }),
  purge: (id: string) => call('DELETE', path('directory', 'deletedItems', id)),
  /** Permanently deletes 1 to 100 users; what became of each. */
  purgeMany: (ids: readonly string[]) =>
    call<PurgeResults>('POST', '/directory/deletedItems/guesthouse.permanentlyDelete', { ids }),
  hold: (id: string, reason: string) =>
    call('POST', path('directory', 'deletedItems', id, 'guesthouse.hold'), { reason }),
  endHold: (id: string) =>
    call('POST', path('directory', 'deletedItems', id, 'guesthouse.endHold')),
  erasures: (query?: ListQuery) => list(usual<typeof erasure>(), '/guesthouse.erasures', query),
  /** Permanent deletions, and less protection of them, that wait (R137). */
  purgeRequests: (query?: ListQuery) =>
    list(usual<typeof purgeRequest>(), '/guesthouse.purgeRequests', query),
  answerPurge: (id: string, action: PurgeAnswer) =>
    call('POST', path('guesthouse.purgeRequests', id, 'guesthouse.answer'), { action }),
  protectPurges: (protection: PurgeProtection, waitingHours: number) =>
    call<ProtectionOutcome>('POST', '/organization/guesthouse.protectPurges', {
      protection,
      waitingHours,
    }),
})

/** Where people whose home this is are guests, as far as that was agreed (R141). */
export const guestsElsewhereRoutes = ({ list }: Calls) => ({
  all: (query?: ListQuery) =>
    list(usual<typeof guestElsewhere>(), '/guesthouse.guestsElsewhere', query),
  of: (userId: string, query?: ListQuery) =>
    list(
      usual<typeof guestElsewhere>(),
      path('users', userId, 'guesthouse.guestsElsewhere'),
      query,
    ),
})
