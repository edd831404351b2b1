/** What is known of who reads a mail, when it is sent. */
import { type Columns } from '../store/columns.ts'
import { sql } from '../store/database.ts'
import { homeUser } from '../store/relations.sql.ts'

export type MailReader = {
  /**
   * Language tags, the best first: their own choice, what their home says, what the mail was
   * written with, the organization's.
   */
  readonly languages: readonly string[]
  /** The time zone that they have chosen. */
  readonly zone: string | null
}

/** The columns of `MailReader`, of a mail `m`. */
export const readerColumns: Columns<MailReader> = {
  zone: 's.time_zone',
  languages: sql`array_remove(array[s.language, h.preferred_language, m.language, o.preferred_language], null)`,
}

/** The tables that `readerColumns` speaks of. */
export const readerJoins = sql`left join person_settings s on s.person_id = m.reader_id
  left join persons p on p.id = m.reader_id
  left join ${homeUser()}
  left join tenants o on o.id = m.tenant_id`
