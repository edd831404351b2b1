/**
 * Tells people once a year where they are, and what of it they do not use, as a job. Each batch
 * notes whom it tells in the transaction of the mails, so that it may be stopped at any moment and
 * run in several processes.
 */
import type { PersonId } from '../kernel/ids.ts'
import { queueMails, type Mail } from '../mail/outbox.ts'
import { transaction, type Database } from '../store/database.ts'
import { isWorthAMail, unusedDays } from './yearly-review.rule.ts'
import { listReaders, listReviews, noteReviewed, type Reviewed } from './yearly-review.sql.ts'

const batchSize = 500
/** The most mails of one run: after an upgrade not everybody's go out on one day. */
const mostMails = 2_000

/** Tells whom it is time to tell. Returns how many. */
export const tellReviews = async (db: Database, now: Date): Promise<number> => {
  let told = 0
  let after: PersonId | undefined
  while (told < mostMails) {
    const found = await listReviews(db, after, batchSize, now)
    const due = found.filter((one) => isWorthAMail(one, now))
    if (due.length > 0) told += await transaction(db, (tx) => tell(tx, due, now))
    after = found.at(-1)?.personId
    if (found.length < batchSize) break
  }
  return told
}

const tell = async (tx: Database, due: readonly Reviewed[], now: Date): Promise<number> => {
  const readers = await listReaders(
    tx,
    due.map(({ personId }) => personId),
  )
  const noted = await noteReviewed(
    tx,
    readers.map(({ personId }) => personId),
    now,
  )
  const byId = new Map(due.map((one) => [one.personId, one]))
  const mails = readers.flatMap(({ personId, mailbox, tenantId, userId }): Mail[] => {
    const review = byId.get(personId)
    if (review === undefined || !noted.has(personId)) return []
    const { organizations, unused } = review
    const values = { organizations, unused, days: unusedDays }
    const about = tenantId === null || userId === null ? undefined : { tenantId, userId }
    const letter = { kind: 'yearlyReview', values } as const
    return [{ recipient: mailbox, readerId: personId, about, letter }]
  })
  await queueMails(tx, mails, now)
  return mails.length
}
