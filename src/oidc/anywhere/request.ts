/** A request that names no organization: of which application it is, and how it is answered. */
import { html } from 'hono/html'
import { readAsking, type Asking } from '../../directory/applications/foreign/asked.sql.ts'
import { offeredNamed } from '../../directory/applications/foreign/offered.sql.ts'
import { isAmong } from '../../directory/applications/redirect-address.rule.ts'
import type { EdgeContext, Services } from '../../edge/routes.ts'
import { isUuid, type TenantId } from '../../kernel/ids.ts'
import { alert, page } from '../../pages/page.ts'
import { postBackPage } from '../../pages/post-back.ts'
import { wordsOf } from '../../pages/reader.ts'
import { endpoints } from '../endpoints.ts'
import { goOnPage } from '../go-on-page.ts'
import type { Issuers } from '../providers.ts'

/** What may stand in the place of an organization. Both mean the same here: people have homes. */
export const places = ['common', 'organizations'] as const
export type Place = (typeof places)[number]

export type Anywhere = {
  readonly c: EdgeContext
  readonly services: Services
  readonly issuers: Issuers
  readonly place: Place
}

/** A request to sign in, of an application that is offered to all, and to an address of it. */
export type SignInRequest = {
  readonly asking: Asking
  readonly redirectUri: string
  readonly params: URLSearchParams
  readonly prompts: readonly string[]
}

/** The request of an address; undefined where nobody may be asked, and nothing be sent anywhere. */
export const signInRequest = async ({
  c,
  services: { db },
}: Anywhere): Promise<SignInRequest | undefined> => {
  const params = new URL(c.req.url).searchParams
  const [appId = '', redirectUri] = [params.get('client_id') ?? '', params.get('redirect_uri')]
  if (!isUuid(appId) || redirectUri === null) return undefined
  const named = await offeredNamed(db, appId.toLowerCase())
  const asking = named && (await readAsking(db, named.homeTenantId, named))
  if (asking === undefined || !isAmong(asking.redirectUris, redirectUri)) return undefined
  const prompts = (params.get('prompt') ?? '').split(' ').filter((one) => one !== '')
  return { asking, redirectUri, params, prompts }
}

/** The parameters with these prompts taken out, and others changed; null takes one out. */
export const changed = (
  { params, prompts }: SignInRequest,
  without: readonly string[],
  changes: Readonly<Record<string, string | null>> = {},
): URLSearchParams => {
  const left = prompts.filter((one) => !without.includes(one))
  const made = new URLSearchParams(params)
  const all = { ...changes, prompt: left.length === 0 ? null : left.join(' ') }
  for (const [name, value] of Object.entries(all))
    if (value === null) made.delete(name)
    else made.set(name, value)
  return made
}

/**
 * Says that somebody comes from signing in, by a form, which holds the browser to our own origin:
 * they are led on from a page.
 */
const fromForm = 'guesthouse_from_form'

/** The address that is gone back to after signing in: who has just done that is asked no more. */
export const afterSignIn = ({ place }: Anywhere, request: SignInRequest): string =>
  authorizeAt(
    place,
    changed(request, ['login', 'select_account'], { login_hint: null, [fromForm]: 'yes' }),
  )

/** Leads on to the issuer of a home. */
export const handOver = (
  { c }: Anywhere,
  request: SignInRequest,
  home: TenantId,
): Response | Promise<Response> => {
  const location = authorizeAt(home, changed(request, [], { [fromForm]: null }))
  return request.params.has(fromForm) ? goOnPage(c, location) : c.redirect(location, 303)
}

/** Where a request is made at a place, or at an organization. */
export const authorizeAt = (at: Place | TenantId, params: URLSearchParams): string =>
  `/${at}${endpoints.authorization}?${params.toString()}`

/** Why a sign-in cannot go on, for whoever runs the application; nobody is led anywhere. */
export const errorPage = (
  { c }: Anywhere,
  error: string,
  why: string,
): Response | Promise<Response> =>
  page(
    c,
    wordsOf(c).consent.errorTitle,
    html`${alert(wordsOf(c).consent.errorNext)}
      <p class="quiet">${error}: ${why}</p>
      <p class="quiet">Request ${c.get('requestId')}</p>`,
    400,
  )

/** The one page for what is not offered, not there, or not at this address. */
export const notHere = (x: Anywhere): Response | Promise<Response> =>
  errorPage(
    x,
    'unauthorized_client',
    'no application that is offered to several organizations (signInAudience AzureADMultipleOrgs) has this client_id and this redirect_uri; an application of one organization asks at the address of that',
  )

const targetOf = ({ redirectUri, params }: SignInRequest, said: URLSearchParams): string => {
  const target = new URL(redirectUri)
  if (params.get('response_mode') === 'fragment') target.hash = said.toString()
  else for (const [name, value] of said) target.searchParams.set(name, value)
  return target.href
}

// A mode that there is not is for nobody: where its answer would stand, the application does not
// look.
const modes = new Set([null, '', 'query', 'fragment', 'form_post'])

/** Tells the application an error, at the address that was judged, in the way that it asked for. */
export const answerError = async (
  x: Anywhere,
  request: SignInRequest,
  error: string,
  why: string,
): Promise<Response> => {
  const { c } = x
  const mode = request.params.get('response_mode')
  if (!modes.has(mode)) return errorPage(x, error, why)
  const state = request.params.get('state')
  const said = new URLSearchParams({
    error,
    error_description: why,
    ...(state === null ? {} : { state }),
  })
  if (mode === 'form_post') return postBackPage(c, request.redirectUri, said)
  const target = targetOf(request, said)
  return c.req.method === 'POST' ? goOnPage(c, target) : c.redirect(target, 303)
}
