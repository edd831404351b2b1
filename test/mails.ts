/** What waits in the outbox, in words, as its readers would get it. */
import { asSecret, type Letter } from '../src/mail/letters.ts'
import { listMails as listWaiting } from '../src/mail/outbox.ts'
import type { Database } from '../src/store/database.ts'
import { composeWaiting } from '../src/words/mail/compose.ts'

const publicUrl = 'http://guesthouse.test'

export type ReadMail = {
  readonly id: string
  readonly recipient: string
  readonly createdAt: Date
  readonly subject: string
  readonly body: string
  readonly html: string
  readonly replyTo: string | undefined
  readonly language: string
}

/** The newest mails that wait, newest first, as they would be sent. */
export const listMails = async (
  db: Database,
  limit = 2_000,
  url = publicUrl,
): Promise<ReadMail[]> =>
  (await listWaiting(db, limit)).map((waiting) => {
    const { subject, text, html, replyTo, locale } = composeWaiting(waiting, url)
    const { id, recipient, createdAt } = waiting
    return {
      id,
      recipient,
      createdAt,
      subject,
      body: text,
      html: html ?? '',
      replyTo,
      language: locale.language,
    }
  })

/** Those to one address, the oldest first. */
export const mailsTo = async (
  db: Database,
  address: string,
  url = publicUrl,
): Promise<ReadMail[]> =>
  (await listMails(db, 2_000, url)).filter(({ recipient }) => recipient === address).toReversed()

/** A letter that says nothing in particular. */
export const aLetter: Letter = {
  kind: 'signInCode',
  values: { code: asSecret('1234 5678'), minutes: 10 },
}

/** Puts what waits into words as the product does. */
export const compose: (
  mail: Parameters<typeof composeWaiting>[0],
) => ReturnType<typeof composeWaiting> = (mail) => composeWaiting(mail, publicUrl)
