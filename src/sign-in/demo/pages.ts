/** /demo: the cast of the demo, its latest mail, and its time machine. */
import { html } from 'hono/html'
import { pageAddresses } from '../../kernel/page-address.ts'
import { findAccountByName } from '../../credentials/account.sql.ts'
import { openAtHome, refuseAtHome } from '../../credentials/sign-in.ts'
import { readForm } from '../../edge/body.ts'
import { Refusal } from '../../edge/refusal.ts'
import type { Route } from '../../edge/routes.ts'
import {
  happenings,
  playerNames,
  players,
  type Demo,
  type Player,
  type Skipped,
} from '../../edge/demo.ts'
import type { QueuedMail } from '../../mail/outbox.ts'
import { form, nextLink, page } from '../../pages/page.ts'
import { composeWaiting } from '../../words/mail/compose.ts'
import { enter, readDeviceCookie, refusedPage } from '../entering.ts'
import { readPostbox } from './postbox.ts'
import { deviceOf, type Exchange, type Page, type Permission } from '../exchange.ts'

const demoPath = pageAddresses.demo
const signInPath = `${demoPath}/sign-in`
const skipPath = `${demoPath}/skip`
const month = 30
const fewMails = 6

const demoOf = ({ services: { demo } }: Exchange): Demo => {
  if (demo === undefined) throw new Refusal('notFound')
  return demo
}

const card = ({ words: { demo } }: Exchange, player: Player) => {
  const { name } = players[player]
  const { who, see } = demo.cast[player]
  return html`<li>
    <h3>${name}</h3>
    <p class="part">${who}</p>
    <p>${see}</p>
    ${form(signInPath, demo.signInAs(name), html`<input type="hidden" name="player" value="${player}" />`)}
  </li>`
}

const happened = ({ words: { demo }, speech }: Exchange, { days, counts }: Skipped) =>
  html`<div class="done" role="status">
    <p>${demo.skipped(speech.number(days))}</p>
    <dl class="counts">
      ${happenings
        .filter((what) => counts[what] > 0)
        .map(
          (what) =>
            html`<div>
              <dt>${demo.happened[what]}</dt>
              <dd>${speech.number(counts[what])}</dd>
            </div>`,
        )}
    </dl>
    ${counts.erased === 0 ? '' : html`<p>${demo.proof}</p>`}
  </div>`

const skipButton = ({ words }: Exchange, days: number, kind: string) =>
  html`<button class="${kind}" type="submit" name="days" value="${days}">
    ${words.demo.skip(days)}
  </button>`

const timeMachine = (x: Exchange) => {
  const { demo } = x.words
  const last = demoOf(x).last()
  return html`<section aria-labelledby="time">
    <h2 id="time">${demo.timeTitle}</h2>
    ${last === undefined ? '' : happened(x, last)}
    <p class="day">${demo.today(x.speech.date(x.now))}</p>
    <p>${demo.skipHint}</p>
    <form class="skips" method="post" action="${skipPath}">
      ${skipButton(x, month, 'first')}${skipButton(x, 1, 'secondary')}
    </form>
  </section>`
}

const mailLine = ({ words: { demo }, services }: Exchange, mail: QueuedMail) => {
  const { subject, locale } = composeWaiting(mail, services.publicUrl)
  return html`<li>
    <a href="${demoPath}/mail#${mail.id}"
      ><bdi lang="${locale.language}" dir="${locale.direction}">${subject}</bdi></a
    >
    <span>${demo.mailTo(mail.recipient)}</span>
  </li>`
}

const mailPart = (x: Exchange, mails: readonly QueuedMail[]) => {
  const { demo } = x.words
  return html`<section aria-labelledby="mail">
    <h2 id="mail">${demo.mailTitle}</h2>
    ${
      mails.length === 0
        ? html`<p>${demo.mailNone}</p>`
        : html`<ul class="mails">
              ${mails.map((mail) => mailLine(x, mail))}
            </ul>
            <p><a href="${demoPath}/mail">${demo.allMail}</a></p>`
    }
  </section>`
}

const show: Page = async (x) => {
  const { demo } = x.words
  return page(
    x.c,
    demo.title,
    html`<p>${demo.intro}</p>
      <div class="stage">
        <section aria-labelledby="cast">
          <h2 id="cast">${demo.castTitle}</h2>
          <ul class="cast">
            ${playerNames.map((player) => card(x, player))}
          </ul>
        </section>
        <div class="beside">${timeMachine(x)} ${mailPart(x, await readPostbox(x, fewMails))}</div>
      </div>`,
  )
}

const gonePage = (x: Exchange, name: string) =>
  page(
    x.c,
    x.words.demo.title,
    html`<p>${x.words.demo.gone(name)}</p>
      ${nextLink(demoPath, x.words.shell.toDemo)}`,
    404,
  )

/** Opens a session for somebody of the cast, as if they had typed their passphrase. */
const signInAs: Page = async (x) => {
  const { player } = await readForm(x.c)
  const known = playerNames.find((name) => name === player)
  if (known === undefined) throw new Refusal('notFound')
  const { name, signInName, begins } = players[known]
  const account = await findAccountByName(x.db, signInName)
  if (account === undefined) return gonePage(x, name)
  const refused = await refuseAtHome(x.db, account, 'password', x.context)
  if (refused !== undefined) return refusedPage(x, refused.outcome, account)
  const entry = {
    device: deviceOf(x),
    deviceCookie: readDeviceCookie(x),
    method: 'password',
  } as const
  return enter(x, await openAtHome(x.db, account, entry, x.context), begins)
}

const skip: Page = async (x) => {
  const { days } = await readForm(x.c)
  await demoOf(x).skip(days === String(month) ? month : 1)
  return x.c.redirect(`${demoPath}#time`, 303)
}

export const demoRoutes: readonly Route<Permission, Page>[] = [
  { method: 'GET', path: demoPath, permission: 'anyone', handler: show },
  { method: 'POST', path: signInPath, permission: 'anyone', handler: signInAs },
  { method: 'POST', path: skipPath, permission: 'anyone', handler: skip },
]
