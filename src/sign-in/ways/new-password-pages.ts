/** /sign-in/new-password: another password in the place of one that somebody else gave. */
import { html } from 'hono/html'
import { z } from 'zod'
import type { LocalAccount } from '../../credentials/account.sql.ts'
import { halfDone, halfDoneAccount, halfDoneOf } from '../../credentials/half-done.ts'
import { chooseForced } from '../../credentials/password/forced.ts'
import type { NewPasswordNeeded } from '../../credentials/sign-in.ts'
import { readForm } from '../../edge/body.ts'
import { clearSealedCookie, readSealedCookie, writeSealedCookie } from '../../edge/sealed-cookie.ts'
import { signInAndReturn, signInBy } from '../../kernel/page-address.ts'
import { minuteMs } from '../../kernel/time.ts'
import { fields, form, page } from '../../pages/page.ts'
import { signInMethods } from '../../wire/account-access.ts'
import { enter, readDeviceCookie, refusedPage } from '../entering.ts'
import { deviceOf, type Exchange, type Page } from '../exchange.ts'
import { newPasswordFields, type NewPasswordProblems } from '../new-password-fields.ts'
import { returnPath } from '../return-path.ts'
import { weakWords } from '../weak-words.ts'
import { browserOf } from './same-browser.ts'

const cookie = 'guesthouse_new_password'
const lifetimeMs = 10 * minuteMs
const carried = z.strictObject({
  browser: z.string(),
  halfDone,
  method: z.enum(signInMethods),
})

const here = (returnTo: string): string => signInBy('newPassword', returnTo)

/** After the right password, where it has to be changed: on to the page, with no session yet. */
export const askForNewPassword = (
  x: Exchange,
  { account, method }: NewPasswordNeeded,
  returnTo: string,
): Response => {
  const carries = { browser: browserOf(x), halfDone: halfDoneOf(account), method }
  writeSealedCookie(x, cookie, carries, lifetimeMs)
  return x.c.redirect(here(returnTo), 303)
}

const carriedBy = (x: Exchange): z.infer<typeof carried> | undefined => {
  const found = readSealedCookie(x, cookie, carried)
  return found?.browser === browserOf(x) ? found : undefined
}

const startAgain = (x: Exchange): Response => {
  clearSealedCookie(x, cookie)
  return x.c.redirect(signInAndReturn(returnPath(x.c.req.query('return'))), 303)
}

const choosePage = (
  x: Exchange,
  account: LocalAccount,
  problems: NewPasswordProblems,
  status: 200 | 400 = 200,
) => {
  const { signIn: words } = x.words
  const path = here(returnPath(x.c.req.query('return')))
  return page(
    x.c,
    words.choosePassword,
    html`<p>${words.mustChange}</p>
      <p>${words.passwordFor(account.userPrincipalName, account.organizationName)}</p>
      ${form(path, words.choosePassword, ...fields(newPasswordFields(x, problems, { autofocus: true })))}`,
    status,
  )
}

export const showNewPassword: Page = async (x) => {
  const found = carriedBy(x)
  const account = found === undefined ? undefined : await halfDoneAccount(x.db, found.halfDone)
  return account === undefined ? startAgain(x) : choosePage(x, account, {})
}

export const doNewPassword: Page = async (x) => {
  const { wanted = '', repeated = '' } = await readForm(x.c)
  const found = carriedBy(x)
  const account = found === undefined ? undefined : await halfDoneAccount(x.db, found.halfDone)
  if (found === undefined || account === undefined) return startAgain(x)
  if (wanted !== repeated)
    return choosePage(x, account, { repeated: x.words.signIn.notTheSame }, 400)
  const entry = { device: deviceOf(x), deviceCookie: readDeviceCookie(x), method: found.method }
  const result = await chooseForced(x.db, found.halfDone, wanted, entry, x.context)
  if (result.outcome === 'over') return startAgain(x)
  if (result.outcome === 'weak')
    return choosePage(x, account, { wanted: weakWords(x.words, result.problems) }, 400)
  clearSealedCookie(x, cookie)
  if (result.outcome === 'signedIn') return enter(x, result, returnPath(x.c.req.query('return')))
  return refusedPage(x, result.outcome, result.account)
}
