/** Fabrikam with something in it for each dialog of the admin centre to be about. */
import { roles } from '../../../src/access/roles.ts'
import { vouchForDomain } from '../../../src/directory/organizations/add-domain.ts'
import {
  graphAudience,
  roleIds,
  scopeIds,
} from '../../../src/wire/graph/applications/graph-permissions.ts'
import type { Domain } from '../../../src/kernel/domain.ts'
import { zeroId } from '../../../src/kernel/ids.ts'
import { json } from '../../json.ts'
import { served } from '../../machines/served.ts'
import { createPolicy } from '../../policies.ts'

type World = Awaited<ReturnType<typeof served>>

/** What its administrator makes and ties. */
const handOf = (w: World) => {
  const frank = w.as(w.frank, w.fabrikam)
  const post = async (path: string, body: object, status = 201) =>
    json(await frank.post(`/v1.0/${path}`, body), status)
  const made = async (path: string, body: object): Promise<string> =>
    String((await post(path, body))['id'])
  return {
    frank,
    post,
    made,
    named: (path: string, displayName: string) => made(path, { displayName }),
    tie: (path: string, id: string) =>
      post(`${path}/$ref`, { '@odata.id': `https://x.example/directoryObjects/${id}` }, 204),
    remove: async (path: string) => json(await frank.delete(`/v1.0/${path}`), 204),
  }
}
type Hand = ReturnType<typeof handOf>

const makeThings = async (w: World, { made, named, post, tie }: Hand) => {
  const [bob, fiona] = [w.userOf(w.bob, w.fabrikam), w.fiona.userId]
  const group = await named('groups', 'Aurora')
  const application = await named('servicePrincipals', 'Ledger')
  await tie(`groups/${group}/members`, bob)
  await tie(`groups/${group}/owners`, fiona)
  await tie(`groups/${group}/owners`, w.frank.userId)
  await tie(`users/${bob}/sponsors`, fiona)
  const assignment = { principalId: group, resourceId: application, appRoleId: zeroId }
  await post(`servicePrincipals/${application}/appRoleAssignedTo`, assignment)
  const secret = { passwordCredential: { displayName: 'Old server' } }
  await post(`servicePrincipals/${application}/addPassword`, secret, 200)
  const appRoles = [{ displayName: 'Reader', value: 'read', description: null }]
  const { frank } = handOf(w)
  await json(await frank.patch(`/v1.0/servicePrincipals/${application}`, { appRoles }), 204)
  const graph = `servicePrincipals(appId='${graphAudience}')`
  const { id: resourceId } = await json(await frank.get(`/v1.0/${graph}?$select=id`))
  const requiredResourceAccess = [
    {
      resourceAppId: graphAudience,
      resourceAccess: [{ id: scopeIds['Group.Read.All'], type: 'Scope' }],
    },
  ]
  const { appId } = await json(await frank.get(`/v1.0/servicePrincipals/${application}`))
  const registered = `/v1.0/applications(appId='${String(appId)}')`
  await json(await frank.patch(registered, { requiredResourceAccess }), 204)
  await post(`servicePrincipals/${application}/appRoleAssignments`, {
    principalId: application,
    resourceId,
    appRoleId: roleIds['User.Read.All'],
  })
  await post('oauth2PermissionGrants', {
    clientId: application,
    consentType: 'AllPrincipals',
    resourceId,
    scope: 'User.Read.All',
  })
  const issuer = 'https://login.fabrikam.example'
  await made('identity/identityProviders', {
    displayName: 'Entra',
    issuer,
    clientId: 'guesthouse',
    domains: [w.fabrikam.domain],
  })
  await made(`users/${fiona}/guesthouse.identities`, { issuer, issuerAssignedId: '4711' })
  const manager = { '@odata.id': `https://x.example/directoryObjects/${w.frank.userId}` }
  await json(await frank.put(`/v1.0/users/${fiona}/manager/$ref`, manager), 204)
  await w.grant(w.fiona, w.fabrikam, 'helpdeskAdministrator')
  const { id: policy } = await createPolicy(w, { displayName: 'Off', isEnabled: false })
  return { group, application, policy: String(policy) }
}

/** Who left or was deleted, two of them on hold, and groups and applications. */
const deleteSome = async (w: World, { frank, named, post, remove, tie }: Hand) => {
  await w.as(w.ada).leave(w.fabrikam)
  await w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/requests`, { kind: 'restore' })
  for (const name of ['Gone Early', 'Held One', 'Held Two']) {
    const { userId } = await w.member(w.fabrikam, name)
    await remove(`users/${userId}`)
    if (name.startsWith('Held'))
      await post(`directory/deletedItems/${userId}/guesthouse.hold`, { reason: 'Case 12' }, 204)
  }
  for (const [kind, name] of [
    ['groups', 'Old crew'],
    ['groups', 'Old guild'],
    ['servicePrincipals', 'Old desk'],
    ['servicePrincipals', 'Old wiki'],
  ] as const) {
    const id = await named(kind, name)
    if (kind === 'groups') await tie(`groups/${id}/members`, w.fiona.userId)
    await remove(`${kind}/${id}`)
  }
  const protection = { protection: 'secondAdministrator', waitingHours: 24 }
  await post('organization/guesthouse.protectPurges', protection, 200)
  const gail = await w.member(w.fabrikam, 'Gail Roth')
  await w.grant(gail, w.fabrikam, 'globalAdministrator')
  for (const [name, asker] of [
    ['Asked Away', w.as(gail, w.fabrikam)],
    ['Asked Too', frank],
  ] as const) {
    const { userId } = await w.member(w.fabrikam, name)
    await remove(`users/${userId}`)
    await json(await asker.delete(`/v1.0/directory/deletedItems/${userId}`), 202)
  }
}

/** Guests who are disabled, and ask to be removed; the request of the last is held. */
const letSomeAsk = async (w: World, { frank, post }: Hand) => {
  for (const name of ['Rita Asking', 'Ravi Asking', 'Rolf Held']) {
    const person = await w.member(w.contoso, name)
    const userId = await w.guest(person, w.fabrikam)
    await json(await frank.patch(`/v1.0/users/${userId}`, { accountEnabled: false }), 204)
    const asked = await json(
      await w
        .as(person)
        .post(`/account/organizations/${w.fabrikam.id}/requests`, { kind: 'removal' }),
      201,
    )
    if (name === 'Rolf Held')
      await post(
        `guesthouse.requests/${asked['id']}/guesthouse.answer`,
        { action: 'hold', message: 'Until the audit.' },
        204,
      )
  }
}

/** The world, and the addresses below that of Fabrikam at which its dialogs are opened. */
export const furnished = async () => {
  const w = await served()
  const hand = handOf(w)
  const { group, application, policy } = await makeThings(w, hand)
  await deleteSome(w, hand)
  await letSomeAsk(w, hand)
  const disabled = await w.member(w.fabrikam, 'Dora Disabled')
  const off = { accountEnabled: false }
  await json(await hand.frank.patch(`/v1.0/users/${disabled.userId}`, off), 204)
  await hand.made('invitations', {
    invitedUserEmailAddress: 'eve@outside.example',
    inviteRedirectUrl: 'https://app.example/',
    sendInvitationMessage: true,
  })
  await createPolicy(w, { displayName: 'On' })
  const [claimedDomain, secondDomain] = [`new-${w.fabrikam.domain}`, `old-${w.fabrikam.domain}`]
  await hand.made('domains', { id: claimedDomain })
  await vouchForDomain(w.db, w.fabrikam.id, secondDomain as Domain, w.operator())
  const at = {
    claimedDomain,
    secondDomain,
    member: `users/${w.fiona.userId}`,
    guest: `users/${w.userOf(w.bob, w.fabrikam)}`,
    disabled: `users/${disabled.userId}`,
    group: `groups/${group}`,
    application: `applications/${application}`,
    policy: `policies/${policy}`,
    role: `roles/${roles.helpdeskAdministrator.id}`,
  }
  return { ...w, at }
}

export type Stage = Awaited<ReturnType<typeof furnished>>
