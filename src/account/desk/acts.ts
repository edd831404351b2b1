/**
 * What is done with one organization beside leaving it: a page that asks, then the change itself.
 * Each is the function that the account API calls too.
 */
import { html } from 'hono/html'
import { readForm } from '../../edge/body.ts'
import { pathId } from '../../edge/path-id.ts'
import type { RequestId, TenantId } from '../../kernel/ids.ts'
import { longestRequestMessage } from '../../kernel/text.ts'
import type { Html } from '../../pages/page.ts'
import { readerOf } from '../../pages/reader.ts'
import type { AccountOrganization } from '../../wire/account.ts'
import type { ServerWords } from '../../words/server-words.ts'
import type { Exchange, Handler } from '../exchange.ts'
import { acceptAt, declineAt } from '../invitation.ts'
import { hideAt, myOrganization, showAtHomeAt, tenantIdOf } from '../organizations.ts'
import { myRefusals, refuseAt, takeBackAt } from '../refusals.ts'
import { askAt, withdrawAt } from '../requests.ts'
import { refuseUndo, undoAt } from '../undo.ts'
import { deskPage } from './desk-page.ts'
import { openRequest } from './leave-control.ts'
import { question } from './question.ts'
import { keepTold, type Deed } from './told.ts'
import { wayBack, wayBackIn } from './way-back.ts'

type Form = Readonly<Record<string, string>>
type Act = {
  readonly ask: (
    organization: AccountOrganization,
    words: ServerWords['memberships'],
    all: ServerWords,
  ) => {
    readonly title: string
    readonly text: string
    readonly confirm: string
    readonly ends?: boolean
    readonly more?: Html
  }
  readonly deed: Deed
  /** Does it; another deed, where it came to something else. */
  readonly act: (x: Exchange, organization: AccountOrganization, form: Form) => Promise<Deed | void>
  /** Refuses to ask what could not be done. */
  readonly refuse?: (x: Exchange, tenantId: TenantId) => Promise<void>
}

const idOf = ({ id }: AccountOrganization): TenantId => id as TenantId

const mayLeave = ({ blockers }: AccountOrganization): boolean =>
  !blockers.some(({ code }) => code === 'leavingNotAllowed')

const statement = (
  { displayName, privacyStatementUrl }: AccountOrganization,
  { invitation }: ServerWords['memberships'],
): Html =>
  privacyStatementUrl === null
    ? html`<p>${invitation.noStatement(displayName)}</p>`
    : html`<p>
        <a href="${privacyStatementUrl}" target="_blank" rel="noreferrer"
          >${invitation.statement(displayName)}</a
        >
      </p>`

const accept: Act = {
  ask: (organization, words) => {
    const { displayName: name } = organization
    const { invitation: said } = words
    return {
      title: said.acceptTitle(name),
      text: mayLeave(organization) ? said.acceptText(name) : said.acceptTextAsking(name),
      confirm: said.accept,
      more: statement(organization, words),
    }
  },
  deed: 'accepted',
  act: async (x, organization) => {
    await acceptAt(x, idOf(organization))
  },
}

const decline: Act = {
  ask: ({ displayName: name }, { invitation: said }) => ({
    title: said.declineTitle(name),
    text: said.declineText,
    confirm: said.decline,
    ends: true,
    more: html`<label class="choice"
      ><input type="checkbox" name="forGood" value="1" /> ${said.forGood(name)}</label
    >`,
  }),
  deed: 'declined',
  act: (x, organization, form) => declineAt(x, idOf(organization), form['forGood'] === '1'),
}

/** One that has ended is only let go of: whoever does may be invited again. */
const remove: Act = {
  ask: ({ displayName: name }, { invitation: said }) => ({
    title: said.removeTitle(name),
    text: said.removeText(name),
    confirm: said.remove,
    ends: true,
  }),
  deed: 'removed',
  act: (x, organization) => declineAt(x, idOf(organization), false),
}

const messageTo = (label: string): Html =>
  html`<p class="field">
    <label for="message">${label}</label>
    <textarea id="message" name="message" rows="3" maxlength="${longestRequestMessage}"></textarea>
  </p>`

const ask: Act = {
  ask: ({ displayName: name, canAsk, closed }, { request: said }, { removal }) => ({
    title: canAsk[0] === 'restore' ? said.restoreTitle(name) : said.removalTitle(name),
    text:
      canAsk[0] === 'restore'
        ? said.restoreText(name)
        : (closed ? removal.ofClosed.text : said.removalText)(name),
    confirm: said.send,
    // Of a closed organization nobody reads it.
    more: closed ? html`` : messageTo(said.message),
  }),
  deed: 'asked',
  act: async (x, organization, form) => {
    const message = (form['message'] ?? '').replaceAll('\r\n', '\n').trim()
    // Where there is nothing to ask for, the refusal says why.
    const kind = organization.canAsk[0] ?? 'removal'
    await askAt(x, idOf(organization), { kind, ...(message === '' ? {} : { message }) })
  },
}

const withdraw: Act = {
  ask: (organization, { acts: { withdraw: said } }, { removal }) => {
    const { displayName: name, closed } = organization
    const kind = openRequest(organization)?.kind ?? 'removal'
    return {
      title: said.title(name),
      text: (closed ? removal.ofClosed.withdraw[kind] : said.text)(name),
      confirm: said.confirm,
    }
  },
  deed: 'withdrawn',
  act: (x, organization) =>
    withdrawAt(x, idOf(organization), openRequest(organization)?.id as RequestId | undefined),
}

const undo: Act = {
  ask: ({ displayName: name }, { acts: { undo: said } }) => ({
    title: said.title(name),
    text: said.text(name),
    confirm: said.confirm,
  }),
  deed: 'undone',
  act: async (x, organization) => {
    const { state } = await undoAt(x, idOf(organization))
    return state === 'disabled' ? 'undoneDisabled' : 'undone'
  },
  refuse: refuseUndo,
}

const refuse: Act = {
  ask: ({ displayName: name }, { acts: { refuse: said } }) => ({
    title: said.title(name),
    text: said.text(name),
    confirm: said.confirm,
  }),
  deed: 'refused',
  act: (x, organization) => refuseAt(x, idOf(organization)),
}

const asking =
  ({ ask: asked, refuse: refuseToAsk }: Act): Handler =>
  async (x) => {
    const organization = await myOrganization(x, tenantIdOf(x))
    await refuseToAsk?.(x, idOf(organization))
    const { words } = readerOf(x.c)
    const { title, text, more = '', ...rest } = asked(organization, words.memberships, words)
    const back = wayBack(x)
    const content = html`<p>${text}</p>
      ${more}`
    return deskPage(x, {
      title,
      place: 'organizations',
      content: question(x, { title, content, back, action: x.c.req.path, ...rest }),
    })
  }

const doing =
  ({ act, deed }: Act): Handler =>
  async (x) => {
    const form = await readForm(x.c)
    const organization = await myOrganization(x, tenantIdOf(x))
    const came = (await act(x, organization, form)) ?? deed
    keepTold(x, { deed: came, about: organization.displayName, id: organization.id })
    return x.c.redirect(wayBackIn(x, form['back']), 303)
  }

export const askToAccept = asking(accept)
export const doAccept = doing(accept)
export const askToDecline = asking(decline)
export const doDecline = doing(decline)
export const askToRemove = asking(remove)
export const doRemove = doing(remove)
export const askToAsk = asking(ask)
export const doAsk = doing(ask)
export const askToWithdraw = asking(withdraw)
export const doWithdraw = doing(withdraw)
export const askToUndo = asking(undo)
export const doUndo = doing(undo)
export const askToRefuse = asking(refuse)
export const doRefuse = doing(refuse)

const hiding =
  (hidden: boolean): Handler =>
  async (x) => {
    const tenantId = tenantIdOf(x)
    const { back } = await readForm(x.c)
    const { displayName } = await myOrganization(x, tenantId)
    await hideAt(x, tenantId, hidden)
    keepTold(x, { deed: hidden ? 'hidden' : 'shown', about: displayName, id: tenantId })
    return x.c.redirect(wayBackIn(x, back), 303)
  }
export const doHide = hiding(true)
export const doShow = hiding(false)

const showingAtHome =
  (shown: boolean): Handler =>
  async (x) => {
    const tenantId = tenantIdOf(x)
    const { back } = await readForm(x.c)
    const { displayName } = await myOrganization(x, tenantId)
    await showAtHomeAt(x, tenantId, shown)
    const deed = shown ? 'shownAtHome' : 'hiddenAtHome'
    keepTold(x, { deed, about: displayName, id: tenantId })
    return x.c.redirect(wayBackIn(x, back), 303)
  }
export const doShowAtHome = showingAtHome(true)
export const doHideAtHome = showingAtHome(false)

export const doTakeBack: Handler = async (x) => {
  const id = pathId(x.c)
  const mine = (await myRefusals(x)).find((one) => one.id === id)
  await takeBackAt(x, id)
  const about = mine?.organization.displayName ?? ''
  keepTold(x, { deed: 'takenBack', about, id: mine?.organization.id ?? null })
  return x.c.redirect(wayBackIn(x, undefined), 303)
}
