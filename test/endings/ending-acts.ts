/**
 * What is done to Ada, a guest of Fabrikam and at home at Contoso, in the table of endings: by
 * whom, and what it takes.
 */
import { setOrganizationState } from '../../src/directory/organizations/update.ts'
import { json } from '../json.ts'
import { askToSignOn, browserWith, relyingParty, type Application, type World } from '../sign-on.ts'

export const guest = (w: World) => `/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`
export const member = (w: World) => `/v1.0/users/${w.ada.userId}`
export const frank = (w: World) => w.as(w.frank, w.fabrikam)
export const carol = (w: World) => w.as(w.carol, w.contoso)
export const restore = (id: string) => (by: ReturnType<World['as']>) =>
  by.post(`/v1.0/directory/deletedItems/${id}/restore`)
export const ok = async (answer: Promise<Response>, ...statuses: number[]): Promise<unknown> => {
  const response = await answer
  if (statuses.includes(response.status)) return response
  throw new Error(`${response.status} ${await response.text()}`)
}
export const password = 'a stone by the river, 7 times'
export const ada = (w: World) => ({ tenantId: w.contoso.id, userId: w.ada.userId })
export const state = (w: World, at: World['fabrikam'], to: 'active' | 'suspended' | 'closed') =>
  setOrganizationState(w.db, at.id, { state: to, anyway: true }, w.operator())

const noRole = '00000000-0000-0000-0000-000000000000'

export const assignTo = async (w: World, application: Application, principalId: string) =>
  ok(
    frank(w).post(`/v1.0/servicePrincipals/${application.id}/appRoleAssignedTo`, {
      principalId,
      resourceId: application.id,
      appRoleId: noRole,
    }),
    201,
  )

/** Lets only the assigned in, and Ada be one of them. */
export const assign = async (w: World, application: Application, how: 'directly' | 'byGroup') => {
  await ok(
    frank(w).patch(`/v1.0/servicePrincipals/${application.id}`, {
      appRoleAssignmentRequired: true,
    }),
    204,
  )
  if (how === 'directly') return assignTo(w, application, w.userOf(w.ada, w.fabrikam))
  const { id } = await json(
    await frank(w).post('/v1.0/groups', { displayName: 'Payroll people' }),
    201,
  )
  await addToGroup(w, String(id))
  // Somebody who stays in it.
  await addToGroup(w, String(id), w.fiona.userId)
  return assignTo(w, application, String(id))
}

export const addToGroup = (w: World, id: string, userId: string = w.userOf(w.ada, w.fabrikam)) =>
  ok(
    frank(w).post(`/v1.0/groups/${id}/members/$ref`, {
      '@odata.id': `https://x.example/v1.0/users/${userId}`,
    }),
    204,
  )

const assignments = async (
  w: World,
  application: Application,
): Promise<{ id: string; principalId: string }[]> =>
  (await json(await frank(w).get(`/v1.0/servicePrincipals/${application.id}/appRoleAssignedTo`)))[
    'value'
  ]

export const unassign = async (w: World, application: Application) => {
  for (const { id } of await assignments(w, application))
    await ok(
      frank(w).delete(`/v1.0/servicePrincipals/${application.id}/appRoleAssignedTo/${id}`),
      204,
    )
}

export const groupOf = async (w: World, application: Application): Promise<string> =>
  (await assignments(w, application))[0]?.principalId ?? ''

export const providers = '/v1.0/identity/identityProviders'
export const nameProvider = async (w: World, by: 'contoso' | 'fabrikam'): Promise<string> => {
  const home = by === 'contoso'
  const body = {
    displayName: 'Elsewhere',
    issuer: 'https://id.elsewhere.example',
    clientId: 'guesthouse',
    domains: home ? [w.contoso.domain] : null,
  }
  return String((await json(await (home ? carol(w) : frank(w)).post(providers, body), 201))['id'])
}

/** Ada signs on to the application once more, and agrees once more. */
export const consentAnew = async (w: World, application: Application) => {
  const browser = await browserWith(w, w.ada)
  const { end, take } = await askToSignOn(
    await relyingParty(w, application),
    browser,
    application,
    { scope: 'openid offline_access' },
  )
  return take((await browser.submit(end, { decision: 'accept' })).url)
}
