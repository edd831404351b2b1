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
import {
  finishSignIn,
  halfDoneAccount,
  halfDoneOf,
  halfDone,
} from '../../credentials/authenticator/sign-in.ts'
import { anyCodeField } from '../any-code-field.ts'

const cookie = 'guesthouse_half_signed_in'
const lifetimeMs = 10 * minuteMs
const carried = z.strictObject({ browser: z.string(), halfDone })

// The browser that typed the password is the one that types the code.
const browserOf = (x: Exchange): string => x.c.req.header('user-agent')?.slice(0, 512) ?? ''

const here = (returnTo: string): string => signInBy('authenticator', returnTo)

/**
 * After the right password of an account with an authenticator app: on to the code, with no session
 * yet.
 */
export const askForCode = (x: Exchange, account: LocalAccount, returnTo: string): Response => {
  writeSealedCookie(x, cookie, { browser: browserOf(x), halfDone: halfDoneOf(account) }, lifetimeMs)
  return x.c.redirect(here(returnTo), 303)
}

const accountOf = async (x: Exchange): Promise<LocalAccount | undefined> => {
  const found = readSealedCookie(x, cookie, carried)
  return found === undefined || found.browser !== browserOf(x)
    ? undefined
    : halfDoneAccount(x.db, found.halfDone)
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
  const account = await accountOf(x)
  return account === undefined ? startAgain(x) : codePage(x, account)
}

export const doCode: Page = async (x) => {
  const { code = '' } = await readForm(x.c)
  const account = await accountOf(x)
  if (account === undefined) return startAgain(x)
  const given = { typed: code, deviceCookie: readDeviceCookie(x) }
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
  if (result.outcome === 'signedIn') return enter(x, result, returnPath(x.c.req.query('return')))
  return refusedPage(x, result.outcome, result.account)
}
