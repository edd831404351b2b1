/** /password and /password-link/{token}: choosing a password. */
import { html } from 'hono/html'
import { readForm } from '../edge/body.ts'
import { secondMs } from '../kernel/time.ts'
import { changePassword } from './change-password.ts'
import type { Exchange, Page } from './exchange.ts'
import { alert, field, form, nextLink, page } from './pages.ts'
import { findPasswordLink, redeemPasswordLink } from './password-link.ts'
import { returnPath } from './return-path.ts'
import type { LocalAccount } from './sign-in.sql.ts'
import { passwordWords, words } from './words.ts'

const newPasswordFields = () => [
  field({
    name: 'wanted',
    label: words.newPassword,
    type: 'password',
    autocomplete: 'new-password',
    hint: words.passwordHint,
    maxlength: 1024,
  }),
  field({ name: 'repeated', label: words.repeatPassword, type: 'password', autocomplete: 'new-password', maxlength: 1024 }),
]

const changePage = (x: Exchange, problems: readonly string[], status: 200 | 400 | 429 = 200) =>
  page(
    x.c,
    words.changePassword,
    html`${alert(...problems)}
    ${form(
      `/password?return=${encodeURIComponent(returnPath(x.c.req.query('return') ?? '/profile'))}`,
      words.changePassword,
      field({
        name: 'current',
        label: words.currentPassword,
        type: 'password',
        autocomplete: 'current-password',
        autofocus: true,
        maxlength: 1024,
      }),
      ...newPasswordFields(),
    )}`,
    status,
  )

export const askPassword: Page = async (x) => changePage(x, [])

export const changeOwnPassword: Page = async (x) => {
  const { current = '', wanted = '', repeated = '' } = await readForm(x.c)
  if (wanted !== repeated) return changePage(x, [words.notTheSame], 400)
  const result = await changePassword(x.db, x.session, { current, wanted }, x.context)
  if (result.outcome === 'wrong') return changePage(x, [words.currentWrong], 400)
  if (result.outcome === 'weak')
    return changePage(
      x,
      result.problems.map((problem) => passwordWords[problem]),
      400,
    )
  if (result.outcome === 'noPassword') return changePage(x, [words.noPassword], 400)
  if (result.outcome === 'throttled') return changePage(x, [words.throttled(Math.ceil(result.retryAfterMs / secondMs))], 429)
  const next = returnPath(x.c.req.query('return') ?? '/profile')
  return page(
    x.c,
    words.changePassword,
    html`<p role="status">${words.changed}</p>
      ${nextLink(next, words.goOn)}`,
  )
}

const choosePage = (x: Exchange, account: LocalAccount, problems: readonly string[], status: 200 | 400 = 200) =>
  page(
    x.c,
    words.choosePassword,
    html`<p>${words.passwordFor(account.userPrincipalName, account.organizationName)}</p>
      ${alert(...problems)} ${form(x.c.req.path, words.choosePassword, ...newPasswordFields())}`,
    status,
  )

const linkOver = (x: Exchange) =>
  page(
    x.c,
    words.linkOver,
    html`<p>${words.linkOverWhy}</p>
      <p>${words.passwordLinkNext}</p>`,
    404,
  )

export const showChoosePassword: Page = async (x) => {
  const account = await findPasswordLink(x.db, x.c.req.param('token') ?? '', x.now)
  return account === undefined ? linkOver(x) : choosePage(x, account, [])
}

export const choosePassword: Page = async (x) => {
  const token = x.c.req.param('token') ?? ''
  const { wanted = '', repeated = '' } = await readForm(x.c)
  const account = await findPasswordLink(x.db, token, x.now)
  if (account === undefined) return linkOver(x)
  if (wanted !== repeated) return choosePage(x, account, [words.notTheSame], 400)
  const result = await redeemPasswordLink(x.db, token, wanted, x.context)
  if (result.outcome === 'linkOver') return linkOver(x)
  if (result.outcome === 'weak')
    return choosePage(
      x,
      account,
      result.problems.map((problem) => passwordWords[problem]),
      400,
    )
  return page(
    x.c,
    words.choosePassword,
    html`<p role="status">${words.passwordSet}</p>
      ${nextLink('/sign-in', words.signIn)}`,
  )
}
