/** /password and /password-link/{token}: choosing a password. */
import { pageAddresses, passwordPath } from '../kernel/page-address.ts'
import { html } from 'hono/html'
import { readForm } from '../edge/body.ts'
import { secondMs } from '../kernel/time.ts'
import { changePassword } from '../credentials/password/change.ts'
import type { Exchange, Page } from './exchange.ts'
import { fields, form, nextLink, page } from '../pages/page.ts'
import { findPasswordLink, redeemPasswordLink } from '../credentials/password/link.ts'
import { newPasswordFields, type NewPasswordProblems } from './new-password-fields.ts'
import { returnPath } from './return-path.ts'
import type { LocalAccount } from '../credentials/account.sql.ts'
import { weakWords } from './weak-words.ts'
import { linkOverPage } from './link-over.ts'
import { stepPage } from './security/framed-page.ts'

/** What is wrong with each field, in x.words.signIn. */
type Problems = NewPasswordProblems & { readonly current?: string }

const changePage = (x: Exchange, problems: Problems, status: 200 | 400 | 429 = 200) => {
  const current = {
    name: 'current',
    label: x.words.signIn.currentPassword,
    type: 'password',
    autocomplete: 'current-password',
    autofocus: true,
    maxlength: 1024,
    error: problems.current,
  } as const
  return stepPage(x, {
    title: x.words.signIn.changePassword,
    status,
    content: form(
      passwordPath(returnPath(x.c.req.query('return') ?? pageAddresses.profile)),
      x.words.signIn.changePassword,
      ...fields([current, ...newPasswordFields(x, problems)]),
    ),
  })
}

export const askPassword: Page = async (x) => changePage(x, {})

export const changeOwnPassword: Page = async (x) => {
  const { current = '', wanted = '', repeated = '' } = await readForm(x.c)
  if (wanted !== repeated) return changePage(x, { repeated: x.words.signIn.notTheSame }, 400)
  const result = await changePassword(x.db, x.session, { current, wanted }, x.context)
  if (result.outcome === 'wrong')
    return changePage(x, { current: x.words.signIn.currentWrong }, 400)
  if (result.outcome === 'weak')
    return changePage(x, { wanted: weakWords(x.words, result.problems) }, 400)
  if (result.outcome === 'noPassword')
    return changePage(x, { current: x.words.signIn.noPassword }, 400)
  if (result.outcome === 'throttled')
    return changePage(
      x,
      { current: x.words.signIn.throttled(Math.ceil(result.retryAfterMs / secondMs)) },
      429,
    )
  const next = returnPath(x.c.req.query('return') ?? pageAddresses.profile)
  return stepPage(x, {
    title: x.words.signIn.changePassword,
    content: html`<p class="told" role="status" tabindex="-1" autofocus>
        ${x.words.signIn.changed}
      </p>
      ${nextLink(next, x.words.signIn.goOn)}`,
  })
}

const choosePage = (
  x: Exchange,
  account: LocalAccount,
  problems: Problems,
  status: 200 | 400 = 200,
) =>
  page(
    x.c,
    x.words.signIn.choosePassword,
    html`<p>${x.words.signIn.passwordFor(account.userPrincipalName, account.organizationName)}</p>
      ${form(x.c.req.path, x.words.signIn.choosePassword, ...fields(newPasswordFields(x, problems)))}`,
    status,
  )

const linkOver = (x: Exchange) => linkOverPage(x, x.words.signIn.passwordLinkNext)

export const showChoosePassword: Page = async (x) => {
  const account = await findPasswordLink(x.db, x.c.req.param('token') ?? '', x.now)
  return account === undefined ? linkOver(x) : choosePage(x, account, {})
}

export const choosePassword: Page = async (x) => {
  const token = x.c.req.param('token') ?? ''
  const { wanted = '', repeated = '' } = await readForm(x.c)
  const account = await findPasswordLink(x.db, token, x.now)
  if (account === undefined) return linkOver(x)
  if (wanted !== repeated)
    return choosePage(x, account, { repeated: x.words.signIn.notTheSame }, 400)
  const result = await redeemPasswordLink(x.db, token, wanted, x.context)
  if (result.outcome === 'linkOver') return linkOver(x)
  if (result.outcome === 'weak')
    return choosePage(x, account, { wanted: weakWords(x.words, result.problems) }, 400)
  return page(
    x.c,
    x.words.signIn.choosePassword,
    html`<p role="status">${x.words.signIn.passwordSet}</p>
      ${nextLink('/sign-in', x.words.signIn.signIn)}`,
  )
}
