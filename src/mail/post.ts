/** The way out: a mail server, spoken to by SMTP. */
import { PassThrough } from 'node:stream'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { secondMs } from '../kernel/time.ts'
import type { Waiting } from './outbox.ts'

/** A mail in words. */
export type Worded = {
  readonly subject: string
  readonly text: string
  readonly html?: string | undefined
  /** Where an answer goes, where that is somebody. */
  readonly replyTo?: string | undefined
}

/** Puts what waits into words, when it is sent. */
export type Compose = (mail: Waiting) => Worded

/** What may be told of a failure: codes. What a mail server says often quotes the recipient. */
export type Codes = { readonly code: string; readonly responseCode: number | undefined }

export type Delivery =
  | { readonly outcome: 'taken' }
  /** The mail server will never take this mail for this recipient: asking again is of no use. */
  | ({ readonly outcome: 'refused' } & Codes)
  /** Not now. `mayHaveArrived`: all of it went out, and only the confirmation is missing. */
  | ({ readonly outcome: 'failed'; readonly mayHaveArrived: boolean } & Codes)

/**
 * Hands a mail over. Its id is the same at every try, so that a mail that came through twice is
 * recognised as one.
 */
export type Post = {
  readonly send: (mail: Waiting) => Promise<Delivery>
  readonly close: () => void
}

const timeouts = {
  connectionTimeout: 10 * secondMs,
  greetingTimeout: 10 * secondMs,
  socketTimeout: 30 * secondMs,
  dnsTimeout: 10 * secondMs,
}

/** The domain that mail is from. */
export const hostOf = (from: string): string => /@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'

/** Whether a mail server stands on this machine: what is said to it passes no wire. */
const isHere = (url: string): boolean =>
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i.test(URL.parse(url)?.hostname ?? '')

// What a server says to a recipient or to the text itself is about this mail; what it says before
// is about us, and may be put right.
const isAboutTheMail = (command: unknown, code: unknown): boolean =>
  command === 'RCPT TO' || command === 'DATA' || code === 'EMESSAGE'
/** "Sign in first": about us as well, wherever it is said. */
const signInFirst = new Set([530, 534, 535, 538])

const codesOf = (error: unknown): Codes & { readonly isFinal: boolean } => {
  const { code, responseCode, command } = (error ?? {}) as {
    code?: unknown
    responseCode?: unknown
    command?: unknown
  }
  const answered = typeof responseCode === 'number' ? responseCode : undefined
  const isPermanent =
    answered !== undefined && answered >= 500 && answered < 600 && !signInFirst.has(answered)
  // An address that cannot be written into the conversation never can.
  const isUnspeakable = code === 'EENVELOPE' && command === 'API'
  return {
    code: typeof code === 'string' ? code : 'unknown',
    responseCode: answered,
    isFinal: isUnspeakable || (isPermanent && isAboutTheMail(command, code)),
  }
}

type Way = {
  readonly url: string
  readonly from: string
  readonly compose: Compose
  readonly allowPlain?: boolean
}

// A line break in a subject would start a header of its own.
const oneLine = (text: string): string =>
  text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 512)

type Watched = SendMailOptions & { readonly onSent?: () => void }

const headersAndText = ({ subject, text, html, replyTo }: Worded): SendMailOptions => ({
  subject: oneLine(subject),
  text,
  ...(html === undefined ? {} : { html }),
  ...(replyTo === undefined ? {} : { replyTo: { name: '', address: replyTo } }),
  headers: { 'auto-submitted': 'auto-generated' },
})

const wayTo = ({ url, allowPlain = false }: Pick<Way, 'url' | 'allowPlain'>) => {
  const requireTLS = !allowPlain && !isHere(url)
  return { url, requireTLS, ...timeouts }
}

/** Asks the mail server whether it would take mail from here; the codes with which it did not. */
export const reachMailServer = async (
  way: Pick<Way, 'url' | 'allowPlain'>,
): Promise<Codes | undefined> => {
  const transport = createTransport(wayTo(way))
  try {
    await transport.verify()
    return undefined
  } catch (error) {
    const { code, responseCode } = codesOf(error)
    return { code, responseCode }
  } finally {
    transport.close()
  }
}

/**
 * A post over a few kept connections to the mail server at `url`; `from` stands on every mail.
 * Everything, the password first of all, goes over TLS: a server that offers none is not spoken to,
 * unless it is on this machine or `allowPlain` says so.
 */
export const smtpPost = ({ from, compose, ...way }: Way): Post => {
  // A connection that closed before anything of the mail was read is opened again; beyond that the
  // tries are counted by who asks.
  const transport = createTransport({
    ...wayTo(way),
    pool: true,
    maxConnections: 4,
    maxRequeues: 2,
  })
  transport.use('stream', (mail, done) => {
    const { onSent } = mail.data as Watched
    mail.message.transform(() => new PassThrough({ flush: (ended) => (onSent?.(), ended()) }))
    done()
  })
  const host = hostOf(from)
  return {
    send: async (mail) => {
      let mayHaveArrived = false
      try {
        const watched: Watched = {
          from,
          // As an object it is one address, whatever stands in it.
          to: { name: '', address: mail.recipient },
          ...headersAndText(compose(mail)),
          messageId: `<${mail.id}@${host}>`,
          disableFileAccess: true,
          disableUrlAccess: true,
          onSent: () => {
            mayHaveArrived = true
          },
        }
        await transport.sendMail(watched)
        return { outcome: 'taken' }
      } catch (error) {
        const { isFinal, ...codes } = codesOf(error)
        // A server that answers a mail with a refusal has not kept it.
        return isFinal
          ? { outcome: 'refused', ...codes }
          : {
              outcome: 'failed',
              mayHaveArrived: mayHaveArrived && codes.responseCode === undefined,
              ...codes,
            }
      }
    },
    close: () => transport.close(),
  }
}
