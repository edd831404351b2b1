/** /demo/mail: the mails that a demo without a mail server would have sent. Mounted by `guesthouse demo` and nowhere else. */
import { html } from 'hono/html'
import type { Route } from '../edge/app.ts'
import { writtenTime } from '../kernel/written-time.ts'
import { listMails } from '../mail/outbox.ts'
import type { Page, Permission } from './exchange.ts'
import { page } from './pages.ts'
import { demoMailWords as words } from './home-words.ts'

const mostShown = 50

// A line that is an address of this server can be followed, and no other.
const lineOf = (line: string, publicUrl: string) =>
  line.startsWith(`${publicUrl}/`) && URL.canParse(line) ? html`<a href="${line}">${line}</a><br />` : html`${line}<br />`

const showMails: Page = async (x) => {
  const mails = await listMails(x.db, mostShown)
  const shown = mails.map(
    ({ recipient, subject, body, createdAt }) =>
      html`<article>
        <h2>${subject}</h2>
        <p class="quiet">${words.to(recipient, writtenTime(createdAt))}</p>
        <p>${body.split('\n').map((line) => lineOf(line, x.services.publicUrl))}</p>
        <hr />
      </article>`,
  )
  return page(
    x.c,
    words.title,
    html`<p>${words.intro}</p>
      ${mails.length === 0 ? html`<p>${words.none}</p>` : shown}`,
  )
}

export const demoMailRoutes: readonly Route<Permission, Page>[] = [
  { method: 'GET', path: '/demo/mail', permission: 'anyone', handler: showMails },
]
