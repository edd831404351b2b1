/** Applications in tests: registered by an administrator, driven by openid-client. */
import * as client from 'openid-client'
import type { GraphScope } from '../src/access/graph-scopes.ts'
import { updateSignInSettings } from '../src/directory/applications/sign-in.ts'
import { createApplication } from '../src/directory/applications/create.ts'
import { findApplication } from '../src/directory/applications/list.sql.ts'
import type { TenantId } from '../src/kernel/ids.ts'
import { openSession } from '../src/people/open-session.ts'
import { peopleIssuerId } from '../src/wire/sign-on.ts'
import { browserOf, type Browser } from './in-process-browser.ts'
import { json } from './json.ts'
import type { Organization, Person, world } from './world.ts'

export type World = Awaited<ReturnType<typeof world>>

export const redirectUri = 'https://app.example/callback'

export type Wish = {
  readonly name?: string
  readonly kind?: 'web' | 'spa' | 'native'
  readonly uri?: string
  readonly secret?: boolean
  readonly scopes?: readonly GraphScope[]
  readonly backchannel?: string
  readonly assignmentRequired?: boolean
  readonly logoutUrl?: string
  /** Which groups of people it is told of. */
  readonly groups?: 'SecurityGroup' | 'All' | 'ApplicationGroup'
}

/** Registers an application the way an administrator does. */
export const registerApplication = async (
  w: World,
  at: Organization,
  admin: Person,
  wish: Wish = {},
) => {
  const {
    kind = 'web',
    uri = kind === 'native' ? 'http://localhost/callback' : redirectUri,
    secret = kind === 'web',
  } = wish
  const by = w.as(admin, at)
  const made = await json(
    await by.post('/v1.0/servicePrincipals', { displayName: wish.name ?? 'Payroll' }),
    201,
  )
  const id = String(made['id'])
  const changes = {
    'guesthouse.redirectUris': [{ kind, uri }],
    ...(wish.scopes === undefined ? {} : { 'guesthouse.graphScopes': wish.scopes }),
    ...(wish.backchannel === undefined
      ? {}
      : { 'guesthouse.backchannelLogoutUrl': wish.backchannel }),
    ...(wish.logoutUrl === undefined ? {} : { 'guesthouse.logoutUrl': wish.logoutUrl }),
    ...(wish.groups === undefined ? {} : { 'guesthouse.groupMembershipClaims': wish.groups }),
    ...(wish.assignmentRequired === undefined
      ? {}
      : { appRoleAssignmentRequired: wish.assignmentRequired }),
  }
  const changed = await by.patch(`/v1.0/servicePrincipals/${id}`, changes)
  if (changed.status !== 204) throw new Error(await changed.text())
  const text = secret
    ? String(
        (await json(await by.post(`/v1.0/servicePrincipals/${id}/addPassword`, {})))['secretText'],
      )
    : undefined
  return { id, appId: String(made['appId']), secret: text, uri, at }
}
export type Application = Awaited<ReturnType<typeof registerApplication>>

/** Registers a program for the account API the way an operator does. */
export const registerProgram = async (w: World, name: string): Promise<Application> => {
  const tenantId = peopleIssuerId as TenantId
  const made = await createApplication(w.db, tenantId, { displayName: name }, w.operator())
  if (made.outcome !== 'created') throw new Error(made.outcome)
  const which = { tenantId, registrationId: made.registrationId }
  await updateSignInSettings(
    w.db,
    which,
    { redirectUris: [{ kind: 'spa', uri: redirectUri }] },
    w.operator(),
  )
  const { appId } = (await findApplication(w.db, tenantId, made.applicationId)) ?? { appId: '' }
  return {
    id: made.applicationId,
    appId,
    secret: undefined,
    uri: redirectUri,
    at: { id: tenantId, name: 'Guesthouse', domain: '' },
  }
}

/** The browser of somebody who is signed in. */
export const browserWith = async (w: World, person: Person): Promise<Browser> => {
  const browser = browserOf(w)
  browser.signIn(
    (await openSession(w.db, person.personId, { address: null, userAgent: 'test' }, w.now())).token,
  )
  return browser
}

/** openid-client, set up for an application by discovery. */
export const relyingParty = async (
  w: World,
  application: Application,
): Promise<client.Configuration> => {
  const issuer = new URL(`${w.publicUrl}/${application.at.id}/v2.0`)
  const options = {
    execute: [client.allowInsecureRequests],
    [client.customFetch]: ((url: string, init: RequestInit) =>
      w.app.request(url, init)) as client.CustomFetch,
  }
  const auth =
    application.secret === undefined ? client.None() : client.ClientSecretBasic(application.secret)
  return client.discovery(issuer, application.appId, undefined, auth, options)
}

/**
 * Asks for a sign-in to an application with code and PKCE; resolves with where the browser ends up,
 * and with what takes the tokens from an answer.
 */
export const askToSignOn = async (
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
  const take = (answer: URL) =>
    client.authorizationCodeGrant(config, answer, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
    })
  return { end: await browser.open(start), take, start }
}

/** Signs in to an application; resolves with what takes its tokens. */
export const signOn = async (
  config: client.Configuration,
  browser: Browser,
  application: Application,
  parameters: Record<string, string> = {},
) => {
  const { end: first, take, start } = await askToSignOn(config, browser, application, parameters)
  // An application that acts in the directory is agreed to, the first time and whenever it has
  // changed.
  const asked = first.page?.includes('in the directory of') === true
  const end = asked ? await browser.submit(first, { decision: 'accept' }) : first
  if (!end.url.href.startsWith(application.uri))
    throw new Error(`ended on ${end.url.href}: ${end.page?.replaceAll(/<[^>]+>|\s+/g, ' ')}`)
  return { url: end.url, exchange: () => take(end.url), start }
}
