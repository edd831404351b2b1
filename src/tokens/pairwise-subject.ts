/** What a user is called by one application. */
import type { TenantId } from '../kernel/ids.ts'
import type { Database } from '../store/database.ts'
import { installationSecret, keyedDigest } from '../store/installation-secret.ts'

/**
 * The name of a user for one application: the same at each sign-in, another one for every other
 * application.
 */
export const pairwiseSubject = async (
  db: Database,
  tenantId: TenantId,
  appId: string,
  userId: string,
): Promise<string> =>
  keyedDigest(await installationSecret(db, 'oidc-subject'), tenantId, appId, userId).toString(
    'base64url',
  )
