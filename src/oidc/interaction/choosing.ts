/**
 * Who is to go on at a request of an application: the one who is signed in, somebody else, or the
 * same one after showing it again.
 */
import { pageAddresses, signInBy, signInPages } from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import type { InteractionResults } from 'oidc-provider'
import { readMe } from '../../people/me.sql.ts'
import { secondMs } from '../../kernel/time.ts'
import { parseDomain } from '../../kernel/domain.ts'
import { domainOfName } from '../../kernel/principal-name.ts'
import { page as shownPage } from '../../pages/page.ts'
import { wordsOf } from '../../pages/reader.ts'
import { findProvidersAt } from '../../credentials/provider/provider.sql.ts'
import type { Session } from '../../people/sessions.ts'
import type { Database } from '../../store/database.ts'
import { tokenHash } from '../../store/token.ts'
import type { ApplicationRow } from '../../tokens/application.sql.ts'
import type { Exchange } from '../exchange.ts'
import { namesAnother } from '../../tokens/person.sql.ts'

type Interaction = Awaited<ReturnType<Exchange['issuer']['provider']['interactionDetails']>>

/** A request of an application that its person is asked about. */
export type Asked = {
  readonly x: Exchange
  readonly details: Interaction
  readonly application: ApplicationRow
  /** Keeps a result; resolves with the address where the library goes on with it. */
  readonly save: (result: InteractionResults) => Promise<string>
}

type Parameters = Readonly<Record<string, unknown>>

const promptsOf = (parameters: Parameters): string[] =>
  String(parameters['prompt'] ?? '').split(' ')

// Each time somebody shows who they are their session gets a new token, so the token tells whether
// they have since an application asked.
const proofOf = (token: string | undefined): string =>
  tokenHash(token)?.toString('base64url') ?? 'none'

/**
 * Whether somebody has shown who they are since the application asked. What was there at the first
 * visit is kept with the request.
 */
export const shownSince = async (
  { details, save }: Asked,
  token: string | undefined,
): Promise<boolean> => {
  const before: unknown = details.result?.['proofBefore']
  if (typeof before === 'string') return before !== proofOf(token)
  await save({ proofBefore: proofOf(token) })
  return false
}

/**
 * Whether an application wants people to show again who they are: always, or when they last did too
 * long before `now`.
 */
export const mustSignInAgain = (
  parameters: Parameters,
  { authenticatedAt }: Session,
  now: Date,
): boolean => {
  const maxAge = Number(parameters['max_age'] ?? Number.NaN)
  return (
    promptsOf(parameters).includes('login') ||
    now.getTime() - authenticatedAt.getTime() > maxAge * secondMs
  )
}

/** Whether somebody is to choose first: the application asked for that, or means somebody else. */
export const mustChoose = async (
  db: Database,
  parameters: Parameters,
  { personId }: Session,
): Promise<boolean> =>
  promptsOf(parameters).includes('select_account') ||
  namesAnother(db, personId, parameters['login_hint'])

/** Asks whether to go on as the one who is signed in. */
export const choicePage = async (asked: Asked, { personId }: Session): Promise<Response> => {
  const { x, application } = asked
  const { displayName, userPrincipalName, mail, emailAddress } = await readMe(
    x.services.db,
    personId,
  )
  const name = userPrincipalName ?? emailAddress ?? mail
  return shownPage(
    x.c,
    wordsOf(x.c).consent.chooseTitle(application.displayName),
    html`<p>
        ${name === null ? wordsOf(x.c).consent.chooseNow(displayName) : wordsOf(x.c).consent.chooseNowNamed(displayName, name)}
      </p>
      <form method="post">
        <input type="hidden" name="as" value="${personId}" />
        <button type="submit" name="decision" value="stay">
          ${wordsOf(x.c).consent.chooseStay(displayName)}
        </button>
      </form>
      <p>
        <a href="${signInAddress(x, true, { ...hintsIn(asked), another: '1' })}"
          >${wordsOf(x.c).consent.another}</a
        >
      </p>
      <form method="post">
        <button type="submit" name="decision" value="decline" class="secondary">
          ${wordsOf(x.c).consent.back}
        </button>
      </form>`,
  )
}

const hintsIn = ({ details }: Asked): { name?: string } => {
  const hint = details.params['login_hint']
  return typeof hint === 'string' && hint.length <= 320 ? { name: hint } : {}
}

/** The sign-in page, with the way back to this request. `again` for those who are signed in. */
export const signInAddress = (
  { c }: Exchange,
  again: boolean,
  more: Readonly<Record<string, string>> = {},
  page: typeof pageAddresses.signIn | typeof signInPages.passkey = pageAddresses.signIn,
): string => {
  const { pathname } = new URL(c.req.url)
  return `${page}?${new URLSearchParams({ return: pathname, ...more, ...(again ? { again: '1' } : {}) }).toString()}`
}

/**
 * Sends somebody to sign in, to the provider of the domain that the application named, with the
 * name that it gave.
 */
export const toSignIn = async (asked: Asked, again: boolean): Promise<Response> => {
  const { x, details } = asked
  const hints = hintsIn(asked)
  const domain = details.params['domain_hint']
  const { pathname } = new URL(x.c.req.url)
  const there = await providerAddress(x.services.db, pathname, { ...hints, domain })
  return x.c.redirect(there ?? signInAddress(x, again, hints), 303)
}

/** Where people of a domain sign in that has a provider of its own, going on to `returnTo`. */
export const providerAddress = async (
  db: Database,
  returnTo: string,
  { name: given = '', domain: hint }: { readonly name?: string; readonly domain: unknown },
): Promise<string | undefined> => {
  const domain = parseDomain(String(hint ?? ''))
  if (!('domain' in domain) || (await findProvidersAt(db, domain.domain)).length === 0)
    return undefined
  const isAtIt = given.includes('@') && domainOfName(given) === domain.domain
  return signInBy('provider', returnTo, { name: isAtIt ? given : domain.domain })
}
