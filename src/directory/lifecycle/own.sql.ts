/** What stands on a guest about their own end. */
import { select } from '../../store/columns.ts'
import { firstRow, type Database } from '../../store/database.ts'
import { liveUser } from '../lock-user.sql.ts'
import type { Which } from './guests.sql.ts'

export type OwnLifecycle = {
  readonly endsAt: Date | null
  readonly attestedAt: Date | null
  readonly disabledByPolicy: boolean
}

export const readOwnLifecycle = (db: Database, which: Which): Promise<OwnLifecycle | undefined> =>
  firstRow(
    db,
    select<OwnLifecycle>({
      endsAt: 'u.ends_at',
      attestedAt: 'u.attested_at',
      disabledByPolicy: 'u.disabled_by_policy',
    })`from ${liveUser(which)}`,
  )
