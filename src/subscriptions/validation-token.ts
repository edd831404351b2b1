/**
 * What shows a receiver that a message with resource data is from here: a token of the
 * organization's issuer for the application. It opens nothing; it names nobody.
 */
import type { TenantId } from '../kernel/ids.ts'
import { hourMs, secondMs } from '../kernel/time.ts'
import { signAsOrganization } from '../tokens/signing-keys.ts'
import type { Sender } from './post.ts'

/** Who tells of changes, as receivers of Microsoft Graph's notifications know it. */
const publisher = '0bf30f3b-4a52-48df-9a82-234910c7a086'
const goodForSeconds = hourMs / secondMs

/** The token for one application of an organization. */
export const validationToken = (
  sender: Pick<Sender, 'db' | 'sealKey' | 'publicUrl' | 'clock'>,
  { tenantId, appId }: { readonly tenantId: TenantId; readonly appId: string },
): Promise<string> =>
  signAsOrganization(sender, tenantId, {
    typ: 'JWT',
    audience: appId,
    goodForSeconds,
    claims: { tid: tenantId, azp: publisher, appid: publisher, ver: '2.0' },
  })
