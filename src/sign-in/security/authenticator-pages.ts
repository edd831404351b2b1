/** /security/authenticator: setting up the app, new recovery codes, and removing it. */
import { pageAddresses, securityDone, securityPages } from '../../kernel/page-address.ts'
import { html, raw } from 'hono/html'
import { renderSVG } from 'uqr'
import { readForm } from '../../edge/body.ts'
import { secondMs } from '../../kernel/time.ts'
import { readDeviceCookie } from '../entering.ts'
import type { Exchange, Page } from '../exchange.ts'
import { field, form, nextLink } from '../../pages/page.ts'
import { knownDevice } from '../../credentials/known-device.ts'
import { findAccountOfPerson, type LocalAccount } from '../../credentials/account.sql.ts'
import { setUpAddress } from '../../credentials/authenticator/code.ts'
import {
  checkSecondStep,
  confirmAuthenticator,
  removeAuthenticator,
  renewRecoveryCodes,
  startAuthenticator,
  waitingSecret,
} from '../../credentials/authenticator/authenticator.ts'
import { anyCodeField } from '../any-code-field.ts'
import { noStepPage, stepPage } from './framed-page.ts'

type Status = 200 | 400 | 401 | 429

const keyed = (x: Exchange) => ({ db: x.db, sealKey: x.services.sealKey })

// Only who signs in with a password here is asked for a code after it.
const accountOf = async (x: Exchange): Promise<LocalAccount | undefined> => {
  const account = await findAccountOfPerson(x.db, x.session.personId)
  return account?.passwordHash === null ? undefined : account
}

const refused = (x: Exchange) =>
  noStepPage(x, x.words.security.authenticator, x.words.security.authenticatorNeedsPassword, 400)

export const beginSetUp: Page = async (x) => {
  const account = await accountOf(x)
  if (account === undefined) return refused(x)
  const { outcome } = await startAuthenticator(keyed(x), account, x.now)
  return x.c.redirect(
    outcome === 'started' ? securityPages.authenticator : pageAddresses.security,
    303,
  )
}

const grouped = (secret: string): string => (secret.match(/.{1,4}/g) ?? []).join(' ')

const setUpPage = (
  x: Exchange,
  account: LocalAccount,
  secret: string,
  problem?: string,
  status: Status = 200,
) => {
  const picture = renderSVG(setUpAddress(secret, account.userPrincipalName), { border: 2 })
  return stepPage(x, {
    title: x.words.security.setUpTitle,
    back: x.words.security.toSecurity,
    status,
    content: html`<p>${x.words.security.setUpSteps}</p>
      <div class="qr" role="img" aria-label="${x.words.security.qr}">${raw(picture)}</div>
      <p>${x.words.security.key} <code>${grouped(secret)}</code></p>
      ${form(
        securityPages.confirmAuthenticator,
        x.words.security.confirm,
        field({
          name: 'code',
          label: x.words.security.code,
          hint: x.words.security.codeHint,
          autocomplete: 'one-time-code',
          maxlength: 16,
          autofocus: true,
          error: problem,
        }),
      )}`,
  })
}

export const showSetUpAuthenticator: Page = async (x) => {
  const account = await accountOf(x)
  const secret = account === undefined ? undefined : await waitingSecret(keyed(x), account, x.now)
  return account === undefined || secret === undefined
    ? x.c.redirect(pageAddresses.security, 303)
    : setUpPage(x, account, secret)
}

const codesPage = (x: Exchange, codes: readonly string[]) =>
  stepPage(x, {
    title: x.words.security.recoveryTitle,
    content: html`<p role="status">${x.words.security.recoveryText}</p>
      <ul class="codes">
        ${codes.map((code) => html`<li><code>${code}</code></li>`)}
      </ul>
      ${nextLink(pageAddresses.security, x.words.security.recoveryKept)}`,
  })

export const confirmSetUp: Page = async (x) => {
  const { code = '' } = await readForm(x.c)
  const account = await accountOf(x)
  if (account === undefined) return refused(x)
  const result = await confirmAuthenticator(keyed(x), account, code, x.context)
  if (result.outcome === 'confirmed') return codesPage(x, result.recoveryCodes)
  if (result.outcome === 'over') {
    // Set up meanwhile in another window, or the key waited too long: what is there now is shown.
    const started = await startAuthenticator(keyed(x), account, x.now)
    if (started.outcome === 'alreadySetUp') return x.c.redirect(pageAddresses.security, 303)
  }
  const secret = await waitingSecret(keyed(x), account, x.now)
  if (secret === undefined) return x.c.redirect(pageAddresses.security, 303)
  return setUpPage(
    x,
    account,
    secret,
    result.outcome === 'wrong' ? x.words.security.codeWrongSetUp : x.words.security.setUpOver,
    400,
  )
}

/** What a code is asked for on this page. */
type Wish = { readonly title: string; readonly text: string; readonly action: string }
const removing = (x: Exchange): Wish => ({
  title: x.words.security.removeAuthenticator,
  text: x.words.security.removeAuthenticatorText,
  action: securityPages.removeAuthenticator,
})
const renewing = (x: Exchange): Wish => ({
  title: x.words.security.newRecoveryCodes,
  text: x.words.security.newRecoveryText,
  action: securityPages.recoveryCodes,
})

const codePage = (x: Exchange, wish: Wish, problem?: string, status: Status = 200) =>
  stepPage(x, {
    title: wish.title,
    back: x.words.security.toSecurity,
    status,
    content: html`<p>${wish.text}</p>
      ${form(wish.action, wish.title, anyCodeField(x, problem))}`,
  })

export const askToRemoveAuthenticator: Page = async (x) => codePage(x, removing(x))
export const askToRenewCodes: Page = async (x) => codePage(x, renewing(x))

// The answer when the code does not hold; undefined when it does, and is used up.
const refuseCode = async (
  x: Exchange,
  wish: Wish,
  account: LocalAccount,
): Promise<Response | undefined> => {
  const { code = '' } = await readForm(x.c)
  const device = await knownDevice(x.db, account.userPrincipalName, readDeviceCookie(x))
  const result = await checkSecondStep(keyed(x), account, { typed: code, device }, x.now)
  if (result.outcome === 'right') return undefined
  if (result.outcome === 'none') return codePage(x, wish, x.words.security.noAuthenticator, 400)
  if (result.outcome === 'wrong') return codePage(x, wish, x.words.security.codeWrong, 400)
  const seconds = Math.ceil(result.retryAfterMs / secondMs)
  x.c.header('retry-after', String(seconds))
  return codePage(x, wish, x.words.signIn.throttled(seconds), 429)
}

export const doRemoveAuthenticator: Page = async (x) => {
  const account = await accountOf(x)
  if (account === undefined) return refused(x)
  const refusal = await refuseCode(x, removing(x), account)
  if (refusal !== undefined) return refusal
  await removeAuthenticator(x.db, account, x.context)
  return x.c.redirect(securityDone('authenticatorRemoved'), 303)
}

export const doRenewCodes: Page = async (x) => {
  const account = await accountOf(x)
  if (account === undefined) return refused(x)
  return (
    (await refuseCode(x, renewing(x), account)) ??
    codesPage(x, await renewRecoveryCodes(x.db, account, x.context))
  )
}
