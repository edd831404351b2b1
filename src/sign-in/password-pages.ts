/** /password and /password-link/{token}: choosing a password. */
import { html } from 'hono/html'
import { readForm } from '../edge/body.ts'
import { secondMs } from '../kernel/time.ts'
import { changePassword } from '../credentials/password/change.ts'
import type { Exchange, Page } from './exchange.ts'
import { fields, form, nextLink, page } from '../pages/page.ts'
import { findPasswordLink, redeemPasswordLink } from '../credentials/password/link.ts'
import { returnPath } from './return-path.ts'
import type { LocalAccount } from '../credentials/account.sql.ts'
import { passwordWords, words } from './words.ts'

/** What is wrong with each field, in words. */
type Problems = { readonly current?: string; readonly wanted?: string; readonly repeated?: string }

const newPasswordFields = ({ wanted, repeated }: Problems) =>
  [
    {
      name: 'wanted',
      label: words.newPassword,
      type: 'password',
      autocomplete: 'new-password',
      hint: words.passwordHint,
      maxlength: 1024,
      error: wanted,
    },
    {
      name: 'repeated',
      label: words.repeatPassword,
      type: 'password',
      autocomplete: 'new-password',
      maxlength: 1024,
      error: repeated,
    },
  ] as const

const weakWords = (problems: readonly (keyof typeof passwordWords)[]): string => problems.map((problem) => passwordWords[problem]).join(' ')

const changePage = (x: Exchange, problems: Problems, status: 200 | 400 | 429 = 200) => {
  const current = {
    name: 'current',
    label: words.currentPassword,
    type: 'password',
    autocomplete: 'current-password',
    autofocus: true,
    maxlength: 1024,
    error: problems.current,
  } as const
  return page(
    x.c,
    words.changePassword,
    form(
      `/password?return=${encodeURIComponent(returnPath(x.c.req.query('return') ?? '/profile'))}`,
      words.changePassword,
      ...fields([current, ...newPasswordFields(problems)]),
    ),
    status,
  )
}

export const askPassword: Page = async (x) => changePage(x, {})

export const changeOwnPassword: Page = async (x) => {
  const { current = '', wanted = '', repeated = '' } = await readForm(x.c)
  if (wanted !== repeated) return changePage(x, { repeated: words.notTheSame }, 400)
  const result = await changePassword(x.db, x.session, { current, wanted }, x.context)
  if (result.outcome === 'wrong') return changePage(x, { current: words.currentWrong }, 400)
  if (result.outcome === 'weak') return changePage(x, { wanted: weakWords(result.problems) }, 400)
  if (result.outcome === 'noPassword') return changePage(x, { current: words.noPassword }, 400)
  if (result.outcome === 'throttled') return changePage(x, { current: words.throttled(Math.ceil(result.retryAfterMs / secondMs)) }, 429)
  const next = returnPath(x.c.req.query('return') ?? '/profile')
  return page(
    x.c,
    words.changePassword,
    html`<p role="status">${words.changed}</p>
      ${nextLink(next, words.goOn)}`,
  )
}

const choosePage = (x: Exchange, account: LocalAccount, problems: Problems, status: 200 | 400 = 200) =>
  page(
    x.c,
    words.choosePassword,
    html`<p>${words.passwordFor(account.userPrincipalName, account.organizationName)}</p>
      ${form(x.c.req.path, words.choosePassword, ...fields(newPasswordFields(problems)))}`,
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
  return account === undefined ? linkOver(x) : choosePage(x, account, {})
}

export const choosePassword: Page = async (x) => {
  const token = x.c.req.param('token') ?? ''
  const { wanted = '', repeated = '' } = await readForm(x.c)
  const account = await findPasswordLink(x.db, token, x.now)
  if (account === undefined) return linkOver(x)
  if (wanted !== repeated) return choosePage(x, account, { repeated: words.notTheSame }, 400)
  const result = await redeemPasswordLink(x.db, token, wanted, x.context)
  if (result.outcome === 'linkOver') return linkOver(x)
  if (result.outcome === 'weak') return choosePage(x, account, { wanted: weakWords(result.problems) }, 400)
  return page(
    x.c,
    words.choosePassword,
    html`<p role="status">${words.passwordSet}</p>
      ${nextLink('/sign-in', words.signIn)}`,
  )
}
