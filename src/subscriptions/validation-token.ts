/**
 * What shows a receiver that a message with resource data is from here: a token of the
 * organization's issuer for the application. It opens nothing; it names nobody.
 */
import { importJWK, SignJWT } from 'jose'
import type { TenantId } from '../kernel/ids.ts'
import { hourMs, secondMs } from '../kernel/time.ts'
import { issuerOf } from '../tokens/access-token.ts'
import { readOrMakeSigningKeys, signingAlgorithm } from '../tokens/signing-keys.ts'
import type { Sender } from './post.ts'

/** Who tells of changes, as receivers of Microsoft Graph's notifications know it. */
const publisher = '0bf30f3b-4a52-48df-9a82-234910c7a086'
const goodForSeconds = hourMs / secondMs

/** The token for one application of an organization. */
export const validationToken = async (
  sender: Pick<Sender, 'db' | 'sealKey' | 'publicUrl' | 'clock'>,
  { tenantId, appId }: { readonly tenantId: TenantId; readonly appId: string },
): Promise<string> => {
  const now = sender.clock()
  const [key] = await readOrMakeSigningKeys(sender, tenantId, now)
  if (key === undefined) throw new Error(`The organization ${tenantId} has no signing key.`)
  const at = Math.floor(now.getTime() / secondMs)
  return new SignJWT({ tid: tenantId, azp: publisher, appid: publisher, ver: '2.0' })
    .setProtectedHeader({ alg: signingAlgorithm, kid: key.kid, typ: 'JWT' })
    .setIssuer(issuerOf(sender.publicUrl, tenantId))
    .setAudience(appId)
    .setIssuedAt(at)
    .setNotBefore(at)
    .setExpirationTime(at + goodForSeconds)
    .sign(await importJWK(key.privateJwk, signingAlgorithm))
}
