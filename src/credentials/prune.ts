/** What is over is forgotten: sessions, links and counts of failures. */
import { plus } from '../kernel/time.ts'
import { changed, sql, type Database } from '../store/database.ts'
import { browserKnownForMs } from '../people/known-browsers.ts'
import { sessionIdleMs } from '../people/sessions.ts'
import { forgottenAfterMs } from './throttle.rule.ts'
import { setUpLifetimeMs } from './authenticator/authenticator.ts'

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

/**
 * Removes what strangers can make and what is over at `now`: by indexes, so that it may run often.
 * Returns how many rows.
 */
export const pruneStrangers = async (db: Database, now: Date): Promise<number> =>
  sum(
    await Promise.all([
      changed(db, sql`delete from spent_challenges where expires_at < ${now}`),
      changed(db, sql`delete from email_codes where expires_at < ${now}`),
      changed(db, sql`delete from provider_answers where expires_at < ${now}`),
      changed(
        db,
        sql`delete from sign_in_throttles where last_failed_at < ${plus(now, -forgottenAfterMs)}`,
      ),
    ]),
  )

/** Removes everything that has no effect any more at `now`. Returns how many rows. */
export const pruneSignIn = async (db: Database, now: Date): Promise<number> =>
  sum(
    await Promise.all([
      pruneStrangers(db, now),
      changed(
        db,
        sql`delete from sessions where expires_at < ${now} or last_seen_at < ${plus(now, -sessionIdleMs)}`,
      ),
      changed(db, sql`delete from password_links where expires_at < ${now}`),
      changed(db, sql`delete from setup_links where expires_at < ${now}`),
      changed(
        db,
        sql`delete from authenticators where confirmed_at is null and created_at < ${plus(now, -setUpLifetimeMs)}`,
      ),
      changed(
        db,
        sql`delete from known_browsers where last_seen_at < ${plus(now, -browserKnownForMs)}`,
      ),
    ]),
  )
