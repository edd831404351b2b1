/**
 * What is done around the library's own work on a request: our session ends with its session,
 * events are written, forms do not redirect away.
 */
import { metadata } from './provider-settings.ts'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { aroundOf } from '../edge/request.ts'
import { clearSessionCookie } from '../edge/session-cookie.ts'
import { listFrontChannels } from '../tokens/front-channels.sql.ts'
import { signOut } from '../people/sign-out.ts'
import { byUser } from '../events/context.ts'
import { eventOf, record } from '../events/record.ts'
import type { Activity } from '../events/event.ts'
import { activityIsStale, noteActivity } from '../directory/users/last-activity.sql.ts'
import { secondMs, systemClock } from '../kernel/time.ts'
import type { KnownAccount } from './accounts.ts'
import { ownMetadataOf } from './client-metadata.ts'
import { entraAnswer } from './entra-forms.ts'
import { isRotated, refreshUntil } from './refresh.ts'
import { noteRenewal } from '../tokens/renewal.sql.ts'
import { stateOf, type RequestState } from './request-state.ts'
import { goOnByPage } from './go-on-page.ts'

/** A middleware for the library. */
export const afterwards = async (
  ctx: KoaContextWithOIDC,
  next: () => Promise<unknown>,
): Promise<void> => {
  // The library adds the digest of its own script to a policy that it finds. Nothing is said of
  // forms: they lead to applications, which lead on.
  ctx.set(
    'content-security-policy',
    `default-src 'none'; script-src; base-uri 'none'; frame-ancestors 'none'`,
  )
  await next()
  if (!/html/.test(ctx.response.type)) ctx.remove('content-security-policy')
  const state = stateOf(ctx)
  const { oidc } = ctx as Partial<Pick<KoaContextWithOIDC, 'oidc'>>
  if (oidc === undefined || state.failure !== undefined) return
  const answer = entraAnswer(oidc.route ?? '', {
    status: ctx.status,
    body: ctx.body,
    requestId: state.c.get('requestId'),
    now: new Date(),
  })
  if (answer !== undefined) ctx.body = answer
  complete(ctx)
  await afterRoute.get(oidc.route ?? '')?.(ctx, state)
  if (ctx.method === 'POST' && ctx.status === 303) await goOnByPage(ctx, state)
}

const noteToken = async (ctx: KoaContextWithOIDC, state: RequestState): Promise<void> => {
  if (state.reused !== undefined)
    await note(state, 'user.tokenReused', state.reused.userId, ownIdOf(ctx.oidc.client))
  if (ctx.status === 200) await noteUse(ctx, state)
}

/** How long what is public may be kept. Shorter than a new key is published ahead. */
const publicSeconds = 300

// What the library leaves out of its answers.
const complete = (ctx: KoaContextWithOIDC): void => {
  const { route, entities } = ctx.oidc
  if (ctx.status !== 200) return
  const body = ctx.body as Record<string, unknown>
  if (route === 'discovery' || route === 'jwks')
    ctx.set('cache-control', `public, max-age=${publicSeconds}`)
  if (route === 'discovery') Object.assign(body, metadata(body, stateOf(ctx).tenantId))
  if (route === 'introspection' && body['active'] === true) body['aud'] ??= audienceOf(entities)
  if (route === 'token') Object.assign(body, clientInfo(ctx))
}

const audienceOf = ({ AccessToken, RefreshToken }: KoaContextWithOIDC['oidc']['entities']) =>
  (AccessToken as { extra?: { aud?: unknown } } | undefined)?.extra?.aud ?? RefreshToken?.clientId

// By what clients of Entra tell accounts apart, for those that ask. Of the organization that
// issues: who somebody is at home is not told.
const clientInfo = (ctx: KoaContextWithOIDC): object => {
  const { client_info: asked } = (ctx.oidc.body ?? {}) as { client_info?: unknown }
  const { user } = (ctx.oidc.account ?? {}) as Partial<KnownAccount>
  if (asked !== '1' || user === undefined) return {}
  const info = { uid: user.facts.userId, utid: stateOf(ctx).tenantId }
  return { client_info: Buffer.from(JSON.stringify(info)).toString('base64url') }
}

// Whoever lets an application work for them is active there (R131).
const noteActive = async (
  { oidc: { account } }: KoaContextWithOIDC,
  { services: { db }, tenantId, c }: RequestState,
): Promise<void> => {
  const { user } = (account ?? {}) as Partial<KnownAccount>
  if (user !== undefined && activityIsStale(user.facts.lastActiveAt, c.get('now')))
    await noteActivity(db, { tenantId, userId: user.facts.userId }, c.get('now'))
}

const noteUse = async (ctx: KoaContextWithOIDC, state: RequestState): Promise<void> => {
  await noteActive(ctx, state)
  const { services, tenantId, kind, c } = state
  const { entities, params } = ctx.oidc
  const token = entities.RefreshToken
  tellLasting(ctx, token?.scope)
  if (params?.['grant_type'] !== 'refresh_token' || token?.grantId === undefined) return
  const machine = systemClock()
  const firstIssuedAt = new Date((token.iiat ?? 0) * secondMs)
  const kept = isRotated(ctx)
    ? undefined
    : {
        token: token.jti,
        until: refreshUntil({ kind, scope: token.scope, firstIssuedAt }, machine),
      }
  const renewed = { tenantId, grantId: token.grantId, kept }
  await noteRenewal(services.db, renewed, c.get('now'), machine)
}

// The library tells the scopes of the access token; clients look for what was granted of those they
// asked for (RFC 6749, 5.1).
const tellLasting = (ctx: KoaContextWithOIDC, granted: string | undefined): void => {
  const body = ctx.body as { scope?: string }
  if ((granted ?? '').split(' ').includes('offline_access'))
    body.scope = `${body.scope ?? ''} offline_access`.trim()
}

const ownIdOf = (client: object | undefined): string | undefined =>
  client === undefined ? undefined : ownMetadataOf(client).applicationId

const note = async (
  { services, tenantId, c }: RequestState,
  activity: Activity,
  userId: string | undefined,
  applicationId: string | undefined,
): Promise<void> => {
  if (userId === undefined) return
  const context = byUser(aroundOf(c), userId)
  const related =
    applicationId === undefined
      ? {}
      : { related: { kind: 'application', id: applicationId } as const }
  await record(
    services.db,
    eventOf(context, { tenantId, activity, target: { kind: 'user', id: userId }, ...related }),
  )
}

// Signing out at an application signs out here, unless the library only exchanges one person for
// another in this browser.
const endOurSession = async (ctx: KoaContextWithOIDC, state: RequestState): Promise<void> => {
  const { services, standing, c } = state
  const ended = ctx.oidc.session as { accountId?: string; destroyed?: boolean } | undefined
  if (
    ended?.destroyed !== true ||
    standing === undefined ||
    (ended.accountId !== undefined && ended.accountId !== standing.accountId)
  )
    return
  const { sessionId } = standing.session
  state.told = await listFrontChannels(services.db, services.publicUrl, sessionId)
  await signOut(services.db, standing.session, standing.session.sessionId, aroundOf(c))
  clearSessionCookie(c, services.publicUrl)
  const cookie = c.res.headers.get('set-cookie')
  if (cookie !== null) ctx.append('set-cookie', cookie)
}

/** What of ours follows a request, by the library's name of its route. */
const afterRoute: ReadonlyMap<
  string,
  (ctx: KoaContextWithOIDC, state: RequestState) => Promise<void>
> = new Map([
  ['token', noteToken],
  ['end_session_confirm', endOurSession],
])
