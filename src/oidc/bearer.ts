/** Callers of the directory API that bring an access token: whose it is, and that everything it stands on still holds at this moment. */
import type { Services } from '../edge/app.ts'
import type { TenantId } from '../kernel/ids.ts'
import { systemClock } from '../kernel/time.ts'
import { claimedTenant, graphAudience, recordHash, verifyAccessToken } from './access-token.ts'
import { readBearer, type Bearer } from './account.sql.ts'
import { shortScopes } from './resources.ts'
import { readSigningKeys, type SigningKey } from './signing-keys.ts'

export type BearerResult =
  | { outcome: 'user'; tenantId: TenantId; bearer: Bearer; scopes: readonly string[] }
  /** A token of an application by itself, without a person. */
  | { outcome: 'application'; tenantId: TenantId }
  | { outcome: 'expired' | 'audience' | 'invalid' | 'boundToKey' | 'ended' }

/** Judges an access token. At most two statements; none when it is no token of ours. */
export const judgeBearer = async (services: Services, token: string): Promise<BearerResult> => {
  const tenantId = claimedTenant(token)
  if (tenantId === undefined) return { outcome: 'invalid' }
  const { publicUrl, db } = services
  const keys: SigningKey[] = await readSigningKeys(services, tenantId, services.clock())
  const verdict = await verifyAccessToken(token, keys, { publicUrl, tenantId, audience: [graphAudience, publicUrl, `${publicUrl}/`] })
  if ('problem' in verdict) return { outcome: verdict.problem }
  const { claims } = verdict
  if (claims.cnf !== undefined) return { outcome: 'boundToKey' }
  if (claims.idtyp === 'app') return { outcome: 'application', tenantId }
  if (claims.gid === undefined) return { outcome: 'invalid' }
  const who = { tenantId, userId: claims.oid, appId: claims.appid, grantHash: recordHash(claims.gid) }
  const bearer = await readBearer(db, who, systemClock())
  return bearer === undefined
    ? { outcome: 'ended' }
    : { outcome: 'user', tenantId, bearer, scopes: shortScopes(publicUrl, claims.scp ?? '', []) }
}
