/**
 * Everything that somebody can hold of an organization and its applications, each to be tried once.
 */
import * as client from 'openid-client'
import { noteProvider } from '../../src/credentials/provider/provider.sql.ts'
import { openSession } from '../../src/people/open-session.ts'
import { findTenantSession } from '../../src/people/tenant-sessions.ts'
import { browserOf, tokenIn } from '../in-process-browser.ts'
import { relyingParty, signOn, type Application, type World } from '../sign-on.ts'
import type { Organization, Person } from '../world.ts'

const xsrf = (page: string | undefined): string =>
  /name="xsrf"\s+value="([^"]+)"/.exec(page ?? '')?.[1] ?? ''

const refuses = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => false,
    () => true,
  )

/** What a person holds; a name here is a column of the table of endings. */
export const holdingNames = [
  'session',
  'token of the account',
  'session for the organization',
  'code',
  'device code',
  'refresh token',
  'access token at userinfo',
  'access token at the directory',
  'lasting access token at the directory',
  'introspection',
  'lasting refresh token',
] as const
export type Holding = (typeof holdingNames)[number]

/**
 * A set of all of them, of `person` at an application of `at`; `refused` tries each and says which
 * are refused. `providerId`: the external provider that opened the sessions, where one did.
 */
export const holdingsOf = async (
  w: World,
  person: Person,
  at: Organization,
  application: Application,
  providerId?: string,
) => {
  const config = await relyingParty(w, application)
  const begin = async () => {
    const browser = browserOf(w)
    const session = await openSession(
      w.db,
      person.personId,
      { address: null, userAgent: 'test' },
      w.now(),
    )
    if (providerId !== undefined) await noteProvider(w.db, session.token, providerId)
    browser.signIn(session.token)
    return { browser, session }
  }
  const { browser, session } = await begin()
  // In a session of its own: in one browser session an application has one grant, and once asked to
  // last it does.
  const { browser: other } = await begin()
  const account = await tokenIn(w, browser)
  const plain = await (await signOn(config, browser, application)).exchange()
  const graph = await (
    await signOn(config, browser, application, { scope: `openid ${w.publicUrl}/User.Read` })
  ).exchange()
  const approve = async (scope: string) => {
    const device = await client.initiateDeviceAuthorization(config, { scope })
    const form = await other.open(device.verification_uri)
    const confirm = await other.post(device.verification_uri, {
      xsrf: xsrf(form.page),
      user_code: device.user_code,
    })
    await other.post(device.verification_uri, {
      xsrf: xsrf(confirm.page),
      user_code: device.user_code,
      confirm: 'yes',
    })
    return { ...device, interval: 0.01 }
  }
  const lasting = await client.pollDeviceAuthorizationGrant(
    config,
    await approve(`openid offline_access ${w.publicUrl}/User.Read`),
  )
  const device = await approve('openid')
  const code = await signOn(config, browser, application)
  const asks = async (path: string, token: string | undefined): Promise<boolean> =>
    (
      await w.app.request(`${w.publicUrl}${path}`, {
        headers: { authorization: `Bearer ${token ?? ''}` },
      })
    ).status === 401
  const inactive = async (token: string): Promise<boolean> =>
    !(await client.tokenIntrospection(config, token)).active
  const tries: Record<Holding, () => Promise<boolean>> = {
    session: async () => (await tokenIn(w, browser)) === undefined,
    'token of the account': () => asks('/account/me', account?.text),
    'session for the organization': async () =>
      (await findTenantSession(w.db, session.token, at.id, w.now())) === undefined,
    code: () => refuses(code.exchange()),
    'device code': () => refuses(client.pollDeviceAuthorizationGrant(config, device)),
    'access token at userinfo': () =>
      refuses(client.fetchUserInfo(config, plain.access_token, client.skipSubjectCheck)),
    'access token at the directory': () => asks('/v1.0/me', graph.access_token),
    'lasting access token at the directory': () => asks('/v1.0/me', lasting.access_token),
    introspection: () => inactive(String(lasting.refresh_token)),
    'refresh token': () => refuses(client.refreshTokenGrant(config, String(plain.refresh_token))),
    'lasting refresh token': () =>
      refuses(client.refreshTokenGrant(config, String(lasting.refresh_token))),
  }
  return {
    browser,
    sessionId: session.sessionId,
    at,
    /** The `sid` that the application knows the sign-on by. */
    sid: plain.claims()?.['sid'],
    refused: async (): Promise<Holding[]> => {
      const found: Holding[] = []
      for (const name of holdingNames) if (await tries[name]().catch(() => true)) found.push(name)
      return found
    },
  }
}
