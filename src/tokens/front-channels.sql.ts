/**
 * Applications that a browser is signed in to and that are told by the browser itself when it signs
 * out: their `logoutUrl` (OpenID Connect Front-Channel Logout).
 */
import type { SessionId, TenantId } from '../kernel/ids.ts'
import { issuerOf } from '../kernel/page-address.ts'
import { select } from '../store/columns.ts'
import { rows, type Database } from '../store/database.ts'

/** What is loaded where somebody signs out: at most so many, those of the latest sign-ons. */
export const mostFrames = 30

/** One of them: its name, and the address that a hidden frame of the page loads. */
export type FrontChannel = { readonly name: string; readonly address: string }

/**
 * What a browser that signs out tells, and the names of those that it does not, because they are
 * too many.
 */
export type FrontChannels = {
  readonly told: readonly FrontChannel[]
  readonly untold: readonly string[]
}

type Row = {
  readonly tenantId: TenantId
  readonly sid: string
  readonly displayName: string
  readonly uri: string
}

/**
 * The front channels of everything that this session is signed in to, in whatever organization, the
 * latest sign-on first, each address with the issuer and the `sid` that its ID tokens had. To be
 * read before the session ends.
 */
export const listFrontChannels = async (
  db: Database,
  publicUrl: string,
  sessionId: SessionId,
): Promise<FrontChannels> => {
  const found = await rows(
    db,
    select<Row>({
      tenantId: 's.tenant_id',
      sid: 's.sid',
      displayName: 'a.display_name',
      uri: 'w.uri',
    })`from tenant_sessions t
      join oidc_sign_ons s on s.tenant_id = t.tenant_id and s.session_id = t.session_id
      join live_applications a on a.tenant_id = s.tenant_id and a.id = s.application_id and a.works
      join application_redirects w on w.tenant_id = a.home_tenant_id and w.registration_id = a.registration_id and w.kind = 'logout'
      where t.session_id = ${sessionId} order by s.signed_on_at desc, a.sort_name, s.sid`,
  )
  const told = found.slice(0, mostFrames).map(({ tenantId, sid, displayName, uri }) => {
    const address = new URL(uri)
    address.searchParams.set('iss', issuerOf(publicUrl, tenantId))
    address.searchParams.set('sid', sid)
    return { name: displayName, address: address.href }
  })
  return { told, untold: found.slice(mostFrames).map(({ displayName }) => displayName) }
}
