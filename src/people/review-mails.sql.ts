/** Whether a person wants the yearly look back by mail. */
import type { PersonId } from '../kernel/ids.ts'
import { select } from '../store/columns.ts'
import { firstRow, sql, type Database } from '../store/database.ts'

/** Whether the person wants to be told by mail. */
export const wantsReviews = async (db: Database, personId: PersonId): Promise<boolean> =>
  (
    await firstRow(
      db,
      select<{ wanted: boolean }>({
        wanted: 's.review_mails',
      })`from person_settings s where s.person_id = ${personId}`,
    )
  )?.wanted ?? true

/** Keeps what the person has chosen. */
export const chooseReviews = async (
  db: Database,
  personId: PersonId,
  wanted: boolean,
  now: Date,
): Promise<void> => {
  await sql`insert into person_settings (person_id, review_mails, changed_at) values (${personId}, ${wanted}, ${now})
    on conflict (person_id) do update set review_mails = excluded.review_mails, changed_at = excluded.changed_at`.execute(
    db,
  )
}
