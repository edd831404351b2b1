/** The job that writes files anew, and what it says of those that it cannot by itself. */
import type { Logger } from 'pino'
import { cleanBytes } from '../store/bytes/clean.ts'
import type { Database } from '../store/database.ts'

/** What was said last: it is said when it changes, and not at each turn. */
const saidLast = new WeakMap<Database, string>()

/** Returns how many tables were written anew. */
export const cleanAndTell = async (db: Database, log: Logger): Promise<number> => {
  const { rewritten, left } = await cleanBytes(db)
  const refused = left.filter(({ why }) => why === 'tooLong' || why === 'notAllowed')
  const said = JSON.stringify(refused)
  if (refused.length > 0 && saidLast.get(db) !== said)
    log.warn(
      { refused },
      'the bytes of removed people stay in files until "guesthouse erasures rewrite" is run in a quiet hour',
    )
  saidLast.set(db, said)
  return rewritten
}
