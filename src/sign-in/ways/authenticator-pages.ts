/** /sign-in/authenticator: the code that is asked for after the right password. */
import { signInAndReturn, signInBy } from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import { z } from 'zod'
import { readForm } from '../../edge/body.ts'
import { minuteMs, secondMs } from '../../kernel/time.ts'
import { enter, readDeviceCookie, refusedPage } from '../entering.ts'
import { deviceOf, type Exchange, type Page } from '../exchange.ts'
import { form, page } from '../../pages/page.ts'
import { returnPath } from '../return-path.ts'
import { clearSealedCookie, readSealedCookie, writeSealedCookie } from '../../edge/sealed-cookie.ts'
import type { LocalAccount } from '../../credentials/account.sql.ts'
import { accountOfSecondStep, finishSignIn } from '../../credentials/authenticator/sign-in.ts'
import { halfDone, halfDoneOf } from '../../credentials/half-done.ts'
import { browserOf } from './same-browser.ts'
import { askForNewPassword } from './new-password-pages.ts'
import { anyCodeField } from '../any-code-field.ts'

const cookie = 'guesthouse_half_signed_in'
const lifetimeMs = 10 * minuteMs
const carried = z.strictObject({ browser: z.string(), halfDone, byPassword: z.boolean() })

const here = (returnTo: string): string => signInBy('authenticator', returnTo)

/**
 * After the right password, or another first step, of an account with an authenticator app: on to
 * the code, with no session yet.
 */
export const askForCode = (
  x: Exchange,
  account: LocalAccount,
  returnTo: string,
  byPassword: boolean,
): Response => {
  const carries = { browser: browserOf(x), halfDone: halfDoneOf(account), byPassword }
  writeSealedCookie(x, cookie, carries, lifetimeMs)
  return x.c.redirect(here(returnTo), 303)
}

type Half = { readonly account: LocalAccount; readonly byPassword: boolean }

const halfOf = async (x: Exchange): Promise<Half | undefined> => {
  const found = readSealedCookie(x, cookie, carried)
  if (found === undefined || found.browser !== browserOf(x)) return undefined
  const account = await accountOfSecondStep(x.db, found.halfDone)
  return account === undefined ? undefined : { account, byPassword: found.byPassword }
}

const codePage = (
  x: Exchange,
  account: LocalAccount,
  problem?: string,
  status: 200 | 401 | 429 = 200,
) => {
  const returnTo = returnPath(x.c.req.query('return'))
  return page(
    x.c,
    x.words.security.secondStep,
    html`<p>${x.words.security.secondStepFor(account.userPrincipalName)}</p>
      ${form(here(returnTo), x.words.signIn.signIn, anyCodeField(x, problem))}
      <p class="quiet">${x.words.security.lostPhone}</p>
      <p>
        <a href="${signInAndReturn(returnTo)}">${x.words.security.startAgain}</a>
      </p>`,
    status,
  )
}

const startAgain = (x: Exchange): Response => {
  clearSealedCookie(x, cookie)
  return x.c.redirect(signInAndReturn(returnPath(x.c.req.query('return'))), 303)
}

export const showCode: Page = async (x) => {
  const half = await halfOf(x)
  return half === undefined ? startAgain(x) : codePage(x, half.account)
}

export const doCode: Page = async (x) => {
  const { code = '' } = await readForm(x.c)
  const half = await halfOf(x)
  if (half === undefined) return startAgain(x)
  const { account, byPassword } = half
  const given = { typed: code, deviceCookie: readDeviceCookie(x), byPassword }
  const result = await finishSignIn(
    { db: x.db, sealKey: x.services.sealKey },
    account,
    given,
    deviceOf(x),
    x.context,
  )
  if (result.outcome === 'wrong') return codePage(x, account, x.words.security.codeWrong, 401)
  if (result.outcome === 'throttled') {
    const seconds = Math.ceil(result.retryAfterMs / secondMs)
    x.c.header('retry-after', String(seconds))
    return codePage(x, account, x.words.signIn.throttled(seconds), 429)
  }
  clearSealedCookie(x, cookie)
  const returnTo = returnPath(x.c.req.query('return'))
  if (result.outcome === 'signedIn') return enter(x, result, returnTo)
  if (result.outcome === 'newPasswordNeeded') return askForNewPassword(x, result, returnTo)
  return refusedPage(x, result.outcome, result.account)
}
