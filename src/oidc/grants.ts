/**
 * Grants. Applications of an organization are its administrators' choice: nobody is asked, so one
 * gets what it asks for and may have, once per browser session; only who has put one out is asked
 * before it comes back, and everybody before one acts in the directory for them: the first time,
 * and whenever its addresses or scopes have changed. What reaches everything that a person has, in
 * every organization, is theirs alone to give: there they are asked.
 */
import { errors, type Grant, type KoaContextWithOIDC } from 'oidc-provider'
import { signingIn } from '../access/graph-scopes.ts'
import { aroundOf } from '../edge/request.ts'
import { ownMetadataOf } from './client-metadata.ts'
import type { KnownAccount } from './accounts.ts'
import { agreeTo, hasAgreedToUse, readAgreeing } from '../tokens/agree.ts'
import { isOfPeople, isOwnApp } from '../tokens/own-applications.ts'
import { stateOf } from './request-state.ts'
import { readGrantFacts } from '../tokens/permission-grants.sql.ts'
import { agreeToOthers, resourceOf, type Missing } from '../tokens/exposed-consent.ts'
import { askingFor, othersIn } from './exposed/others.ts'
import { powerAsked, powerIn, type PowerAsked } from '../tokens/scopes.ts'

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
  const { accountId } = between
  const mine = await grantOf(ctx, accountId)
  const consent = ctx.oidc.result?.consent as Consent | undefined
  const isAgreedUse = (await agreesToUse(ctx, accountId)) || consent !== undefined
  const power = await powerOf(ctx, accountId)
  const others = await othersIn(ctx, accountId, isJudged(ctx) ? grantableIn(ctx) : [])
  const give = () =>
    widen(ctx, mine ?? new ctx.oidc.provider.Grant(between), givingOf(ctx, isOfOthers(ctx)))
  // Without what is missing here, the library stops to ask.
  if (!isAgreedUse) return new ctx.oidc.provider.Grant(between)
  if (!isAgreed(power, others, consent)) return withoutPower(ctx, between, others)
  if (consent === undefined) return isAskedFirst(ctx, mine) ? mine : give()
  await agree(ctx, accountId, power, others)
  return give()
}

// People are asked for what is theirs alone to give, and for what they have put out.
const isAskedFirst = (ctx: KoaContextWithOIDC, mine: Grant | undefined): boolean =>
  isOfOthers(ctx) ||
  (mine === undefined && (ctx.oidc.account as KnownAccount | undefined)?.user?.hasPutOut === true)

// A program that people allow into everything that they have.
const isOfOthers = (ctx: KoaContextWithOIDC): boolean =>
  isOfPeople(stateOf(ctx).tenantId) && !isOwnApp(ctx.oidc.client?.clientId ?? '')

/** What somebody has said yes to; `scopes` are those that the page showed. */
export type Consent = { readonly scopes?: string }

const isAgreed = (
  power: Power,
  others: readonly Missing[],
  consent: Consent | undefined,
): boolean => {
  if (consent === undefined) return power.isAgreed && others.length === 0
  const shown = (consent.scopes ?? '').split(' ')
  return [...power.asked, ...others.map(({ scope }) => scope)].every((one) => shown.includes(one))
}

const givingOf =
  (ctx: KoaContextWithOIDC, asks: boolean) =>
  (scope: string): string => {
    // People allow what they have read, and no more.
    if (asks) return asked(ctx, scope)
    const { requestParamScopes } = ctx.oidc
    return filtered(scope, (one) => requestParamScopes.has(one) || !hasPower(ctx, one))
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
  filtered(scope, (one) => oidc.requestParamScopes.has(one))

/** What the account has given in this browser session already. */
const grantOf = async (
  { oidc: { client, session, provider } }: KoaContextWithOIDC,
  accountId: string,
): Promise<Grant | undefined> => {
  const known = session?.grantIdFor(client?.clientId ?? '')
  const found = known === undefined ? undefined : await provider.Grant.find(known)
  return found?.accountId === accountId ? found : undefined
}

/** Whether a scope is one with which the application acts in the directory for whoever opens it. */
const hasPower = (ctx: KoaContextWithOIDC, scope: string): boolean =>
  !isJudged(ctx) ? false : powerIn(stateOf(ctx).services.publicUrl, scope, ['.default']).length > 0

// People give what reaches everything that they have; our own web apps do what their person may.
const isJudged = (ctx: KoaContextWithOIDC): boolean => {
  const { client } = ctx.oidc
  return !isOfPeople(stateOf(ctx).tenantId) && client !== undefined && !isOwnApp(client.clientId)
}

type Power = PowerAsked & { readonly isAgreed: boolean }

/**
 * With what the application would act in the directory for a user, and whether they have agreed to
 * that themselves (R49). Refuses what it was not given, and they cannot give it.
 */
const powerOf = async (ctx: KoaContextWithOIDC, userId: string): Promise<Power> => {
  const scopes = isJudged(ctx) ? grantableIn(ctx) : []
  if (!scopes.some((one) => hasPower(ctx, one))) return { asked: [], missing: [], isAgreed: true }
  const { services } = stateOf(ctx)
  const { askedScopes } = ownMetadataOf(ctx.oidc.client ?? {})
  const facts = await readGrantFacts(services.db, agreementOf(ctx, userId))
  const power = powerAsked(services.publicUrl, scopes, facts, askedScopes)
  if (power.missing.length > 0 && !facts.mayGive)
    throw new errors.InvalidScope(
      `the application was not given ${power.missing.join(', ')}; an administrator who gives roles can give it, for everybody or for this person`,
      power.missing.join(' '),
    )
  return { ...power, isAgreed: power.asked.every((one) => facts.agreed.includes(one)) }
}

/** The scopes of a request that one of its resources has. */
const grantableIn = ({ oidc }: KoaContextWithOIDC): string[] => {
  const grantable = new Set(
    Object.values(oidc.resourceServers ?? {}).flatMap(({ scope }) => scope.split(' ')),
  )
  return [...oidc.requestParamScopes].filter((one) => grantable.has(one))
}

const filtered = (scope: string, keep: (one: string) => boolean): string =>
  scope
    .split(' ')
    .filter((one) => keep(one))
    .join(' ')

const agreementOf = (ctx: KoaContextWithOIDC, userId: string) => {
  const { tenantId } = stateOf(ctx)
  const { applicationId, waysInVersion } = ownMetadataOf(ctx.oidc.client ?? {})
  return { tenantId, userId, applicationId, waysInVersion }
}

/**
 * Whether a user is signed in to the application without being asked: where nobody who administers
 * applications has begun to use it, everybody agrees for themselves. Refuses who cannot.
 */
const agreesToUse = async (ctx: KoaContextWithOIDC, userId: string): Promise<boolean> => {
  if (!ownMetadataOf(ctx.oidc.client ?? {}).eachAgrees) return true
  const { services, tenantId } = stateOf(ctx)
  if (await hasAgreedToUse(services.db, agreementOf(ctx, userId))) return true
  const { usersConsent, administers } = await readAgreeing(services.db, { tenantId, userId })
  if (!usersConsent && !administers)
    throw new errors.AccessDenied(
      `nobody who administers applications has consented to this one; one of them can at ${services.publicUrl}/${tenantId}/adminconsent`,
    )
  return false
}

const agree = async (
  ctx: KoaContextWithOIDC,
  userId: string,
  power: PowerAsked,
  others: readonly Missing[],
): Promise<void> => {
  const { services, c } = stateOf(ctx)
  const agreement = agreementOf(ctx, userId)
  const { eachAgrees } = ownMetadataOf(ctx.oidc.client ?? {})
  const asked = eachAgrees ? [signingIn, ...power.asked] : power.asked
  if (asked.length > 0) await agreeTo(services.db, agreement, { ...power, asked }, aroundOf(c))
  if (others.length > 0)
    await agreeToOthers(services.db, askingFor(ctx, userId), agreement, others, aroundOf(c))
}

/**
 * A grant for this request alone, not kept, in which the scopes are missing that nobody has agreed
 * to.
 */
const withoutPower = (
  ctx: KoaContextWithOIDC,
  between: Between,
  others: readonly Missing[],
): Grant => {
  const missing = new Set(
    others.flatMap(({ scope }) => [scope, `${resourceOf(scope) ?? ''}/.default`]),
  )
  const grant = new ctx.oidc.provider.Grant(between)
  addAsked(ctx, grant)
  for (const [resource, server] of Object.entries(ctx.oidc.resourceServers ?? {}))
    grant.addResourceScope(
      resource,
      filtered(server.scope, (one) => !hasPower(ctx, one) && !missing.has(one)),
    )
  return grant
}
