/** /security: what I sign in with, and where I am signed in. Works without script. */
import { html } from 'hono/html'
import { isUuid, type SessionId } from '../../kernel/ids.ts'
import { writtenDay, writtenTime } from '../../kernel/written-time.ts'
import { browserName } from '../../words/browser-name.ts'
import { serverWords } from '../../words/server-words.ts'
import { browserIn } from '../../people/browser-name.rule.ts'
import type { Exchange, Page } from '../exchange.ts'
import { factorWords as words } from './words.ts'
import { form, nextLink, page } from '../../pages/page.ts'
import { listPasskeys, type Passkey } from '../../credentials/passkey/passkey.sql.ts'
import { listSessions, type SessionRow } from '../../people/sessions.ts'
import { signOut } from '../../people/sign-out.ts'
import { findAccountOfPerson, type LocalAccount } from '../../credentials/account.sql.ts'
import { findAuthenticator, type Authenticator } from '../../credentials/authenticator/authenticator.sql.ts'

const dayOf = (at: Date) => html`<time datetime="${at.toISOString()}">${writtenDay(at)}</time>`
const minuteOf = (at: Date) => html`<time datetime="${at.toISOString()}">${writtenTime(at)}</time>`

const passkeyRow = ({ id, name, createdAt, lastUsedAt }: Passkey) =>
  html`<li>
    <div>
      <strong>${name}</strong>
      <p class="hint">
        ${words.addedOn} ${dayOf(createdAt)}, ${lastUsedAt === null ? words.neverUsed : html`${words.lastUsed} ${dayOf(lastUsedAt)}`}
      </p>
    </div>
    <a href="/security/passkeys/${id}/remove" aria-label="${words.removeNamed(name)}">${words.remove}</a>
  </li>`

const passkeySection = (passkeys: readonly Passkey[]) =>
  html`<section>
    <h2>${words.passkeys}</h2>
    <p>${words.passkeysIntro}</p>
    ${
      passkeys.length === 0
        ? html`<p>${words.noPasskeys}</p>`
        : html`<ul class="rows">
            ${passkeys.map(passkeyRow)}
          </ul>`
    }
    ${nextLink('/security/passkeys/add', words.addPasskey)}
  </section>`

const authenticatorState = (account: LocalAccount | undefined, app: Authenticator | undefined) => {
  if (account === undefined || account.passwordHash === null) return html`<p>${words.authenticatorNeedsPassword}</p>`
  if (app === undefined || app.confirmedAt === null)
    return html`<p>${words.authenticatorOff}</p>
      ${form('/security/authenticator', words.setUpAuthenticator)}`
  return html`<p>${words.authenticatorOn} ${dayOf(app.confirmedAt)}. ${words.recoveryLeft(app.recoveryCodes)}</p>
    <p><a href="/security/authenticator/recovery-codes">${words.newRecoveryCodes}</a></p>
    <p><a href="/security/authenticator/remove">${words.removeAuthenticator}</a></p>`
}

const sessionRow = (session: SessionRow, isCurrent: boolean) => {
  const name = browserName(browserIn(session.userAgent), serverWords.en.mail)
  const address = session.address === null ? '' : ` · ${session.address}`
  return html`<li>
    <div>
      <strong>${name}</strong>${isCurrent ? html` (${words.thisSession})` : ''}
      <p class="hint">${words.lastSeen} ${minuteOf(session.lastSeenAt)}${address}</p>
    </div>
    ${
      isCurrent
        ? ''
        : html`<form method="post" action="/security/sessions/${session.id}/end">
            <button class="plain" type="submit" aria-label="${words.endNamed(name)}">${words.endSession}</button>
          </form>`
    }
  </li>`
}

/** What was just done, told at the top of the page. Only these words of ours can be asked for. */
const done = {
  passkeyAdded: words.passkeyAdded,
  passkeyRemoved: words.passkeyRemoved,
  authenticatorRemoved: words.authenticatorRemoved,
  sessionEnded: words.sessionEnded,
  sessionGone: words.sessionGone,
} as const

const doneWords = (x: Exchange): string | undefined => {
  const name = x.c.req.query('done') ?? ''
  return Object.hasOwn(done, name) ? done[name as keyof typeof done] : undefined
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
  return page(
    x.c,
    words.security,
    html`${told === undefined ? '' : html`<p class="done" role="status">${told}</p>`}
      <p>${words.securityIntro}</p>
      ${passkeySection(passkeys)}
      <section>
        <h2>${words.authenticator}</h2>
        <p>${words.authenticatorIntro}</p>
        ${authenticatorState(account, app)}
      </section>
      <section>
        <h2>${words.sessions}</h2>
        <ul class="rows">
          ${sessions.map((session) => sessionRow(session, session.id === sessionId))}
        </ul>
      </section>
      <p class="quiet"><a href="/profile">${words.toProfile}</a></p>`,
  )
}

export const endSessionHere: Page = async (x) => {
  const id = x.c.req.param('id') ?? ''
  const ended = isUuid(id) && (await signOut(x.db, x.session, id.toLowerCase() as SessionId, x.context))
  return x.c.redirect(`/security?done=${ended ? 'sessionEnded' : 'sessionGone'}`, 303)
}
