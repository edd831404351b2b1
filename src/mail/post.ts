/** The way out: a mail server, spoken to by SMTP. */
import { createTransport } from 'nodemailer'
import { secondMs } from '../kernel/time.ts'

/** What is handed to a mail server. `id` is the same at every try, so that a mail that came through twice is recognised as one. */
export type Letter = { readonly id: string; readonly recipient: string; readonly subject: string; readonly body: string }

/** Hands a letter over. Throws when the mail server did not take it. */
export type Post = {
  readonly send: (letter: Letter) => Promise<void>
  readonly close: () => void
}

const timeouts = {
  connectionTimeout: 10 * secondMs,
  greetingTimeout: 10 * secondMs,
  socketTimeout: 30 * secondMs,
  dnsTimeout: 10 * secondMs,
}

const hostOf = (from: string): string => /@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'

/** A post over a few kept connections to the mail server at `url`; `from` stands on every mail. */
export const smtpPost = ({ url, from }: { url: string; from: string }): Post => {
  const transport = createTransport({ url, pool: true, maxConnections: 4, ...timeouts })
  const host = hostOf(from)
  return {
    send: async ({ id, recipient, subject, body }) => {
      await transport.sendMail({
        from,
        // As an object it is one address, whatever stands in it.
        to: { name: '', address: recipient },
        subject,
        text: body,
        messageId: `<${id}@${host}>`,
        headers: { 'auto-submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    },
    close: () => transport.close(),
  }
}
