/** Applications in tests: registered by an administrator, driven by openid-client. */
import * as client from 'openid-client'
import type { GraphScope } from '../src/access/graph-scopes.ts'
import type { Browser } from './in-process-browser.ts'
import { json } from './json.ts'
import type { Organization, Person, world } from './world.ts'

export type World = Awaited<ReturnType<typeof world>>

export const redirectUri = 'https://app.example/callback'

export type Wish = {
  readonly kind?: 'web' | 'spa' | 'native'
  readonly uri?: string
  readonly secret?: boolean
  readonly scopes?: readonly GraphScope[]
  readonly backchannel?: string
  readonly assignmentRequired?: boolean
  readonly logoutUrl?: string
}

/** Registers an application the way an administrator does. */
export const registerApplication = async (w: World, at: Organization, admin: Person, wish: Wish = {}) => {
  const { kind = 'web', uri = kind === 'native' ? 'http://localhost/callback' : redirectUri, secret = kind === 'web' } = wish
  const by = w.as(admin, at)
  const made = await json(await by.post('/v1.0/servicePrincipals', { displayName: 'Payroll' }), 201)
  const id = String(made['id'])
  const changes = {
    'guesthouse.redirectUris': [{ kind, uri }],
    ...(wish.scopes === undefined ? {} : { 'guesthouse.graphScopes': wish.scopes }),
    ...(wish.backchannel === undefined ? {} : { 'guesthouse.backchannelLogoutUrl': wish.backchannel }),
    ...(wish.logoutUrl === undefined ? {} : { 'guesthouse.logoutUrl': wish.logoutUrl }),
    ...(wish.assignmentRequired === undefined ? {} : { appRoleAssignmentRequired: wish.assignmentRequired }),
  }
  const changed = await by.patch(`/v1.0/servicePrincipals/${id}`, changes)
  if (changed.status !== 204) throw new Error(await changed.text())
  const text = secret ? String((await json(await by.post(`/v1.0/servicePrincipals/${id}/addPassword`, {})))['secretText']) : undefined
  return { id, appId: String(made['appId']), secret: text, uri, at }
}
export type Application = Awaited<ReturnType<typeof registerApplication>>

/** openid-client, set up for an application by discovery. */
export const relyingParty = async (w: World, application: Application): Promise<client.Configuration> => {
  const issuer = new URL(`${w.publicUrl}/${application.at.id}/v2.0`)
  const options = {
    execute: [client.allowInsecureRequests],
    [client.customFetch]: ((url: string, init: RequestInit) => w.app.request(url, init)) as client.CustomFetch,
  }
  const auth = application.secret === undefined ? client.None() : client.ClientSecretBasic(application.secret)
  return client.discovery(issuer, application.appId, undefined, auth, options)
}

/** Signs in to an application with code and PKCE; resolves with its tokens. */
export const signOn = async (
  config: client.Configuration,
  browser: Browser,
  application: Application,
  { scope = 'openid profile email', ...more }: Record<string, string> = {},
) => {
  const verifier = client.randomPKCECodeVerifier()
  const [state, nonce] = [client.randomState(), client.randomNonce()]
  const start = client.buildAuthorizationUrl(config, {
    redirect_uri: application.uri,
    scope,
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...more,
  })
  const end = await browser.open(start)
  if (!end.url.href.startsWith(application.uri)) throw new Error(`ended on ${end.url.href}: ${end.page?.replaceAll(/<[^>]+>|\s+/g, ' ')}`)
  const exchange = () =>
    client.authorizationCodeGrant(config, end.url, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce })
  return { url: end.url, exchange, start }
}
