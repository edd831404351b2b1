/**
 * Callers that bring an access token: whose it is, and that everything it stands on still holds at
 * this moment.
 */
import { isPowerful } from '../access/graph-scopes.ts'
import type { PersonId, TenantId } from '../kernel/ids.ts'
import { systemClock } from '../kernel/time.ts'
import type { Session } from '../people/sessions.ts'
import { peopleIssuerId } from '../wire/sign-on.ts'
import type { Database } from '../store/database.ts'
import type { Installation } from '../store/installation.ts'
import {
  claimedIssuer,
  graphAudience,
  recordHash,
  verifyAccessToken,
  type AccessClaims,
} from './access-token.ts'
import { readBearer, type Bearer } from './account.sql.ts'
import { readApplicationBearer, type ApplicationBearer } from './application-bearer.sql.ts'
import { isOfPeople, isOwnApp } from './own-applications.ts'
import { findSessionOfGrant } from './person.sql.ts'
import { accountAudience, shortScopes } from './scopes.ts'
import { verifyingKeysOver } from './verifying-keys.ts'

/** Why a token is no good. `ended`: something that it stands on is over. */
export type Refused = {
  readonly outcome: 'expired' | 'audience' | 'invalid' | 'boundToKey' | 'ended'
}

export type UserBearer =
  | {
      outcome: 'user'
      tenantId: TenantId
      bearer: Bearer
      appId: string
      scopes: readonly string[]
    }
  /** A token of an application by itself, without a person. */
  | { outcome: 'application'; tenantId: TenantId; bearer: ApplicationBearer }
  | Refused

export type PersonBearer =
  | { outcome: 'person'; session: Session; scopes: readonly string[] }
  | Refused

export type BearerJudge = {
  /**
   * Judges a token for the directory API. One statement, now and then two; none when it is no token
   * of ours.
   */
  readonly user: (token: string) => Promise<UserBearer>
  /** Judges a token for the account API at `now`; as many statements. */
  readonly person: (token: string, now: Date) => Promise<PersonBearer>
}

type Granted = AccessClaims & { readonly gid: string }

// A person's token without a grant was not made here.
const isGranted = (claims: AccessClaims): claims is Granted =>
  claims.idtyp === 'user' && claims.gid !== undefined

// A token that is ours, for one of these audiences, of an issuer that `of` takes.
const verifiedOver = (services: Installation) => {
  const { publicUrl } = services
  const keysOf = verifyingKeysOver(services)
  return async (
    token: string,
    of: (tenantId: TenantId) => boolean,
    audience: readonly string[],
  ) => {
    const claimed = claimedIssuer(token)
    if (claimed === undefined) return { outcome: 'invalid' } as const
    const { tenantId, kid } = claimed
    if (!of(tenantId)) return { outcome: 'audience' } as const
    const verdict = verifyAccessToken(token, await keysOf(tenantId, kid), {
      publicUrl,
      tenantId,
      audience,
    })
    if ('problem' in verdict) return { outcome: verdict.problem } as const
    if (verdict.claims.cnf !== undefined) return { outcome: 'boundToKey' } as const
    return { outcome: 'verified', tenantId, claims: verdict.claims } as const
  }
}

// What it was given when the token was made, and still is: what was taken since counts no more.
const applicationIn = async (
  db: Database,
  tenantId: TenantId,
  { oid, appid, roles = [] }: AccessClaims,
): Promise<UserBearer> => {
  const bearer = await readApplicationBearer(db, { tenantId, applicationId: oid, appId: appid })
  if (bearer === undefined) return { outcome: 'ended' }
  const permissions = bearer.permissions.filter((one) => roles.includes(one))
  return { outcome: 'application', tenantId, bearer: { ...bearer, permissions } }
}

/** Judges access tokens over `services`. */
export const bearerJudge = (services: Installation): BearerJudge => {
  const { publicUrl, db } = services
  const verified = verifiedOver(services)

  const user = async (token: string): Promise<UserBearer> => {
    const found = await verified(token, (id) => !isOfPeople(id), [
      graphAudience,
      publicUrl,
      `${publicUrl}/`,
    ])
    if (found.outcome !== 'verified') return found
    const { claims, tenantId } = found
    if (claims.idtyp === 'app') return applicationIn(db, tenantId, claims)
    if (!isGranted(claims)) return { outcome: 'invalid' }
    const who = {
      tenantId,
      userId: claims.oid,
      appId: claims.appid,
      isOwn: isOwnApp(claims.appid),
      grantHash: recordHash(claims.gid),
    }
    const bearer = await readBearer(db, who, systemClock())
    if (bearer === undefined) return { outcome: 'ended' }
    // What was taken since counts no more.
    const counts = (scope: string) =>
      who.isOwn || !isPowerful(scope) || bearer.scopes.includes(scope)
    const scopes = shortScopes(publicUrl, claims.scp ?? '', []).filter(counts)
    return { outcome: 'user', tenantId, bearer, appId: who.appId, scopes }
  }

  const person = async (token: string, now: Date): Promise<PersonBearer> => {
    const found = await verified(token, (id) => id === peopleIssuerId, [accountAudience(publicUrl)])
    if (found.outcome !== 'verified') return found
    const { claims } = found
    if (!isGranted(claims)) return { outcome: 'invalid' }
    const { appid: appId, gid, oid } = claims
    const granted = {
      personId: oid as PersonId,
      appId,
      isOwn: isOwnApp(appId),
      grantHash: recordHash(gid),
    }
    const session = await findSessionOfGrant(db, granted, now)
    return session === undefined
      ? { outcome: 'ended' }
      : { outcome: 'person', session, scopes: (claims.scp ?? '').split(' ') }
  }

  return { user, person }
}
