/** /set-up/{token}: the first organization and its first administrator. */
import { signInAndReturn } from '../kernel/page-address.ts'
import { html } from 'hono/html'
import { minPasswordLength } from '../credentials/password/password.rule.ts'
import { readForm } from '../edge/body.ts'
import type { Exchange, Page } from './exchange.ts'
import { fields, form, nextLink, page } from '../pages/page.ts'
import {
  isSetUpLink,
  redeemSetUpLink,
  type SetUp,
  type SetUpResult,
} from '../credentials/set-up.ts'
import { weakWords } from './weak-words.ts'
import { linkOverPage } from './link-over.ts'

type Problems = Partial<Record<keyof SetUp, string>>

const setUpFields = (x: Exchange, wish: Partial<SetUp>, problems: Problems) => {
  const text = (
    name: 'organizationName' | 'domain' | 'displayName' | 'localPart',
    autocomplete: string,
    more: object = {},
  ) => ({
    name,
    label: x.words.signIn[name],
    autocomplete,
    value: wish[name],
    error: problems[name],
    ...more,
  })
  return fields([
    text('organizationName', 'organization', { autofocus: true }),
    text('domain', 'off', { hint: x.words.signIn.domainHint }),
    text('displayName', 'name'),
    text('localPart', 'username', { maxlength: 64 }),
    {
      name: 'password',
      label: x.words.signIn.password,
      type: 'password',
      hint: x.words.signIn.passwordHint(minPasswordLength),
      autocomplete: 'new-password',
      error: problems.password,
      maxlength: 1024,
    },
  ])
}

const setUpPage = (
  x: Exchange,
  wish: Partial<SetUp>,
  problems: Problems,
  status: 200 | 400 = 200,
) =>
  page(
    x.c,
    x.words.signIn.setUp,
    html`<p>${x.words.signIn.setUpIntro}</p>
      ${form(x.c.req.path, x.words.signIn.make, ...setUpFields(x, wish, problems))}`,
    status,
  )

const linkOver = (x: Exchange) => linkOverPage(x, x.words.signIn.setUpLinkNext)

export const showSetUp: Page = async (x) =>
  (await isSetUpLink(x.db, x.c.req.param('token') ?? '', x.now))
    ? setUpPage(x, {}, {})
    : linkOver(x)

const problemsOf = (
  { words }: Exchange,
  { fields: wrong, weak }: Extract<SetUpResult, { outcome: 'invalid' }>,
): Problems => ({
  ...Object.fromEntries(wrong.map((name) => [name, words.signIn.setUpProblem[name]])),
  ...(weak.length > 0 && { password: weakWords(words, weak) }),
})

export const makeFirstOrganization: Page = async (x) => {
  const {
    organizationName = '',
    domain = '',
    displayName = '',
    localPart = '',
    password = '',
  } = await readForm(x.c)
  const wish = {
    organizationName,
    domain: domain.trim(),
    displayName,
    localPart: localPart.trim(),
    password,
  }
  const result = await redeemSetUpLink(x.db, x.c.req.param('token') ?? '', wish, x.context)
  if (result.outcome === 'linkOver') return linkOver(x)
  if (result.outcome === 'invalid') return setUpPage(x, wish, problemsOf(x, result), 400)
  if (result.outcome === 'weak')
    return setUpPage(x, wish, { password: weakWords(x.words, result.problems) }, 400)
  return page(
    x.c,
    x.words.signIn.setUpDone,
    html`<p role="status">${x.words.signIn.setUpDoneNext(result.userPrincipalName)}</p>
      ${nextLink(signInAndReturn('/admin/'), x.words.signIn.signIn)}`,
  )
}
