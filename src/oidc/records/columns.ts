/** What a record of the provider stands on, in plain columns. */
import type { AdapterPayload } from 'oidc-provider'
import type { RedirectKind } from '../../directory/applications/redirect-address.rule.ts'
import type { Services } from '../../edge/routes.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { secondMs } from '../../kernel/time.ts'
import type { Verdict } from '../../tokens/access-token.ts'
import { isOfPeople } from '../../tokens/own-applications.ts'
import type { RequestState } from '../request-state.ts'

export type Stores = Pick<Services, 'db' | 'sealKey'> & {
  readonly tenantId: TenantId
  readonly verify: (token: string) => Verdict
}

/** Whether a record names the browser session that it came of. */
export const isOfSession = (kind: string): boolean =>
  kind === 'AuthorizationCode' || kind === 'RefreshToken'

export type Row = {
  readonly kind: string
  /** By what it is found: a digest, in hexadecimal. */
  readonly key: string
  sealed: Uint8Array
  consumedAt: Date | null
  expiresAt: Date
  isOfSomebody: boolean
  sessionId: string | null
  successorUsed: boolean
}

export type Marked = AdapterPayload & {
  readonly addressKind?: RedirectKind | undefined
  readonly iiat?: number | undefined
}

export type Kept = Stores & { readonly kind: string; readonly purpose: string }

// Whoever signs in at a request's page takes it up, also in the place of somebody else or anew: the
// page judges the session of that moment. What one person agreed to stays theirs.
export const untied = (kind: string, payload: AdapterPayload): AdapterPayload => {
  const { prompt, session } = payload as { prompt?: { name?: string }; session?: { uid?: string } }
  if (kind !== 'Interaction' || session === undefined || prompt?.name === 'consent') return payload
  const { uid: _uid, ...rest } = session
  return { ...payload, session: rest } as AdapterPayload
}

export const heldBy = ({ addressKind: kind, scope, iiat }: Marked) => ({
  kind,
  scope: scope as string | undefined,
  firstIssuedAt: iiat === undefined ? undefined : new Date(iiat * secondMs),
})

/**
 * What a user is given counts from when their session did. Written without a browser, as at the
 * token endpoint, it keeps what it had.
 */
export const isHeld = (
  kind: string,
  userId: string | null,
  state: RequestState | undefined,
): boolean =>
  userId !== null &&
  (kind === 'Grant' || kind === 'Session') &&
  state?.standing?.accountId === userId

// What ends with the session: the browser session, and grants that were not asked to last
// (offline_access). Nothing that people give lasts.
export const standsOn = (
  kind: string,
  payload: AdapterPayload,
  state: RequestState | undefined,
): string | null => {
  const standing = state?.standing
  if (state === undefined || standing === undefined || standing.accountId !== payload.accountId)
    return null
  const ends =
    kind === 'Session' || (kind === 'Grant' && (isOfPeople(state.tenantId) || !isToLast(payload)))
  return ends ? standing.session.sessionId : null
}

const isToLast = ({ openid }: AdapterPayload): boolean =>
  ((openid as { scope?: string } | undefined)?.scope ?? '').split(' ').includes('offline_access')
