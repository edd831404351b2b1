/**
 * A scene for each row of the directory API: the objects that its address and body name, of the
 * right kinds, so that the request reaches the handler and succeeds for who may. Every suite that
 * walks the rows plays these, and a row without a scene fails them.
 */
import { scopeIds } from '../../src/access/graph-scopes.ts'
import { roles } from '../../src/access/roles.ts'
import { newId, zeroId } from '../../src/kernel/ids.ts'
import { graphAudience } from '../../src/tokens/access-token.ts'
import { aPolicy, reference, type Stage } from './graph-stage.ts'

/** Ids by the names of the row's path, and those that only its body names. */
export type Ids = Readonly<Record<string, string>>
export type Scene = {
  readonly ids: Ids
  readonly body?: (ids: Ids) => object
  readonly headers?: Readonly<Record<string, string>>
  /** Names of `ids` that are no object of the organization: anybody may name them. */
  readonly open?: readonly string[]
  /** What the handler answers to everybody who walks the rows: nobody leaves their home. */
  readonly refused?: number
  /** What the handler answers where it says in a body, not by a status, that it found nothing. */
  readonly foundNothing?: (answer: unknown) => boolean
}

type Play = (stage: Stage, callerId: string) => Promise<Scene>

const empty: Play = () => Promise.resolve({ ids: {} })
const counted: Play = () => Promise.resolve({ ids: {}, headers: { consistencylevel: 'eventual' } })
const ofUser: Play = async (stage) => ({ ids: { id: await stage.user() } })
const ofDeleted: Play = async (stage) => ({ ids: { id: await stage.deleted() } })
const ofGroup: Play = async (stage) => ({ ids: { id: await stage.group() } })
const ofApplication: Play = async (stage) => ({ ids: { id: await stage.application() } })
const ofRegistration: Play = async (stage) => ({ ids: { id: await stage.registration() } })
const ofProvider: Play = async (stage) => ({ ids: { id: await stage.provider() } })
const ofRole = () => Promise.resolve({ ids: { id: roles.guestInviter.id }, open: ['id'] })
const ofEntry: Play = async (stage) => ({ ids: { id: await stage.entry() } })
const ofDomain: Play = async (stage) => ({ ids: { id: await stage.domain() } })
const ofItsDomain: Play = (stage) => Promise.resolve({ ids: { id: stage.at.domain } })
const ofPolicy: Play = async (stage) => ({ ids: { id: await stage.policy() } })
const ofInvitation: Play = async (stage) => ({ ids: { id: (await stage.invited()).invitation } })

// Each caller has its own, and nobody is told of others.
const noSubscription: Play = () =>
  Promise.resolve({ ids: { id: newId() }, open: ['id'], refused: 404 })
// Nothing answers there.
const subscribing =
  (resource: string): Play =>
  () =>
    Promise.resolve({
      ids: {},
      refused: 400,
      body: () => ({
        resource,
        changeType: 'updated',
        notificationUrl: 'https://127.0.0.1/hook',
        expirationDateTime: '2026-05-02T12:00:00Z',
      }),
    })

/** The same scene with each of these bodies. */
const sending = (play: Play, ...bodies: readonly object[]): Play[] =>
  bodies.map((body): Play => async (stage, caller) => ({
    ...(await play(stage, caller)),
    body: () => body,
  }))

const exported: Play = async (stage, callerId) => ({
  ids: { operationId: await stage.exported(callerId) },
})

const named =
  (properties: object = {}): Play =>
  (stage) =>
    Promise.resolve({
      ids: {},
      body: () => ({ displayName: `Scene ${stage.name()}`, ...properties }),
    })

const nothingPreviewed = (answer: unknown): boolean =>
  (answer as { value: { code?: string }[] }).value.every(({ code }) => code !== undefined)
const nonePurged = (answer: unknown): boolean =>
  (answer as { value: { deleted: boolean }[] }).value.every(({ deleted }) => !deleted)
const noneDone = (answer: unknown): boolean =>
  (answer as { value: { done: boolean }[] }).value.every(({ done }) => !done)

const managed: Play = async (stage) => {
  const [id, manager] = [await stage.user(), await stage.user()]
  await stage.link(`/users/${id}/manager`, manager)
  return { ids: { id } }
}
const sponsored: Play = async (stage) => {
  const [id, sponsorId] = [await stage.user(), await stage.user()]
  await stage.link(`/users/${id}/sponsors`, sponsorId)
  return { ids: { id, sponsorId } }
}
/** A user to be linked by `{path}/{id}/{property}/$ref`. */
const toLink =
  (holder: (stage: Stage) => Promise<string>): Play =>
  async (stage) => ({
    ids: { id: await holder(stage), other: await stage.user() },
    body: ({ other }) => reference(other),
  })
/** One who is linked, with another owner who stays. */
const linked =
  (path: string, property: string, holder: (stage: Stage) => Promise<string>): Play =>
  async (stage) => {
    const [id, userId, stays] = [await holder(stage), await stage.user(), await stage.user()]
    for (const one of [userId, stays]) await stage.link(`${path}/${id}/${property}`, one)
    return { ids: { id, userId } }
  }
const group = (stage: Stage): Promise<string> => stage.group()
const application = (stage: Stage): Promise<string> => stage.application()
const registration = (stage: Stage): Promise<string> => stage.registration()

type Side = 'user' | 'group' | 'application'
/** Who is assigned, or is to be, and to what; the one is at whose address it is asked. */
const pairOf = async (stage: Stage, side: Side): Promise<readonly [string, string]> => [
  await (side === 'group' ? stage.group() : stage.user()),
  await stage.application(),
]
const toAssign =
  (side: Side): Play =>
  async (stage) => {
    const [who, app] = await pairOf(stage, side)
    return {
      ids: side === 'application' ? { id: app, who } : { id: who, app },
      body: (ids) => ({
        principalId: ids['who'] ?? ids['id'],
        resourceId: ids['app'] ?? ids['id'],
        appRoleId: zeroId,
      }),
    }
  }
const assigned =
  (side: Side): Play =>
  async (stage) => {
    const [who, app] = await pairOf(stage, side)
    const assignmentId = await stage.assigned(who, app)
    return { ids: { id: side === 'application' ? app : who, assignmentId } }
  }
const toPermit: Play = async (stage) => ({
  ids: { id: await stage.application(), resourceId: await stage.application() },
  body: ({ id, resourceId }) => ({ principalId: id, resourceId, appRoleId: zeroId }),
})
const permitted: Play = async (stage) => {
  const id = await stage.application()
  const resourceId = await stage.application()
  return { ids: { id, assignmentId: await stage.assigned(id, resourceId) } }
}
const granted: Play = async (stage) => ({
  ids: { id: await stage.granted(await stage.application()) },
})
const federated: Play = async (stage) => {
  const id = await stage.registration()
  return { ids: { id, credentialId: await stage.federated(id) } }
}
// The id of a password is the same everywhere, and no object of an organization.
const method =
  (at: string): Play =>
  async (stage) => ({
    ids: await stage.method(at),
    open: at.startsWith('fido2') || at.startsWith('software') ? [] : ['methodId'],
  })
const methodsAt = (at: string): (readonly [string, Play])[] => [
  [`GET /me/authentication/${at}`, empty],
  [`GET /users/:id/authentication/${at}`, ofUser],
  [`GET /users/:id/authentication/${at}/:methodId`, method(at)],
]
const toGrant: Play = async (stage) => ({
  ids: { clientId: await stage.application(), resourceId: await stage.exposing() },
  body: (ids) => ({ ...ids, consentType: 'AllPrincipals', scope: 'read' }),
})
const secret: Play = async (stage) => {
  const id = await stage.application()
  return { ids: { id, keyId: await stage.secret(id) }, body: ({ keyId }) => ({ keyId }) }
}
const secretOfRegistration: Play = async (stage) => {
  const app = await stage.application()
  const [id, keyId] = [await stage.registrationOf(app), await stage.secret(app)]
  return { ids: { id, keyId }, body: ({ keyId: named }) => ({ keyId: named }) }
}
/** What somebody else has asked for, of a kind. */
const answeringPurge =
  (kind: 'user' | 'group' | 'application' | 'protection', action: string): Play =>
  async (stage) => ({ ids: { id: await stage.purgeRequest(kind) }, body: () => ({ action }) })
const answering =
  (kind: 'removal' | 'restore', action: string): Play =>
  async (stage) => ({
    ids: { id: await stage.request(kind) },
    body: () => ({ action, message: 'Scene' }),
  })
const answeringMany =
  (kind: 'removal' | 'restore', action: string): Play =>
  async (stage) => ({
    ids: { one: await stage.request(kind) },
    body: ({ one }) => ({ ids: [one], action, message: 'Scene' }),
    foundNothing: (answer) =>
      (answer as { value: { done: boolean }[] }).value.every(({ done }) => !done),
  })
const inviting: Play = (stage) =>
  Promise.resolve({
    ids: {},
    body: () => ({
      invitedUserEmailAddress: `${stage.name()}@outside.example`,
      inviteRedirectUrl: 'https://app.example/',
    }),
  })
const resetting: Play = async (stage) => {
  const { user, address } = await stage.invited()
  const common = {
    invitedUserEmailAddress: address,
    inviteRedirectUrl: 'https://app.example/',
    resetRedemption: true,
  }
  return { ids: { user }, body: ({ user: id }) => ({ ...common, invitedUser: { id } }) }
}
const partner: Play = (stage) => Promise.resolve({ ids: { id: stage.partner }, open: ['id'] })
const namedPartner: Play = async (stage) => ({
  ids: { id: await stage.namedPartner() },
  open: ['id'],
})
const userRead = {
  resourceAppId: graphAudience,
  resourceAccess: [{ id: scopeIds['User.Read'], type: 'Scope' }],
}

const membered: Play = async (stage) => {
  const [id, group] = [await stage.user(), await stage.group()]
  await stage.link(`/groups/${group}/members`, id)
  return { ids: { id } }
}
const nothingSaid = (answer: unknown): boolean =>
  (answer as { value: unknown[] }).value.length === 0
/** Which groups an object is in, and which of some. */
const checking = (at: string, play: Play): [string, Play][] =>
  Object.entries({
    checkMemberGroups: { groupIds: [zeroId] },
    checkMemberObjects: { ids: [zeroId] },
    getMemberGroups: { securityEnabledOnly: true },
    getMemberObjects: { securityEnabledOnly: false },
  }).map(([name, body]) => [
    `POST /${at}/:id/${name}`,
    async (stage, caller) => ({ ...(await play(stage, caller)), body: () => body }),
  ])

/**
 * Method and path of each row, and what happens there: one scene, or several whose bodies ask for
 * something else.
 */
export const scenes: Readonly<Record<string, Play | readonly Play[]>> = {
  'GET /me': empty,
  'PATCH /me': sending(empty, { mobilePhone: '1' }, { jobTitle: 'Scene' }, {}),
  'POST /me/changePassword': () =>
    Promise.resolve({
      ids: {},
      body: () => ({ currentPassword: 'none', newPassword: 'another one' }),
      refused: 400,
    }),
  'GET /me/guesthouse.capabilities': empty,
  'GET /me/guesthouse.organizations': empty,
  'POST /me/guesthouse.leaveOrganization': () => Promise.resolve({ ids: {}, refused: 400 }),
  'GET /me/memberOf': empty,
  'DELETE /me/memberOf/:groupId/$ref': async (stage, callerId) => {
    const groupId = await stage.group()
    await stage.link(`/groups/${groupId}/members`, callerId)
    return { ids: { groupId } }
  },
  'GET /guesthouse.findings': empty,
  'GET /guesthouse.overview': empty,
  'GET /users': empty,
  'GET /users/$count': counted,
  'GET /users/delta': empty,
  'POST /users/validatePassword': sending(empty, { password: 'another one' }),
  'POST /users': (stage) => {
    const name = stage.name()
    return Promise.resolve({
      ids: {},
      body: () => ({ displayName: name, userPrincipalName: `${name}@${stage.at.domain}` }),
    })
  },
  'GET /users/:id': ofUser,
  'PATCH /users/:id': sending(
    ofUser,
    { jobTitle: 'Scene' },
    { accountEnabled: false },
    { accountEnabled: false, jobTitle: 'Scene' },
    { otherMails: [] },
    { mobilePhone: '1' },
    { passwordProfile: { password: 'Wert-71-zumba-Kante' } },
    {},
  ),
  'DELETE /users/:id': ofUser,
  'POST /users/:id/revokeSignInSessions': ofUser,
  'POST /users/:id/guesthouse.createPasswordLink': ofUser,
  'POST /users/:id/guesthouse.resetFactors': ofUser,
  'POST /users/:id/exportPersonalData': ofUser,
  'GET /dataPolicyOperations/:operationId': exported,
  'GET /dataPolicyOperations/:operationId/guesthouse.content': exported,
  ...Object.fromEntries(
    ['methods', 'passwordMethods', 'fido2Methods', 'softwareOathMethods'].flatMap(methodsAt),
  ),
  'DELETE /users/:id/authentication/fido2Methods/:methodId': method('fido2Methods'),
  'DELETE /users/:id/authentication/softwareOathMethods/:methodId': method('softwareOathMethods'),
  'GET /users/:id/memberOf': ofUser,
  'GET /users/:id/transitiveMemberOf': ofUser,
  'GET /users/:id/createdObjects': ofUser,
  'GET /users/:id/sponsorOf': ofUser,
  ...Object.fromEntries([
    ...checking('users', membered),
    ...checking('directoryObjects', membered),
    ...checking('groups', ofGroup),
    ...checking('servicePrincipals', ofApplication),
  ]),
  'GET /directoryObjects/:id': ofUser,
  'DELETE /directoryObjects/:id': ofUser,
  'POST /directoryObjects/getByIds': async (stage) => ({
    ids: { one: await stage.user() },
    body: ({ one }) => ({ ids: [one] }),
    foundNothing: nothingSaid,
  }),
  'POST /directory/deletedItems/getUserOwnedObjects': async (stage) => ({
    ids: { user: await stage.user() },
    body: ({ user }) => ({ userId: user, type: 'Group' }),
    foundNothing: nothingSaid,
  }),
  'GET /users/:id/ownedObjects': ofUser,
  'GET /users/:id/directReports': ofUser,
  'GET /users/:id/sponsors': ofUser,
  'GET /users/:id/guesthouse.sponsoredGuests': ofUser,
  'GET /users/:id/guesthouse.guestsElsewhere': ofUser,
  'GET /users/:id/guesthouse.timeline': ofUser,
  'GET /users/:id/guesthouse.summary': ofUser,
  'GET /guesthouse.guestsElsewhere': empty,
  'GET /users/:id/guesthouse.roles': ofUser,
  'GET /users/:id/manager': managed,
  'GET /users/:id/manager/$ref': managed,
  'PUT /users/:id/manager/$ref': toLink((stage) => stage.user()),
  'DELETE /users/:id/manager/$ref': managed,
  'POST /users/:id/sponsors/$ref': toLink((stage) => stage.user()),
  'DELETE /users/:id/sponsors/:sponsorId/$ref': sponsored,
  'GET /users/:id/appRoleAssignments': ofUser,
  'GET /users/:id/oauth2PermissionGrants': ofUser,
  'POST /users/:id/appRoleAssignments': toAssign('user'),
  'DELETE /users/:id/appRoleAssignments/:assignmentId': assigned('user'),
  'GET /groups/:id/appRoleAssignments': ofGroup,
  'POST /groups/:id/appRoleAssignments': toAssign('group'),
  'DELETE /groups/:id/appRoleAssignments/:assignmentId': assigned('group'),
  'GET /servicePrincipals/:id/appRoleAssignedTo': ofApplication,
  'POST /servicePrincipals/:id/appRoleAssignedTo': toAssign('application'),
  'DELETE /servicePrincipals/:id/appRoleAssignedTo/:assignmentId': assigned('application'),
  'GET /users/:id/guesthouse.identities': ofUser,
  'POST /users/:id/guesthouse.identities': async (stage) => {
    const issuer = await stage.homeIssuer()
    return {
      ids: { id: await stage.user() },
      body: () => ({ issuer, issuerAssignedId: stage.name() }),
    }
  },
  'DELETE /users/:id/guesthouse.identities/:identityId': async (stage) => ({
    ids: await stage.tied(),
  }),
  'GET /directory/deletedItems/microsoft.graph.user': empty,
  'GET /directory/deletedItems/microsoft.graph.user/$count': counted,
  'POST /directory/deletedItems/guesthouse.permanentlyDelete': async (stage) => ({
    ids: { one: await stage.deleted() },
    body: ({ one }) => ({ ids: [one] }),
    foundNothing: nonePurged,
  }),
  'POST /directory/deletedItems/microsoft.graph.group/guesthouse.permanentlyDelete': async (
    stage,
  ) => ({
    ids: { one: await stage.deletedGroup() },
    body: ({ one }) => ({ ids: [one] }),
    foundNothing: nonePurged,
  }),
  'POST /directory/deletedItems/microsoft.graph.application/guesthouse.permanentlyDelete': async (
    stage,
  ) => ({
    ids: { one: await stage.deletedRegistration() },
    body: ({ one }) => ({ ids: [one] }),
    foundNothing: nonePurged,
  }),
  'POST /directory/deletedItems/microsoft.graph.servicePrincipal/guesthouse.permanentlyDelete':
    async (stage) => ({
      ids: { one: await stage.deletedApplication() },
      body: ({ one }) => ({ ids: [one] }),
      foundNothing: nonePurged,
    }),
  'GET /directory/deletedItems/microsoft.graph.group': empty,
  'GET /directory/deletedItems/microsoft.graph.group/$count': counted,
  'GET /directory/deletedItems/microsoft.graph.application': empty,
  'GET /directory/deletedItems/microsoft.graph.application/$count': counted,
  'GET /directory/deletedItems/microsoft.graph.servicePrincipal': empty,
  'GET /directory/deletedItems/microsoft.graph.servicePrincipal/$count': counted,
  'GET /directory/deletedItems/:id/guesthouse.objectRestorePreview': async (stage) => ({
    ids: { id: await stage.deletedGroup() },
  }),
  'POST /directory/deletedItems/guesthouse.restoreMany': async (stage) => ({
    ids: { one: await stage.deleted() },
    body: ({ one }) => ({ users: [one] }),
    foundNothing: noneDone,
  }),
  'POST /directory/deletedItems/guesthouse.previewRestores': async (stage) => ({
    ids: { one: await stage.deleted() },
    body: ({ one }) => ({ users: [one] }),
    foundNothing: nothingPreviewed,
  }),
  'POST /directory/deletedItems/microsoft.graph.group/guesthouse.restoreMany': async (stage) => ({
    ids: { one: await stage.deletedGroup() },
    body: ({ one }) => ({ ids: [one] }),
    foundNothing: noneDone,
  }),
  'POST /directory/deletedItems/microsoft.graph.group/guesthouse.previewRestores': async (
    stage,
  ) => ({
    ids: { one: await stage.deletedGroup() },
    body: ({ one }) => ({ ids: [one] }),
    foundNothing: nothingPreviewed,
  }),
  'POST /directory/deletedItems/microsoft.graph.application/guesthouse.restoreMany': async (
    stage,
  ) => ({
    ids: { one: await stage.deletedRegistration() },
    body: ({ one }) => ({ ids: [one] }),
    foundNothing: noneDone,
  }),
  'POST /directory/deletedItems/microsoft.graph.servicePrincipal/guesthouse.restoreMany': async (
    stage,
  ) => ({
    ids: { one: await stage.deletedApplication() },
    body: ({ one }) => ({ ids: [one] }),
    foundNothing: noneDone,
  }),
  'POST /directory/deletedItems/microsoft.graph.application/guesthouse.previewRestores': async (
    stage,
  ) => ({
    ids: { one: await stage.deletedRegistration() },
    body: ({ one }) => ({ ids: [one] }),
    foundNothing: nothingPreviewed,
  }),
  'POST /directory/deletedItems/microsoft.graph.servicePrincipal/guesthouse.previewRestores':
    async (stage) => ({
      ids: { one: await stage.deletedApplication() },
      body: ({ one }) => ({ ids: [one] }),
      foundNothing: nothingPreviewed,
    }),
  'POST /users/guesthouse.deleteMany': async (stage) => ({
    ids: { one: await stage.user() },
    body: ({ one }) => ({ users: [one] }),
    foundNothing: noneDone,
  }),
  'POST /users/guesthouse.foreseeDeletion': async (stage) => ({
    ids: { one: await stage.user() },
    body: ({ one }) => ({ users: [one] }),
    foundNothing: (answer) => (answer as { deletable: number }).deletable === 0,
  }),
  'POST /users/guesthouse.disableMany': async (stage) => ({
    ids: { one: await stage.user() },
    body: ({ one }) => ({ users: [one] }),
    foundNothing: noneDone,
  }),
  'POST /users/guesthouse.enableMany': async (stage) => ({
    ids: { one: await stage.user() },
    body: ({ one }) => ({ users: [one] }),
    foundNothing: noneDone,
  }),
  'POST /users/guesthouse.sponsorMany': async (stage) => ({
    ids: { one: await stage.user(), sponsor: await stage.user() },
    body: ({ one, sponsor }) => ({ users: [one], sponsor }),
    foundNothing: noneDone,
  }),
  'POST /directory/deletedItems/guesthouse.holdMany': async (stage) => ({
    ids: { one: await stage.deleted() },
    body: ({ one }) => ({ users: [one], reason: 'Scene' }),
    foundNothing: noneDone,
  }),
  'POST /directory/deletedItems/guesthouse.endHoldMany': async (stage) => ({
    ids: { one: await stage.deleted() },
    body: ({ one }) => ({ users: [one] }),
    foundNothing: noneDone,
  }),
  'GET /directory/deletedItems/:id': ofDeleted,
  'DELETE /directory/deletedItems/:id': ofDeleted,
  'POST /directory/deletedItems/:id/restore': sending(ofDeleted, {}),
  'GET /directory/deletedItems/:id/guesthouse.restorePreview': ofDeleted,
  'POST /directory/deletedItems/:id/guesthouse.hold': sending(ofDeleted, { reason: 'Scene' }),
  'POST /directory/deletedItems/:id/guesthouse.endHold': async (stage) => ({
    ids: { id: await stage.held() },
  }),
  'GET /guesthouse.requests': empty,
  'POST /guesthouse.requests/:id/guesthouse.answer': [
    answering('removal', 'decline'),
    answering('removal', 'enable'),
    answering('removal', 'delete'),
    answering('restore', 'restore'),
  ],
  'POST /guesthouse.requests/guesthouse.answer': [
    answeringMany('removal', 'hold'),
    answeringMany('removal', 'enable'),
    answeringMany('removal', 'delete'),
    answeringMany('restore', 'restore'),
  ],
  'GET /guesthouse.erasures': empty,
  'GET /guesthouse.purgeRequests': empty,
  'POST /guesthouse.purgeRequests/:id/guesthouse.answer': [
    answeringPurge('user', 'approve'),
    answeringPurge('group', 'approveGroup'),
    answeringPurge('application', 'approveApplication'),
    answeringPurge('protection', 'approveProtection'),
    answeringPurge('user', 'refuse'),
  ],
  'POST /organization/guesthouse.protectPurges': sending(empty, { protection: 'none' }),
  'POST /invitations': [inviting, resetting],
  'GET /guesthouse.invitations': empty,
  'POST /guesthouse.invitations/:id/guesthouse.resend': sending(ofInvitation, {
    sendInvitationMessage: false,
  }),
  'POST /guesthouse.invitations/:id/guesthouse.revoke': ofInvitation,
  'GET /policies/authorizationPolicy': empty,
  'GET /policies/authorizationPolicy/authorizationPolicy': empty,
  'GET /policies/identitySecurityDefaultsEnforcementPolicy': empty,
  'GET /policies/adminConsentRequestPolicy': empty,
  'GET /policies/crossTenantAccessPolicy': empty,
  'GET /policies/crossTenantAccessPolicy/default': empty,
  'GET /policies/crossTenantAccessPolicy/partners': empty,
  'POST /policies/crossTenantAccessPolicy/partners': async (stage) => ({
    ids: { tenantId: await stage.noPartner() },
    open: ['tenantId'],
    body: (ids) => ids,
  }),
  'GET /policies/crossTenantAccessPolicy/partners/:id': async (stage) => ({
    ids: { id: await stage.keptPartner() },
    open: ['id'],
  }),
  'PATCH /policies/crossTenantAccessPolicy/partners/:id': sending(namedPartner, {
    inboundTrust: null,
  }),
  'DELETE /policies/crossTenantAccessPolicy/partners/:id': namedPartner,
  'GET /tenantRelationships/findTenantInformationByTenantId/:tenantId': (stage) =>
    Promise.resolve({ ids: { tenantId: stage.partner }, open: ['tenantId'] }),
  'GET /tenantRelationships/findTenantInformationByDomainName/:domainName': (stage) =>
    Promise.resolve({ ids: { domainName: stage.at.domain }, open: ['domainName'] }),
  'PATCH /policies/authorizationPolicy': sending(empty, { allowInvitesFrom: 'everyone' }),
  'PUT /policies/guesthouse.automaticRedemptions/:id': partner,
  'DELETE /policies/guesthouse.automaticRedemptions/:id': partner,
  'GET /groups': empty,
  'GET /groups/$count': counted,
  'GET /groups/delta': empty,
  'GET /applications/delta': empty,
  'GET /servicePrincipals/delta': empty,
  'GET /directoryObjects/delta': empty,
  'GET /directoryRoles/delta': empty,
  'GET /oauth2PermissionGrants/delta': empty,
  'POST /groups': [named(), named({ isAssignableToRole: true })],
  'GET /groups/:id': ofGroup,
  'PATCH /groups/:id': sending(ofGroup, { description: 'Scene' }),
  'DELETE /groups/:id': ofGroup,
  'GET /groups/:id/members': ofGroup,
  'GET /groups/:id/members/$ref': ofGroup,
  'GET /groups/:id/members/:userId': async (stage) => {
    const [id, userId] = [await stage.group(), await stage.user()]
    await stage.link(`/groups/${id}/members`, userId)
    return { ids: { id, userId } }
  },
  'POST /groups/:id/renew': ofGroup,
  'POST /groups/:id/validateProperties': sending(ofGroup, { displayName: 'Scene' }),
  'POST /directoryObjects/validateProperties': sending(empty, { displayName: 'Scene' }),
  'GET /groups/:id/transitiveMembers': ofGroup,
  'GET /groups/:id/memberOf': ofGroup,
  'GET /groups/:id/transitiveMemberOf': ofGroup,
  'POST /groups/:id/members/$ref': toLink(group),
  'DELETE /groups/:id/members/:userId/$ref': linked('/groups', 'members', group),
  'GET /groups/:id/owners': ofGroup,
  'POST /groups/:id/owners/$ref': toLink(group),
  'DELETE /groups/:id/owners/:userId/$ref': linked('/groups', 'owners', group),
  'GET /applications': empty,
  'GET /applications/$count': counted,
  'POST /applications': [
    named(),
    named({ requiredResourceAccess: [] }),
    named({ requiredResourceAccess: [userRead] }),
  ],
  'GET /applications/:id': ofRegistration,
  'PATCH /applications/:id': sending(
    ofRegistration,
    { description: 'Scene' },
    { requiredResourceAccess: [userRead] },
  ),
  'DELETE /applications/:id': ofRegistration,
  'POST /applications/:id/addPassword': sending(ofRegistration, {}),
  'POST /applications/:id/removePassword': secretOfRegistration,
  'GET /applications/:id/owners': ofRegistration,
  'POST /applications/:id/owners/$ref': toLink(registration),
  'DELETE /applications/:id/owners/:userId/$ref': linked('/applications', 'owners', registration),
  'GET /servicePrincipals': empty,
  'GET /servicePrincipals/$count': counted,
  'POST /servicePrincipals': [
    named(),
    async (stage) => {
      const { appId } = await stage.onlyRegistered()
      return { ids: { appId }, body: ({ appId: named }) => ({ appId: named }) }
    },
  ],
  'GET /servicePrincipals/:id': ofApplication,
  'PATCH /servicePrincipals/:id': sending(
    ofApplication,
    { description: 'Scene' },
    { 'guesthouse.graphScopes': ['User.Read'] },
  ),
  'DELETE /servicePrincipals/:id': ofApplication,
  'GET /servicePrincipals/:id/appRoleAssignments': ofApplication,
  'POST /servicePrincipals/:id/appRoleAssignments': toPermit,
  'DELETE /servicePrincipals/:id/appRoleAssignments/:assignmentId': permitted,
  'GET /servicePrincipals/:id/oauth2PermissionGrants': ofApplication,
  'GET /applications/:id/federatedIdentityCredentials': ofRegistration,
  'GET /applications/:id/federatedIdentityCredentials/:credentialId': federated,
  'POST /applications/:id/federatedIdentityCredentials': sending(ofRegistration, {
    name: 'scene',
    issuer: 'https://issuer.example',
    subject: 'scene',
    audiences: ['api://AzureADTokenExchange'],
  }),
  'PATCH /applications/:id/federatedIdentityCredentials/:credentialId': sending(federated, {
    description: 'Scene',
  }),
  'DELETE /applications/:id/federatedIdentityCredentials/:credentialId': federated,
  'GET /subscriptions': empty,
  'POST /subscriptions': ['users', `users/${zeroId}`, 'groups', `groups/${zeroId}/members`].map(
    subscribing,
  ),
  'GET /subscriptions/:id': noSubscription,
  'PATCH /subscriptions/:id': sending(noSubscription, {
    expirationDateTime: '2026-05-02T12:00:00Z',
  }),
  'DELETE /subscriptions/:id': noSubscription,
  'POST /subscriptions/:id/reauthorize': noSubscription,
  'GET /oauth2PermissionGrants': empty,
  'GET /oauth2PermissionGrants/:id': granted,
  'POST /oauth2PermissionGrants': toGrant,
  'PATCH /oauth2PermissionGrants/:id': sending(granted, { scope: 'read' }),
  'DELETE /oauth2PermissionGrants/:id': granted,
  'POST /servicePrincipals/:id/addPassword': sending(ofApplication, {}),
  'POST /servicePrincipals/:id/removePassword': secret,
  'GET /servicePrincipals/:id/owners': ofApplication,
  'GET /servicePrincipals/:id/ownedObjects': ofApplication,
  'GET /servicePrincipals/:id/memberOf': ofApplication,
  'GET /servicePrincipals/:id/transitiveMemberOf': ofApplication,
  'POST /servicePrincipals/:id/owners/$ref': toLink(application),
  'DELETE /servicePrincipals/:id/owners/:userId/$ref': linked(
    '/servicePrincipals',
    'owners',
    application,
  ),
  'GET /directoryRoles': empty,
  'GET /directoryRoles/:id': ofRole,
  'GET /directoryRoles/:id/members': ofRole,
  'GET /directoryRoleTemplates': empty,
  'GET /directoryRoleTemplates/:id': ofRole,
  'POST /directoryRoles': () =>
    Promise.resolve({
      ids: {},
      body: () => ({ roleTemplateId: roles.guestInviter.id }),
      refused: 409,
    }),
  'POST /directoryRoles/:id/members/$ref': async (stage) => ({
    ...(await ofRole()),
    ids: { id: roles.guestInviter.id, user: await stage.user() },
    body: ({ user }) => reference(user),
  }),
  'DELETE /directoryRoles/:id/members/:userId/$ref': async (stage) => ({
    ...(await ofRole()),
    ids: { id: roles.guestInviter.id, userId: await stage.roleHolder() },
  }),
  'GET /roleManagement/directory/roleDefinitions': empty,
  'GET /roleManagement/directory/roleDefinitions/:id': ofRole,
  'GET /roleManagement/directory/roleAssignments': empty,
  'GET /roleManagement/directory/roleAssignments/:id': async (stage) => ({
    ids: { id: await stage.holder() },
  }),
  'POST /roleManagement/directory/roleAssignments': async (stage) => ({
    ids: { user: await stage.user() },
    body: ({ user }) => ({ principalId: user, roleDefinitionId: roles.guestInviter.id }),
  }),
  'DELETE /roleManagement/directory/roleAssignments/:id': async (stage) => ({
    ids: { id: await stage.holder() },
  }),
  'GET /organization': empty,
  'GET /organization/:id': (stage) => Promise.resolve({ ids: { id: stage.at.id } }),
  'GET /domains': empty,
  'GET /reports/authenticationMethods/userRegistrationDetails': empty,
  'POST /domains': (stage) =>
    Promise.resolve({ ids: {}, body: () => ({ id: `${stage.name()}.example` }) }),
  'GET /domains/:id': ofItsDomain,
  'PATCH /domains/:id': sending(ofItsDomain, { isDefault: true }),
  'DELETE /domains/:id': ofDomain,
  'GET /domains/:id/verificationDnsRecords': ofDomain,
  'POST /domains/:id/verify': async (stage) => ({
    ids: { id: await stage.domain() },
    refused: 400,
  }),
  'GET /domains/:id/domainNameReferences': ofItsDomain,
  'PATCH /organization/:id': (stage) =>
    Promise.resolve({ ids: { id: stage.at.id }, body: () => ({ displayName: stage.at.name }) }),
  'GET /policies/externalIdentitiesPolicy': empty,
  'PATCH /policies/externalIdentitiesPolicy': sending(empty, {
    allowExternalIdentitiesToLeave: true,
  }),
  'POST /policies/guesthouse.simulate': sending(empty, { allowExternalIdentitiesToLeave: true }),
  'GET /identity/identityProviders': empty,
  'POST /identity/identityProviders': (stage) =>
    named({ issuer: `https://login-${stage.name()}.example`, clientId: 'guesthouse' })(stage, ''),
  'GET /identity/identityProviders/:id': ofProvider,
  'PATCH /identity/identityProviders/:id': sending(ofProvider, { displayName: 'Scene' }),
  'DELETE /identity/identityProviders/:id': ofProvider,
  'POST /identity/identityProviders/:id/guesthouse.test': ofProvider,
  'GET /identityGovernance/lifecycleWorkflows/lifecyclePolicies': empty,
  'POST /identityGovernance/lifecycleWorkflows/lifecyclePolicies': sending(empty, aPolicy),
  'POST /identityGovernance/lifecycleWorkflows/lifecyclePolicies/guesthouse.simulate': sending(
    empty,
    aPolicy,
  ),
  'POST /identityGovernance/lifecycleWorkflows/lifecyclePolicies/guesthouse.save': sending(empty, {
    ...aPolicy,
    seen: 'off',
  }),
  'GET /identityGovernance/lifecycleWorkflows/lifecyclePolicies/:id/guesthouse.results': ofPolicy,
  'GET /identityGovernance/lifecycleWorkflows/lifecyclePolicies/:id': ofPolicy,
  'PATCH /identityGovernance/lifecycleWorkflows/lifecyclePolicies/:id': sending(ofPolicy, {
    displayName: 'Scene',
  }),
  'DELETE /identityGovernance/lifecycleWorkflows/lifecyclePolicies/:id': ofPolicy,
  'GET /users/:id/guesthouse.lifecycle': ofUser,
  'POST /users/:id/microsoft.graph.identityGovernance.attest': async (stage) => ({
    ids: { id: (await stage.invited()).user },
  }),
  'GET /auditLogs/directoryAudits': empty,
  'GET /auditLogs/directoryAudits/:id': ofEntry,
  'GET /auditLogs/signIns': empty,
  'GET /auditLogs/signIns/:id': ofEntry,
  'GET /auditLogs/guesthouse.exportDirectoryAudits': empty,
  'GET /auditLogs/guesthouse.activities': empty,
}

/** The scenes of a row. */
export const scenesOf = ({
  method,
  path,
}: {
  readonly method: string
  readonly path: string
}): readonly Play[] => {
  const found = scenes[`${method} ${path}`]
  if (found === undefined) throw new Error(`${method} ${path} has no scene.`)
  return [found].flat()
}

/** Where a scene is played: the row's path with these ids. */
export const addressOf = (path: string, ids: Ids): string =>
  `/v1.0${path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent((ids[name] ?? '').toWellFormed()))}`
