/** Renewing is use: what a refresh token stands on goes on, and its person was active. */
import type { TenantId } from '../kernel/ids.ts'
import { minuteMs, plus } from '../kernel/time.ts'
import { sql, type Database } from '../store/database.ts'
import { recordHash } from './access-token.ts'
import { refreshLifetimes } from './refresh-lifetimes.ts'

/** How stale the time of a session's last use may be before it is written again. */
const seenStepMs = 5 * minuteMs

type Renewed = {
  readonly tenantId: TenantId
  readonly grantId: string
  /** The refresh token, where it stays the same, and when it will be over. */
  readonly kept: { readonly token: string; readonly until: Date } | undefined
}

/**
 * A refresh token was used at `now`; `machine` is the time of records. Its grant lasts on, and so
 * does the session under the two, as long as it would have lasted otherwise. One statement.
 */
export const noteRenewal = async (
  db: Database,
  { tenantId, grantId, kept }: Renewed,
  now: Date,
  machine: Date,
): Promise<void> => {
  await sql`
    with granted as (
      update oidc_records set expires_at = greatest(expires_at, ${plus(machine, refreshLifetimes.lasting)})
      where tenant_id = ${tenantId} and kind = 'Grant' and id_hash = ${recordHash(grantId)}
      returning coalesce(session_id, person_session_id) as session_id
    ), kept as (
      update oidc_records set expires_at = ${kept?.until ?? machine}
      where tenant_id = ${tenantId} and kind = 'RefreshToken' and id_hash = ${kept === undefined ? null : recordHash(kept.token)}
    )
    update sessions s set last_seen_at = ${now} from granted g where s.id = g.session_id and s.last_seen_at < ${plus(now, -seenStepMs)}`.execute(
    db,
  )
}
