/**
 * The mail of a demo. None leaves, so none is put into words once and for all: each is read in the
 * language that its reader had when it was there first, as if it had been sent then.
 */
import { listMails, type QueuedMail } from '../../mail/outbox.ts'
import type { Exchange } from '../exchange.ts'

/** So many of the newest are kept as they were. */
const mostShown = 50

/** The newest mails, as they would have been sent. */
export const readPostbox = async (
  { db, services: { demo } }: Pick<Exchange, 'db' | 'services'>,
  limit = mostShown,
): Promise<QueuedMail[]> => {
  const mails = await listMails(db, mostShown)
  const kept = mails.map((mail) => {
    const { languages, zone } = demo?.written.get(mail.id) ?? mail
    return { ...mail, languages, zone }
  })
  if (demo !== undefined) {
    demo.written.clear()
    for (const { id, languages, zone } of kept) demo.written.set(id, { languages, zone })
  }
  return kept.slice(0, limit)
}
