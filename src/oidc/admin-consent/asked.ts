/** A request for an administrator's consent: what it says, and whether it can be answered. */
import { createHash } from 'node:crypto'
import { may } from '../../access/may.rule.ts'
import { isPowerful, type GraphScope } from '../../access/graph-scopes.ts'
import type { RoleName } from '../../access/roles.ts'
import { readAsking, type Asking } from '../../directory/applications/foreign/asked.sql.ts'
import type { Wanted } from '../../directory/applications/foreign/consent.ts'
import { usableNamed } from '../../directory/applications/foreign/offered.sql.ts'
import { isAmong } from '../../directory/applications/redirect-address.rule.ts'
import { isUuid } from '../../kernel/ids.ts'
import { openIdScopes } from '../../wire/sign-on.ts'
import { graphScopeOf } from '../../tokens/scopes.ts'
import type { Exchange } from '../exchange.ts'

export type ConsentRequest = {
  readonly asking: Asking
  readonly wanted: Wanted
  /** Where the answer goes: one of the addresses of the application. */
  readonly redirectUri: string
  readonly state: string | undefined
  /** Names in `scope` that there are not. */
  readonly unknown: readonly string[]
}

// By name what is named; `.default`, and nothing, stands for all that the registration asks for.
const wantedOf = (
  { services: { publicUrl } }: Exchange,
  { scopes, roles, others }: Asking,
  asked: readonly string[],
): { readonly wanted: Wanted; readonly unknown: readonly string[] } => {
  const isAll = asked.length === 0 || asked.some((one) => /(^|\/)\.default$/.test(one))
  if (isAll) return { wanted: { scopes, roles, others }, unknown: [] }
  const known = asked.flatMap((one) => graphScopeOf(publicUrl, one) ?? []) as GraphScope[]
  const unknown = asked.filter((one) => graphScopeOf(publicUrl, one) === undefined)
  return { wanted: { scopes: known, roles: [], others: [] }, unknown }
}

const ofOpenId = new Set<string>(openIdScopes)

/**
 * The request of an address; undefined where the organization can use no such application, or the
 * answer would go where that is not: nobody is sent there.
 */
export const consentRequest = async (x: Exchange): Promise<ConsentRequest | undefined> => {
  const { c, services, tenantId } = x
  const [appId = '', redirectUri] = [c.req.query('client_id'), c.req.query('redirect_uri')]
  if (!isUuid(appId) || redirectUri === undefined) return undefined
  const named = await usableNamed(services.db, tenantId, appId.toLowerCase())
  const asking = named && (await readAsking(services.db, tenantId, named))
  if (asking === undefined || !isAmong(asking.redirectUris, redirectUri)) return undefined
  const asked = (c.req.query('scope') ?? '')
    .split(' ')
    .filter((one) => one !== '' && !ofOpenId.has(one))
  return { asking, redirectUri, state: c.req.query('state'), ...wantedOf(x, asking, asked) }
}

/** Whether these roles give all of it: what is at the directory by who gives roles. */
export const givesAll = (roles: readonly RoleName[], { scopes, roles: own }: Wanted): boolean =>
  may(roles, 'grants.write') &&
  (may(roles, 'roles.write') || (own.length === 0 && !scopes.some(isPowerful)))

/** What was shown, so that nothing else is given. */
export const digestOf = ({ asking, wanted, redirectUri }: ConsentRequest): string =>
  createHash('sha256')
    .update(JSON.stringify([asking.appId, asking.displayName, redirectUri, wanted]))
    .digest('base64url')
