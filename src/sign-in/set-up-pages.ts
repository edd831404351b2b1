/** /set-up/{token}: the first organization and its first administrator. */
import { html } from 'hono/html'
import { readForm } from '../edge/body.ts'
import type { Exchange, Page } from './exchange.ts'
import { fields, form, nextLink, page } from '../pages/page.ts'
import { isSetUpLink, redeemSetUpLink, type SetUp } from '../credentials/set-up.ts'
import { passwordWords, setUpWords, words } from './words.ts'

type Problems = Partial<Record<keyof SetUp, string>>

const setUpFields = (wish: Partial<SetUp>, problems: Problems) => {
  const text = (name: 'organizationName' | 'domain' | 'displayName' | 'localPart', autocomplete: string, more: object = {}) => ({
    name,
    label: words[name],
    autocomplete,
    value: wish[name],
    error: problems[name],
    ...more,
  })
  return fields([
    text('organizationName', 'organization', { autofocus: true }),
    text('domain', 'off', { hint: words.domainHint }),
    text('displayName', 'name'),
    text('localPart', 'username', { maxlength: 64 }),
    {
      name: 'password',
      label: words.password,
      type: 'password',
      hint: words.passwordHint,
      autocomplete: 'new-password',
      error: problems.password,
      maxlength: 1024,
    },
  ])
}

const setUpPage = (x: Exchange, wish: Partial<SetUp>, problems: Problems, status: 200 | 400 = 200) =>
  page(
    x.c,
    words.setUp,
    html`<p>${words.setUpIntro}</p>
      ${form(x.c.req.path, words.make, ...setUpFields(wish, problems))}`,
    status,
  )

const linkOver = (x: Exchange) =>
  page(
    x.c,
    words.linkOver,
    html`<p>${words.linkOverWhy}</p>
      <p>${words.setUpLinkNext}</p>`,
    404,
  )

export const showSetUp: Page = async (x) =>
  (await isSetUpLink(x.db, x.c.req.param('token') ?? '', x.now)) ? setUpPage(x, {}, {}) : linkOver(x)

export const makeFirstOrganization: Page = async (x) => {
  const { organizationName = '', domain = '', displayName = '', localPart = '', password = '' } = await readForm(x.c)
  const wish = { organizationName, domain: domain.trim(), displayName, localPart: localPart.trim(), password }
  const result = await redeemSetUpLink(x.db, x.c.req.param('token') ?? '', wish, x.context)
  if (result.outcome === 'linkOver') return linkOver(x)
  if (result.outcome === 'invalid')
    return setUpPage(x, wish, Object.fromEntries(result.fields.map((name) => [name, setUpWords[name]])), 400)
  if (result.outcome === 'weak')
    return setUpPage(x, wish, { password: result.problems.map((problem) => passwordWords[problem]).join(' ') }, 400)
  return page(
    x.c,
    words.setUpDone,
    html`<p role="status">${words.setUpDoneNext(result.userPrincipalName)}</p>
      ${nextLink('/sign-in?return=/admin/', words.signIn)}`,
  )
}
