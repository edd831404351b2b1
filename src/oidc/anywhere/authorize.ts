/**
 * Signing in without naming an organization: who it is is found out first, and the request then
 * goes on at the issuer of their home, which judges all of it.
 */
import { signingIn } from '../../access/graph-scopes.ts'
import { readStart, startUsing } from '../../directory/applications/foreign/start.ts'
import { readForm } from '../../edge/body.ts'
import { aroundOf } from '../../edge/request.ts'
import { byUser } from '../../events/context.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { signInAndReturn } from '../../kernel/page-address.ts'
import type { Session } from '../../people/sessions.ts'
import {
  findTenantSessionOf,
  openTenantSession,
  type TenantSession,
} from '../../people/tenant-sessions.ts'
import { agreeTo } from '../../tokens/agree.ts'
import { findApplication } from '../../tokens/own-applications.ts'
import { namesAnother } from '../../tokens/person.sql.ts'
import { goOnPage } from '../go-on-page.ts'
import { providerAddress } from '../interaction/choosing.ts'
import { whyNot } from '../interaction/pages.ts'
import { administratorPage, cannotPage, choicePage, digestOf, startPage } from './pages.ts'
import {
  afterSignIn,
  answerError,
  authorizeAt,
  handOver,
  notHere,
  signInRequest,
  type Anywhere,
  type SignInRequest,
} from './request.ts'
import { homeOf, returnable, sessionOf } from './who.ts'

/** GET: finds out who it is, and goes on at their home. */
export const authorizeAnywhere = async (x: Anywhere): Promise<Response> => {
  const request = await signInRequest(x)
  if (request === undefined) return notHere(x)
  const session = await sessionOf(x)
  if (session === undefined) return signInFirst(x, request)
  const hint = request.params.get('login_hint')
  const chooses =
    !request.prompts.includes('none') &&
    (request.prompts.includes('select_account') ||
      (await namesAnother(x.services.db, session.personId, hint)))
  return chooses ? choicePage(x, request, session) : goHome(x, request, session)
}

// Who has just signed in has been asked all that these ask for.
const signInFirst = async (x: Anywhere, request: SignInRequest): Promise<Response> => {
  if (request.prompts.includes('none'))
    return answerError(x, request, 'login_required', 'nobody is signed in')
  const returnTo = returnable(afterSignIn(x, request))
  const hint = request.params.get('login_hint') ?? ''
  const name = hint === '' || hint.length > 320 ? {} : { name: hint }
  const domain = request.params.get('domain_hint')
  const there = await providerAddress(x.services.db, returnTo, { ...name, domain })
  return x.c.redirect(there ?? signInAndReturn(returnTo, false, name), 303)
}

type AtHome =
  | { readonly is: 'begun'; readonly tenantId: TenantId }
  | { readonly is: 'person' | 'administrator'; readonly who: TenantSession }
  | { readonly is: 'cannot'; readonly why: string }

/** How it stands with an application in the home of somebody. */
const standingAtHome = async (
  x: Anywhere,
  { asking }: SignInRequest,
  session: Session,
): Promise<AtHome> => {
  const { c, services } = x
  const home = homeOf(x, session)
  if ('why' in home) return { is: 'cannot', ...home }
  const { tenantId } = home
  const cannot = async (): Promise<AtHome> => ({
    is: 'cannot',
    why: await whyNot({ c, services, tenantId }, session),
  })
  if (!session.homeActive) return cannot()
  const opening = { tenantId, userId: session.homeUserId, roles: [] }
  if ((await readStart(services.db, opening, asking)) === 'begun') return { is: 'begun', tenantId }
  await openTenantSession(services.db, session, tenantId, aroundOf(c))
  const who = await findTenantSessionOf(services.db, session, tenantId, c.get('now'))
  if (who === undefined) return cannot()
  const is = await readStart(services.db, who, asking)
  return is === 'begun' ? { is, tenantId } : { is, who }
}

const goHome = async (x: Anywhere, request: SignInRequest, session: Session): Promise<Response> => {
  const found = await standingAtHome(x, request, session)
  if (found.is === 'begun') return handOver(x, request, found.tenantId)
  if (request.prompts.includes('none'))
    return answerError(
      x,
      request,
      'interaction_required',
      'there is something to say to the person',
    )
  if (found.is === 'cannot') return cannotPage(x, request, found.why)
  const show = found.is === 'person' ? startPage : administratorPage
  return show(x, request, found.who)
}

/** POST: what somebody decided on a page; begun is what was shown, by whom it was shown to. */
export const decideAnywhere = async (x: Anywhere): Promise<Response> => {
  const { decision, shown } = await readForm(x.c)
  const request = await signInRequest(x)
  if (request === undefined) return notHere(x)
  if (decision === 'decline')
    return answerError(x, request, 'access_denied', 'The person did not go on.')
  const session = await sessionOf(x)
  const found = session && (await standingAtHome(x, request, session))
  const agreed =
    decision === 'accept' && found?.is === 'person' && shown === digestOf(request, found.who)
  if (agreed) await begin(x, request, found.who)
  // Where it was not begun, the page says anew how it stands.
  return goOnPage(x.c, authorizeAt(x.place, request.params))
}

const begin = async (
  { c, services }: Anywhere,
  { asking: { homeTenantId, registrationId, appId } }: SignInRequest,
  who: TenantSession,
): Promise<void> => {
  const { tenantId, userId } = who
  const [db, around] = [services.db, aroundOf(c)]
  const which = { homeTenantId, registrationId }
  if ((await startUsing(db, who, which, byUser(around, userId))) !== 'begun') return
  const begun = await findApplication(services, tenantId, appId)
  if (begun?.eachAgrees !== true) return
  const { id: applicationId, waysInVersion } = begun
  const agreement = { tenantId, userId, applicationId, waysInVersion }
  await agreeTo(db, agreement, { asked: [signingIn], missing: [] }, around)
}
