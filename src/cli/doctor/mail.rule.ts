/** How mail is judged: the server that takes it, who it is from, and what waits. */
import { hourMs } from '../../kernel/time.ts'
import { writtenTime } from '../../kernel/written-time.ts'
import { findings, type Finding } from './finding.rule.ts'

export type MailFacts = {
  /** The mail server by name; undefined where none is set. */
  readonly server: string | undefined
  /** Codes with which it was not reached; undefined where it was. */
  readonly problem: string | undefined
  /** The domain that mail is from, and whether anybody can answer to it. */
  readonly sender: { readonly domain: string; readonly isKnown: boolean } | undefined
  readonly waiting: number
  /** When the oldest that waits was written. */
  readonly since: Date | undefined
}

const mail = findings('mail')

/** Mail: a server that takes it, a sender that is known, nothing that waits for long. */
export const judgeMail = (
  { server, problem, sender, waiting, since }: MailFacts,
  now: Date,
): Finding[] => {
  const waits = waiting === 1 ? '1 mail waits' : `${waiting} mails wait`
  if (server === undefined)
    return [
      mail.care(
        `No mail is sent: no mail server is set${waiting > 0 ? `, and ${waits}` : ''}.`,
        'Set GUESTHOUSE_SMTP_URL and GUESTHOUSE_MAIL_FROM.',
      ),
    ]
  const all = [
    ...(problem === undefined
      ? []
      : [
          mail.wrong(
            `The mail server ${server} does not take mail from here (${problem}).`,
            'Look at the name, port, password and TLS of GUESTHOUSE_SMTP_URL, and whether a firewall stands between.',
          ),
        ]),
    ...(sender === undefined || sender.isKnown
      ? []
      : [
          mail.care(
            `Mail is from ${sender.domain}, which no name server knows; many receivers refuse such mail.`,
            'Name a sender of a domain of yours in GUESTHOUSE_MAIL_FROM, and let its SPF and DKIM name the mail server.',
          ),
        ]),
    ...(since !== undefined && now.getTime() - since.getTime() > hourMs
      ? [
          mail.care(
            `${waits}, the oldest since ${writtenTime(since)}.`,
            'The log says why they were not taken ("send mail").',
          ),
        ]
      : []),
  ]
  return all.length > 0 ? all : [mail.well(`The mail server ${server} takes mail from here.`)]
}
