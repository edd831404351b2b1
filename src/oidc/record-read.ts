/** A record as it is read: whether it is what it was sealed as. */
import type { AdapterPayload } from 'oidc-provider'
import type { AccessClaims } from '../tokens/access-token.ts'
import { presentState } from './request-state.ts'
import type { Stores } from './record-columns.ts'

// Access tokens are not stored. One that comes back is verified, and becomes the record that the
// library asks for.
export const readVerified = (
  { verify }: Stores,
  kind: string,
  id: string,
): AdapterPayload | undefined => {
  if (kind !== 'AccessToken' && kind !== 'ClientCredentials') return undefined
  const known = presentState()?.verified
  const claims = known?.jti === id ? known : verifiedClaims(verify, id)
  if (claims === undefined || (claims.idtyp === 'app') !== (kind === 'ClientCredentials'))
    return undefined
  // A person's token without a grant was not made here.
  return claims.idtyp === 'user' && claims.gid === undefined ? undefined : payloadOf(kind, claims)
}

const verifiedClaims = (verify: Stores['verify'], token: string): AccessClaims | undefined => {
  if (token.split('.').length !== 3) return undefined
  const verdict = verify(token)
  return 'claims' in verdict ? verdict.claims : undefined
}

const payloadOf = (kind: string, claims: AccessClaims): AdapterPayload => ({
  kind,
  jti: claims.jti,
  iat: claims.iat,
  exp: claims.exp,
  clientId: claims.appid,
  ...(claims.scp === undefined ? {} : { scope: claims.scp }),
  ...(claims.uic === undefined
    ? {}
    : { claims: { userinfo: Object.fromEntries(claims.uic.map((name) => [name, null])) } }),
  ...(claims.cnf?.jkt === undefined ? {} : { jkt: claims.cnf.jkt }),
  ...(claims.idtyp === 'app'
    ? { aud: claims.aud }
    : { accountId: claims.oid, ...(claims.gid === undefined ? {} : { grantId: claims.gid }) }),
  extra: { aud: claims.aud, tid: claims.tid, oid: claims.oid },
})
