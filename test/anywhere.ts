/** Signing in at an address that names no organization. */
import assert from 'node:assert/strict'
import { CryptoProvider } from '@azure/msal-node'
import { json, type Json } from './json.ts'
import { shared } from './many-organizations.ts'
import { browserWith, type Application, type World } from './sign-on.ts'
import { world, type Organization, type Person } from './world.ts'

/** The organization lets its people agree to applications by themselves. */
export const letPeopleAgree = async (w: World, admin: Person, at: Organization) => {
  const policies = ['ManagePermissionGrantsForSelf.microsoft-user-default-legacy']
  const changes = { defaultUserRolePermissions: { permissionGrantPoliciesAssigned: policies } }
  await json(await w.as(admin, at).patch('/v1.0/policies/authorizationPolicy', changes), 204)
}

/** A verifier of PKCE, and what is shown of it. */
export const codes = await new CryptoProvider().generatePkceCodes()

/** Where an application sends a browser. */
export const addressOf = (
  w: World,
  { appId, uri }: Pick<Application, 'appId' | 'uri'>,
  more: Record<string, string> = {},
  place = 'common',
): URL => {
  const query = new URLSearchParams({
    client_id: appId,
    redirect_uri: uri,
    response_type: 'code',
    scope: 'openid profile offline_access',
    state: 'a b',
    code_challenge: codes.challenge,
    code_challenge_method: 'S256',
    ...more,
  })
  return new URL(`${w.publicUrl}/${place}/oauth2/v2.0/authorize?${query.toString()}`)
}

/** What an application gets for a code, or for what else stands in `form`. */
export const redeem = async (
  w: World,
  { appId, secret, uri }: Application,
  form: Record<string, string>,
  place = 'common',
): Promise<{ status: number; body: Json }> => {
  const response = await w.app.request(`${w.publicUrl}/${place}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      client_id: appId,
      ...(secret === undefined ? {} : { client_secret: secret }),
      grant_type: 'authorization_code',
      redirect_uri: uri,
      code_verifier: codes.verifier,
      ...form,
    }).toString(),
  })
  return { status: response.status, body: (await response.json()) as Json }
}

/** The code with which a browser came back to the application. */
export const codeOf = (w: World, { url, page }: { url: URL; page?: string }): string => {
  assert.notEqual(url.origin, w.publicUrl, page?.replaceAll(/<[^>]+>|\s+/g, ' '))
  assert.equal(url.searchParams.get('state'), 'a b', url.href)
  return url.searchParams.get('code') ?? ''
}

/** The service principals of an application in an organization. */
export const principals = async (
  w: World,
  admin: Person,
  at: Organization,
  { appId }: Application,
) =>
  (await json(await w.as(admin, at).get(`/v1.0/servicePrincipals?$filter=appId eq '${appId}'`)))[
    'value'
  ] as Json[]

/** Of Fabrikam, offered to all, and used in Northwind; not in Contoso. */
export const scene = async (...of: Parameters<typeof world>) => {
  const w = await world(...of)
  const both = await shared(w, { name: 'Payroll' })
  const open = async (person: Person, more: Record<string, string> = {}, place = 'common') => {
    const browser = await browserWith(w, person)
    return { browser, end: await browser.open(addressOf(w, both.home, more, place)) }
  }
  return { w, ...both, open }
}
