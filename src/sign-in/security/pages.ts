/** /security: what I sign in with, and where I am signed in. Works without script. */
import {
  pageAddresses,
  securityDone,
  securityPages,
  securityPath,
} from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import { pathId } from '../../edge/path-id.ts'
import type { SessionId } from '../../kernel/ids.ts'
import { browserName } from '../../words/browser-name.ts'
import { browserIn } from '../../kernel/browser-name.ts'
import type { Exchange, Page } from '../exchange.ts'
import { form, nextLink } from '../../pages/page.ts'
import { framedPage } from './framed-page.ts'
import { listPasskeys, type Passkey } from '../../credentials/passkey/passkey.sql.ts'
import { listSessions, type SessionRow } from '../../people/sessions.ts'
import { signOut } from '../../people/sign-out.ts'
import { findAccountOfPerson, type LocalAccount } from '../../credentials/account.sql.ts'
import {
  findAuthenticator,
  type Authenticator,
} from '../../credentials/authenticator/authenticator.sql.ts'

const passkeyRow = (x: Exchange, { id, name, createdAt, lastUsedAt }: Passkey) =>
  html`<li>
    <div>
      <strong>${name}</strong>
      <p class="quiet">
        ${x.words.security.addedOn(x.speech.date(createdAt))} ·
        ${lastUsedAt === null ? x.words.security.neverUsed : x.words.security.lastUsedOn(x.speech.date(lastUsedAt))}
      </p>
    </div>
    <a
      class="button"
      href="${securityPath('removePasskey', id)}"
      aria-label="${x.words.security.removeNamed(name)}"
      >${x.words.security.remove}</a
    >
  </li>`

const passkeySection = (x: Exchange, passkeys: readonly Passkey[]) =>
  html`<section class="card">
    <h2>${x.words.security.passkeys}</h2>
    <p class="quiet">${x.words.security.passkeysIntro}</p>
    ${
      passkeys.length === 0
        ? html`<p>${x.words.security.noPasskeys}</p>`
        : html`<ul>
            ${passkeys.map((passkey) => passkeyRow(x, passkey))}
          </ul>`
    }
    ${nextLink(securityPages.addPasskey, x.words.security.addPasskey)}
  </section>`

const authenticatorState = (
  x: Exchange,
  account: LocalAccount | undefined,
  app: Authenticator | undefined,
) => {
  if (account === undefined || account.passwordHash === null)
    return html`<p>${x.words.security.authenticatorNeedsPassword}</p>`
  if (app === undefined || app.confirmedAt === null)
    return html`<p>${x.words.security.authenticatorOff}</p>
      ${form(securityPages.authenticator, x.words.security.setUpAuthenticator)}`
  return html`<p>
      ${x.words.security.authenticatorOn(x.speech.date(app.confirmedAt))}
      ${app.recoveryCodes === 0 ? x.words.security.noRecoveryLeft : x.words.security.recoveryLeft(app.recoveryCodes)}
    </p>
    <p><a href="${securityPages.recoveryCodes}">${x.words.security.newRecoveryCodes}</a></p>
    <p>
      <a href="${securityPages.removeAuthenticator}">${x.words.security.removeAuthenticator}</a>
    </p>`
}

const sessionRow = (x: Exchange, session: SessionRow, isCurrent: boolean) => {
  const name = browserName(browserIn(session.userAgent), x.words.mail)
  return html`<li>
    <div>
      <strong>${name}</strong>
      ${isCurrent ? html`<span class="tag active">${x.words.security.thisSession}</span>` : ''}
      <p class="quiet">
        ${x.speech.beside([x.words.security.lastSeenAt(x.speech.time(session.lastSeenAt)), session.address ?? ''])}
      </p>
    </div>
    ${
      isCurrent
        ? ''
        : html`<form method="post" action="${securityPath('endSession', session.id)}">
            <button aria-label="${x.words.security.endNamed(name)}">
              ${x.words.security.endSession}
            </button>
          </form>`
    }
  </li>`
}

/** What was just done, told at the top of the page. Only these words of ours can be asked for. */
const done = [
  'passkeyAdded',
  'passkeyRemoved',
  'authenticatorRemoved',
  'sessionEnded',
  'sessionGone',
] as const

const doneWords = (x: Exchange): string | undefined => {
  const name = done.find((one) => one === x.c.req.query('done'))
  return name === undefined ? undefined : x.words.security[name]
}

export const showSecurity: Page = async (x) => {
  const { personId, sessionId } = x.session
  const account = await findAccountOfPerson(x.db, personId)
  const [passkeys, app, sessions] = await Promise.all([
    listPasskeys(x.db, personId),
    account === undefined ? undefined : findAuthenticator(x.db, account),
    listSessions(x.db, personId, x.now),
  ])
  const told = doneWords(x)
  const title = x.words.security.security
  const content = html`<h1>${title}</h1>
    <p class="quiet">${x.words.security.securityIntro}</p>
    ${
      told === undefined
        ? ''
        : html`<div class="told" role="status" tabindex="-1" autofocus><p>${told}</p></div>`
    }
    <div class="cards">
      ${passkeySection(x, passkeys)}
      <section class="card">
        <h2>${x.words.security.authenticator}</h2>
        <p class="quiet">${x.words.security.authenticatorIntro}</p>
        ${authenticatorState(x, account, app)}
      </section>
      <section class="card">
        <h2>${x.words.security.sessions}</h2>
        <ul>
          ${sessions.map((session) => sessionRow(x, session, session.id === sessionId))}
        </ul>
      </section>
    </div>
    <p><a href="${pageAddresses.profile}">${x.words.security.toProfile}</a></p>`
  return framedPage(x, { title, content })
}

export const endSessionHere: Page = async (x) => {
  const id = pathId<SessionId>(x.c)
  const ended = id !== undefined && (await signOut(x.db, x.session, id, x.context))
  return x.c.redirect(securityDone(ended ? 'sessionEnded' : 'sessionGone'), 303)
}
