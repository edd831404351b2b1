/**
 * /demo/mail: the mails that a demo without a mail server would have sent. Mounted by `guesthouse
 * demo` and nowhere else.
 */
import { createHash } from 'node:crypto'
import { html } from 'hono/html'
import type { Route } from '../edge/routes.ts'
import { Refusal } from '../edge/refusal.ts'
import type { QueuedMail } from '../mail/outbox.ts'
import { composeWaiting } from '../words/mail/compose.ts'
import { mailStyle } from '../words/mail/layout.ts'
import { readPostbox } from './demo/postbox.ts'
import type { Exchange, Page, Permission } from './exchange.ts'
import { page } from '../pages/page.ts'

// A line that is an address of this server can be followed, and no other.
const lineOf = (line: string, publicUrl: string) =>
  line.startsWith(`${publicUrl}/`) && URL.canParse(line)
    ? html`<a href="${line}">${line}</a><br />`
    : html`${line}<br />`

const article = ({ words, speech, services: { publicUrl } }: Exchange, mail: QueuedMail) => {
  const { mailPage: said } = words.demo
  const when = speech.time(mail.createdAt)
  const { subject, text, html: asPage, replyTo, locale } = composeWaiting(mail, publicUrl)
  const lines = text.split('\n').map((line) => lineOf(line, publicUrl))
  const tongue = html`lang="${locale.language}" dir="${locale.direction}"`
  return html`<article id="${mail.id}">
    <h2 ${tongue}>${subject}</h2>
    <p class="quiet">
      ${said.to(mail.recipient, when)}${replyTo === undefined ? '' : html`<br />${said.replyTo(replyTo)}`}
      ${asPage === undefined ? '' : html`<br /><a href="/demo/mail/${mail.id}">${said.asPage}</a>`}
    </p>
    <p ${tongue}>${lines}</p>
    <hr />
  </article>`
}

const showMails: Page = async (x) => {
  const mails = await readPostbox(x)
  const { mailPage: said } = x.words.demo
  return page(
    x.c,
    said.title,
    html`<p>${said.intro}</p>
      ${mails.length === 0 ? html`<p>${said.none}</p>` : mails.map((mail) => article(x, mail))}`,
  )
}

const styleDigest = createHash('sha256').update(mailStyle).digest('base64')

/**
 * One mail as a mail program shows it: its own HTML, under a policy that allows its style and
 * nothing else.
 */
const showMail: Page = async (x) => {
  const { c, services, words } = x
  const mail = (await readPostbox(x)).find(({ id }) => id === c.req.param('id'))
  const asPage = mail === undefined ? undefined : composeWaiting(mail, services.publicUrl).html
  if (asPage === undefined) throw new Refusal('notFound', words.demo.mailPage.gone)
  c.header(
    'content-security-policy',
    `default-src 'none'; style-src 'sha256-${styleDigest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  )
  c.header('referrer-policy', 'no-referrer')
  c.header('cache-control', 'no-store')
  return c.html(asPage)
}

export const demoMailRoutes: readonly Route<Permission, Page>[] = [
  { method: 'GET', path: '/demo/mail', permission: 'anyone', handler: showMails },
  { method: 'GET', path: '/demo/mail/:id', permission: 'anyone', handler: showMail },
]
