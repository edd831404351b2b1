/**
 * Where the provider asks: signing in at Guesthouse, why somebody cannot, and agreeing where an
 * application wants that.
 */
import type { UserId } from '../../kernel/ids.ts'
import { aroundOf } from '../../edge/request.ts'
import { ServerResponse } from 'node:http'
import { html } from 'hono/html'
import { errors } from 'oidc-provider'
import { listMyOrganizations } from '../../people/my-organizations.sql.ts'
import { isShutTo } from '../../directory/proved-account.sql.ts'
import { readOrganization } from '../../directory/organization.sql.ts'
import { readForm } from '../../edge/body.ts'
import { Refusal } from '../../edge/refusal.ts'
import { secondMs } from '../../kernel/time.ts'
import { readSessionCookie } from '../../edge/session-cookie.ts'
import { nextLink, page } from '../../pages/page.ts'
import { wordsOf } from '../../pages/reader.ts'
import { findSession, type Session } from '../../people/sessions.ts'
import { openTenantSession } from '../../people/tenant-sessions.ts'
import { readApplicationAccess } from '../../tokens/account.sql.ts'
import { goOnPage } from '../go-on-page.ts'
import {
  choicePage,
  mustChoose,
  mustSignInAgain,
  shownSince,
  signInAddress,
  toSignIn,
  type Asked,
} from './choosing.ts'
import { askForMore } from './stronger.ts'
import { factorsOf } from './factors.ts'
import { libraryRequest, type Exchange } from '../exchange.ts'
import { findApplication, isOfPeople, isOwnApp } from '../../tokens/own-applications.ts'
import { withState } from '../request-state.ts'
import { consentPage } from './consent-pages.ts'

const over = (): Refusal => new Refusal('signInOver')

const askedIn = async (x: Exchange): Promise<Asked> => {
  const { provider } = x.issuer
  const request = await libraryRequest(x, { browser: false, body: '' })
  const response = new ServerResponse(request)
  try {
    const details = await withState(request, () => provider.interactionDetails(request, response))
    const application = await findApplication(
      x.services,
      x.tenantId,
      String(details.params['client_id']),
    )
    if (application === undefined || !x.path.endsWith(`/${details.uid}`)) throw over()
    return {
      x,
      details,
      application,
      save: (result) =>
        withState(request, () => provider.interactionResult(request, response, result)),
    }
  } catch (error) {
    if (error instanceof errors.SessionNotFound) throw over()
    throw error
  }
}

/** GET: signs in with the session at Guesthouse, or says why that cannot be. */
export const showInteraction = async (x: Exchange): Promise<Response> => {
  const asked = await askedIn(x)
  return asked.details.prompt.name === 'consent' ? consentPage(asked) : signInHere(asked)
}

/** POST: what somebody decided. */
export const decideInteraction = async (x: Exchange): Promise<Response> => {
  const { decision, as, scopes } = await readForm(x.c)
  const asked = await askedIn(x)
  if (decision === 'stay' && asked.details.prompt.name !== 'consent') return signInHere(asked, as)
  const accepted = decision === 'accept' && asked.details.prompt.name === 'consent'
  const result = accepted
    ? { consent: scopes === undefined ? {} : { scopes } }
    : { error: 'access_denied', error_description: 'The person did not go on.' }
  return goOnPage(x.c, await asked.save(result))
}

const signInHere = async (asked: Asked, staying?: string): Promise<Response> => {
  const { c, services } = asked.x
  const token = readSessionCookie(c, services.publicUrl)
  const session = await findSession(services.db, token, c.get('now'))
  // Before anybody signs in: what is there at the first visit is kept with the request.
  const shown = await shownSince(asked, token)
  if (session === undefined) return toSignIn(asked, false)
  // Who presses "go on as Ada" means Ada, whoever has signed in in another window meanwhile.
  const isChosen = staying === undefined ? shown : staying === session.personId
  return !isChosen && (await mustChoose(services.db, asked.details.params, session))
    ? choicePage(asked, session)
    : signInAs(asked, session, { shown, isChosen })
}

/** As this person, once they have shown enough of who they are. */
const signInAs = async (
  asked: Asked,
  session: Session,
  { shown, isChosen }: { readonly shown: boolean; readonly isChosen: boolean },
): Promise<Response> => {
  const { x, application } = asked
  const { c, tenantId } = x
  const { authenticatedAt: since, method } = session
  if (!shown && mustSignInAgain(asked.details.params, session, c.get('now')))
    return toSignIn(asked, true)
  const stronger = await askForMore(asked, session, { method, shown })
  if (stronger === 'impossible')
    return cannot(asked, wordsOf(x.c).consent.factorNeeded(application.displayName))
  if (stronger !== undefined) return stronger
  const entry = { since, isChosen, factors: factorsOf(method) }
  // Who is disabled at home may still see why, and everybody may leave: the account API judges each
  // of its own.
  return isOfPeople(tenantId)
    ? goOn(asked, { ...entry, accountId: session.personId })
    : enterOrganization(asked, session, entry)
}

/** As the user of an organization, where one may be one and the application is for them. */
const enterOrganization = async (
  asked: Asked,
  session: Session,
  entry: Entry,
): Promise<Response> => {
  const { x } = asked
  const { services, tenantId, c } = x
  if (!session.homeEnabled) return cannot(asked, wordsOf(c).blockers.refusal.homeAccountDisabled)
  const door = await openTenantSession(services.db, session, tenantId, aroundOf(c))
  if (door === undefined) return cannot(asked, await whyNot(x, session))
  if (await isForUser(asked, door.userId)) return goOn(asked, { ...entry, accountId: door.userId })
  const { displayName } = await readOrganization(services.db, tenantId)
  return cannot(asked, wordsOf(c).consent.notAssigned(displayName))
}

const isForUser = async (
  { x: { services, tenantId }, application }: Asked,
  userId: UserId,
): Promise<boolean> => {
  if (!application.assignmentRequired) return true
  const which = { tenantId, userId, applicationId: application.id }
  return (await readApplicationAccess(services.db, which, false)).assigned
}

type Entry = {
  readonly since: Date
  readonly isChosen: boolean
  readonly factors: ReturnType<typeof factorsOf>
}

const goOn = async (
  { x: { c }, application, save }: Asked,
  { accountId, since, isChosen, factors }: Entry & { readonly accountId: string },
): Promise<Response> => {
  const login = {
    accountId,
    ts: Math.floor(since.getTime() / secondMs),
    remember: true,
    ...factors,
  }
  const next = await save({ login, ...(isChosen ? { select_account: {} } : {}) })
  // A form that led here holds the browser to our own origin: our own apps are there, all others
  // are reached from a page.
  return isOwnApp(application.appId) ? c.redirect(next, 303) : goOnPage(c, next)
}

/** Why somebody cannot act in an organization, in a sentence. */
export const whyNot = async (
  x: Pick<Exchange, 'services' | 'tenantId' | 'c'>,
  { personId, sessionId }: Session,
): Promise<string> => {
  const { services, tenantId, c } = x
  const { displayName, state } = await readOrganization(services.db, tenantId)
  if (state !== 'active') return wordsOf(x.c).consent.closed(displayName)
  const [mine] = await listMyOrganizations(services.db, personId, c.get('now'), tenantId)
  if (mine === undefined) return wordsOf(x.c).consent.stranger(displayName)
  if (mine.deletedAt !== null)
    return mine.deletedBy === 'self'
      ? wordsOf(x.c).consent.left(displayName)
      : wordsOf(x.c).consent.removed(displayName)
  if (mine.invited) return wordsOf(x.c).consent.invited(displayName)
  const isShut = mine.accountEnabled && (await isShutTo(services.db, tenantId, sessionId))
  return isShut
    ? wordsOf(x.c).blockers.refusal.providerNotTrusted(displayName)
    : wordsOf(x.c).consent.disabled(displayName)
}

const cannot = ({ x, application }: Asked, why: string): Response | Promise<Response> =>
  page(
    x.c,
    wordsOf(x.c).consent.cannotTitle(application.displayName),
    html`<p>${why}</p>
      ${nextLink('/', wordsOf(x.c).consent.portal)}
      <p>
        <a href="${signInAddress(x, true, { another: '1' })}">${wordsOf(x.c).consent.another}</a>
      </p>
      <form method="post">
        <button type="submit" name="decision" value="decline" class="secondary">
          ${wordsOf(x.c).consent.back}
        </button>
      </form>`,
    403,
  )
