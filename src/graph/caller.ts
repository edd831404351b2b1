/** Who calls this edge: somebody with a session, or with an access token. */
import type { TenantSession } from '../sign-in/session.ts'

export type Caller = Pick<TenantSession, 'tenantId' | 'userId' | 'userType' | 'roles'> & {
  /** What an access token was given for; undefined for a session, which may do everything that its roles allow. */
  readonly scopes?: readonly string[]
}

/** With a session, the organization a request is about stands in this header; an access token says it by itself. */
export const organizationHeader = 'guesthouse-organization'
