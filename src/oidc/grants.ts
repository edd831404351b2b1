/**
 * Grants. Applications of an organization are its administrators' choice: nobody is asked, so one
 * gets what it asks for and may have, once per browser session; only who has put one out is asked
 * before it comes back, and everybody before one acts in the directory for them: the first time,
 * and whenever its addresses or scopes have changed. What reaches everything that a person has, in
 * every organization, is theirs alone to give: there they are asked.
 */
import type { Grant, KoaContextWithOIDC } from 'oidc-provider'
import { ownMetadataOf } from './client-metadata.ts'
import { isEnded } from '../tokens/consents.sql.ts'
import { isAgreed, noteAgreement } from '../tokens/agreements.sql.ts'
import { isOfPeople, isOwnApp } from '../tokens/own-applications.ts'
import { stateOf } from './request-state.ts'
import { isPowerfulScope } from '../tokens/scopes.ts'

/**
 * The grant of a browser session for an application, made or widened as needed. Undefined while
 * nobody is signed in.
 */
export const loadExistingGrant = async (ctx: KoaContextWithOIDC): Promise<Grant | undefined> => {
  const { client, session, account } = ctx.oidc
  if (client === undefined || session === undefined || account === undefined) return undefined
  return grantFor(ctx, { clientId: client.clientId, accountId: account.accountId })
}

type Between = { readonly clientId: string; readonly accountId: string }

const grantFor = async (ctx: KoaContextWithOIDC, between: Between): Promise<Grant | undefined> => {
  const { clientId, accountId } = between
  const mine = await grantOf(ctx, accountId)
  const consents = ctx.oidc.result?.consent !== undefined
  const asks = isOfPeople(stateOf(ctx).tenantId) && !isOwnApp(clientId)
  const isPowerful = powerfulScopes(ctx).length > 0
  const give = () =>
    widen(ctx, mine ?? new ctx.oidc.provider.Grant(between), givingOf(ctx, asks, isPowerful))
  if (consents) {
    if (isPowerful) await agree(ctx, accountId)
    return give()
  }
  // Without what is missing here, the library stops to ask.
  if (isPowerful && !(await hasAgreed(ctx, accountId))) return withoutPower(ctx, between)
  if (asks || (mine === undefined && (await wasEnded(ctx, accountId)))) return mine
  return give()
}

const givingOf =
  (ctx: KoaContextWithOIDC, asks: boolean, isPowerful: boolean) =>
  (scope: string): string => {
    // People allow what they have read, and no more.
    if (asks) return asked(ctx, scope)
    return isPowerful ? scope : harmless(ctx, scope)
  }

/** The grant with what the request asks for; kept where that is more than it had. */
const widen = async (
  ctx: KoaContextWithOIDC,
  grant: Grant,
  givenOf: (scope: string) => string,
): Promise<Grant> => {
  const before = JSON.stringify(grant)
  addAsked(ctx, grant)
  for (const [resource, server] of Object.entries(ctx.oidc.resourceServers ?? {}))
    grant.addResourceScope(resource, givenOf(server.scope))
  if (grant.jti === undefined || JSON.stringify(grant) !== before) await grant.save()
  return grant
}

const addAsked = ({ oidc }: KoaContextWithOIDC, grant: Grant): void => {
  grant.addOIDCScope([...oidc.requestParamOIDCScopes].join(' '))
  if (oidc.requestParamClaims.size > 0) grant.addOIDCClaims([...oidc.requestParamClaims])
}

const asked = ({ oidc }: KoaContextWithOIDC, scope: string): string =>
  scope
    .split(' ')
    .filter((one) => oidc.requestParamScopes.has(one))
    .join(' ')

/** What the account has given in this browser session already. */
const grantOf = async (
  { oidc: { client, session, provider } }: KoaContextWithOIDC,
  accountId: string,
): Promise<Grant | undefined> => {
  const known = session?.grantIdFor(client?.clientId ?? '')
  const found = known === undefined ? undefined : await provider.Grant.find(known)
  return found?.accountId === accountId ? found : undefined
}

const givenTo = ({ oidc: { client } }: KoaContextWithOIDC): readonly string[] =>
  client === undefined || isOwnApp(client.clientId) ? [] : (ownMetadataOf(client).graphScopes ?? [])

const isPowerfulHere = (ctx: KoaContextWithOIDC, scope: string): boolean => {
  const { services, tenantId } = stateOf(ctx)
  const { client } = ctx.oidc
  if (isOfPeople(tenantId) || client === undefined || isOwnApp(client.clientId)) return false
  return isPowerfulScope(services.publicUrl, scope, givenTo(ctx))
}

/**
 * The scopes of a request with which the application acts in the directory for whoever opens it:
 * they agree to that themselves (R49).
 */
const powerfulScopes = (ctx: KoaContextWithOIDC): string[] => {
  const grantable = new Set(
    Object.values(ctx.oidc.resourceServers ?? {}).flatMap(({ scope }) => scope.split(' ')),
  )
  return [...ctx.oidc.requestParamScopes].filter(
    (one) => grantable.has(one) && isPowerfulHere(ctx, one),
  )
}

const harmless = (ctx: KoaContextWithOIDC, scope: string): string =>
  scope
    .split(' ')
    .filter((one) => !isPowerfulHere(ctx, one))
    .join(' ')

const agreementOf = (ctx: KoaContextWithOIDC, userId: string) => {
  const { tenantId } = stateOf(ctx)
  const { applicationId, waysInVersion } = ownMetadataOf(ctx.oidc.client ?? {})
  return { tenantId, userId, applicationId, waysInVersion }
}
const hasAgreed = (ctx: KoaContextWithOIDC, userId: string): Promise<boolean> =>
  isAgreed(stateOf(ctx).services.db, agreementOf(ctx, userId))
const agree = (ctx: KoaContextWithOIDC, userId: string): Promise<void> => {
  const { services, c } = stateOf(ctx)
  return noteAgreement(services.db, agreementOf(ctx, userId), c.get('now'))
}

/**
 * A grant for this request alone, not kept, in which the scopes are missing that nobody has agreed
 * to.
 */
const withoutPower = (ctx: KoaContextWithOIDC, between: Between): Grant => {
  const grant = new ctx.oidc.provider.Grant(between)
  addAsked(ctx, grant)
  for (const [resource, server] of Object.entries(ctx.oidc.resourceServers ?? {}))
    grant.addResourceScope(resource, harmless(ctx, server.scope))
  return grant
}

const wasEnded = async (ctx: KoaContextWithOIDC, userId: string): Promise<boolean> => {
  const { services, tenantId } = stateOf(ctx)
  const { client } = ctx.oidc
  if (client === undefined || isOwnApp(client.clientId)) return false
  return isEnded(services.db, {
    tenantId,
    userId,
    applicationId: ownMetadataOf(client).applicationId,
  })
}
