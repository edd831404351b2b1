/** Applications in tests: registered by an administrator, driven by openid-client, with a browser that is a jar of cookies. */
import * as client from 'openid-client'
import type { GraphScope } from '../src/access/graph-scopes.ts'
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

/** A browser: follows redirects within the product, keeps cookies by path, and stops where it leaves. */
export const browserOf = (w: World) => {
  const jar = new Map<string, { value: string; path: string }>()
  const keep = (response: Response): void => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
      const name = pair.slice(0, pair.indexOf('='))
      const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/'
      const gone = attributes.some((one) => /^(max-age=0|expires=Thu, 01 Jan 1970)/i.test(one))
      if (gone) jar.delete(name)
      else jar.set(name, { value: pair.slice(pair.indexOf('=') + 1), path })
    }
  }
  const send = async (url: URL, init: RequestInit = {}): Promise<Response> => {
    const cookies = [...jar].filter(
      ([, { path }]) => url.pathname === path || url.pathname.startsWith(path.endsWith('/') ? path : `${path}/`) || path === '/',
    )
    const headers = { accept: 'text/html', cookie: cookies.map(([name, { value }]) => `${name}=${value}`).join('; '), ...init.headers }
    const response = await w.app.request(url.href, { ...init, headers, redirect: 'manual' })
    keep(response)
    return response
  }
  /** Opens an address and goes on as a browser would. Resolves with the page it ends on, or with the address outside that it was sent to. */
  const open = async (address: URL | string, init: RequestInit = {}): Promise<{ url: URL; page?: string; status: number }> => {
    let url = new URL(address, w.publicUrl)
    let response = await send(url, init)
    for (let hop = 0; hop < 20; hop++) {
      const target = response.headers.get('location') ?? /^0; url=(.*)$/.exec(response.headers.get('refresh') ?? '')?.[1]
      if (target === undefined || target === null) return { url, page: await response.text(), status: response.status }
      url = new URL(target, url)
      if (url.origin !== new URL(w.publicUrl).origin) return { url, status: response.status }
      response = await send(url)
    }
    throw new Error('the browser was sent around in circles')
  }
  const post = (address: URL | string, fields: Record<string, string>) =>
    open(address, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(fields).toString(),
    })
  return {
    jar,
    open,
    post,
    /** Gives the browser the session of somebody who has signed in. */
    signIn: (token: string): void => {
      jar.set('guesthouse_session', { value: token, path: '/' })
    },
  }
}
export type Browser = ReturnType<typeof browserOf>

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
