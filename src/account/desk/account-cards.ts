/** The lists of my account: what can act for me, where I am signed in, when I have signed in. */
import { pageAddresses } from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import { browserIn } from '../../kernel/browser-name.ts'
import type { Html } from '../../pages/page.ts'
import type { Reader } from '../../pages/reader.ts'
import type { Me } from '../../wire/account.ts'
import type {
  AccountConsent,
  AccountSession,
  AccountSignIn,
  SignInMethod,
} from '../../wire/account-access.ts'
import { browserName } from '../../words/browser-name.ts'
import type { PortalWords } from '../../words/en/portal.ts'
import { hintOf } from './hint-of.ts'

export const card = (title: string, content: Html): Html =>
  html`<section class="card">
    <h2>${title}</h2>
    ${content}
  </section>`

const consentRow = (consent: AccountConsent, { words, speech }: Reader): Html => {
  const said = words.portal.consents
  const scopes = consent.scopes.map((scope) => said.scopes[scope])
  const { lastUsedAt } = consent
  const since = `${said.since} ${speech.date(consent.since)}`
  const used = lastUsedAt === null ? '' : `${said.lastUsed} ${speech.time(lastUsedAt)}`
  return html`<li>
    <div>
      <strong>${consent.displayName}</strong>
      ${consent.lasting ? html`<span class="tag">${said.lasting}</span>` : ''}
      <p class="quiet">${said.can(speech.list(scopes))}</p>
      <p class="quiet">
        ${speech.beside([consent.organization?.displayName ?? said.everywhere, since, used])}
      </p>
    </div>
    <a
      class="button"
      href="${pageAddresses.profile}/consents/${consent.id}/end"
      aria-label="${said.endNamed(consent.displayName)}"
      >${said.end}</a
    >
  </li>`
}

export const consentsCard = (consents: readonly AccountConsent[], reader: Reader): Html => {
  const said = reader.words.portal.consents
  return card(
    said.title,
    html`<p class="quiet">${consents.length === 0 ? said.none : said.hint}</p>
      ${
        consents.length === 0
          ? ''
          : html`<ul class="tall">
              ${consents.map((one) => consentRow(one, reader))}
            </ul>`
      }`,
  )
}

const sessionRow = (session: AccountSession, { words, speech }: Reader): Html => {
  const said = words.portal.account
  const device = browserName(browserIn(session.userAgent), words.mail)
  return html`<li>
    <div>
      <strong>${device}</strong>
      ${session.current ? html`<span class="tag active">${said.thisSession}</span>` : ''}
      <p class="quiet">
        ${speech.beside([`${said.lastSeen} ${speech.time(session.lastSeenAt)}`, session.address ?? ''])}
      </p>
    </div>
    ${
      session.current
        ? ''
        : html`<a
            class="button"
            href="${pageAddresses.profile}/sessions/${session.id}/end"
            aria-label="${said.endSessionNamed(device)}"
            >${said.endSession}</a
          >`
    }
  </li>`
}

export const sessionsCard = (
  sessions: readonly AccountSession[],
  { signIn }: Me,
  reader: Reader,
): Html => {
  const said = reader.words.portal.account
  return card(
    said.sessions,
    html`<p class="quiet">${said.sessionsHint[hintOf(signIn?.kind)]}</p>
      <ul class="tall">
        ${sessions.map((one) => sessionRow(one, reader))}
      </ul>`,
  )
}

/** How many are shown before somebody asks for all. */
const fewest = 6

const what = (
  { kind, organization, other }: AccountSignIn,
  homeId: string | undefined,
  { account: said }: PortalWords,
): string => {
  if (kind === 'failed') return said.signInFailed(organization.displayName)
  if (kind === 'signedOut') return said.signedOutAt(organization.displayName)
  if (other === null) return said.signedInAt(organization.displayName)
  return organization.id === homeId
    ? said.wentOnTo(other.displayName)
    : said.cameFrom(organization.displayName, other.displayName)
}

const inTable = (table: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined

const why = ({ method, reason }: AccountSignIn, { account: said }: PortalWords): string => {
  const methods: Readonly<Record<SignInMethod, string>> = said.signInMethods
  const found =
    reason === null ? inTable(methods, method ?? '') : inTable(said.signInReasons, reason)
  return found ?? ''
}

const signInRow = (one: AccountSignIn, me: Me, { words, speech }: Reader): Html =>
  html`<li>
    <div>
      <strong>${what(one, me.homeOrganization?.id, words.portal)}</strong>
      <p class="quiet">${speech.beside([speech.time(one.at), why(one, words.portal)])}</p>
    </div>
  </li>`

export const signInsCard = (
  signIns: readonly AccountSignIn[],
  me: Me,
  all: boolean,
  reader: Reader,
): Html => {
  const said = reader.words.portal.account
  const shown = all ? signIns : signIns.slice(0, fewest)
  const hint = signIns.length === 0 ? said.noSignIns : said.signInsHint[hintOf(me.signIn?.kind)]
  return card(
    said.signIns,
    html`<p class="quiet">${hint}</p>
      <ul>
        ${shown.map((one) => signInRow(one, me, reader))}
      </ul>
      ${shown.length === signIns.length ? '' : html`<p><a class="button" href="${pageAddresses.profile}?all=1">${said.moreSignIns}</a></p>`}`,
  )
}
