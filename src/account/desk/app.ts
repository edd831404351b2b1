/** The portal's edge: one table of pages for a signed-in person. */
import {
  leavePath,
  organizationPath,
  pageAddresses,
  signInAndReturn,
} from '../../kernel/page-address.ts'
import type { Hono } from 'hono'
import {
  edgeApp,
  type EdgeContext,
  type Env,
  type Route,
  type Services,
} from '../../edge/routes.ts'
import { Refusal } from '../../edge/refusal.ts'
import { aroundOf } from '../../edge/request.ts'
import { readSessionCookie } from '../../edge/session-cookie.ts'
import { noteLooker } from '../../pages/looker.ts'
import { wordsOf } from '../../pages/reader.ts'
import { refusalPages } from '../../pages/refusal-page.ts'
import { findSession } from '../../people/sessions.ts'
import type { Handler } from '../exchange.ts'
import { SpokenRefusal } from '../spoken.ts'
import { showAccount } from './account-page.ts'
import * as accountActs from './account-acts.ts'
import * as acts from './acts.ts'
import * as guestActs from './answering/guest-acts.ts'
import { showGuests } from './answering/guests-page.ts'
import { askOwnNeed, doAttest } from './answering/own-page.ts'
import { askToPassOn, doPassOn } from './answering/pass-on.ts'
import { doStopReviews, doWantReviews } from './answering/review-part.ts'
import { showApps } from './apps-page.ts'
import { askToHandOver, doHandOver } from './hand-over.ts'
import { askToLeaveMany, doLeave, showLeft } from './leave-many.ts'
import { askToLeave } from './leave-one.ts'
import { showOrganization } from './organization-page.ts'
import { showOrganizations } from './organizations-page.ts'

/**
 * `person`: somebody who is signed in. `enabledPerson`: the same, where the home account is not
 * disabled. Leaving asks for `person` only, so that the rule says why somebody cannot leave.
 */
type Permission = 'person' | 'enabledPerson'
type Page = Route<Permission, Handler>

const show = (path: string, handler: Handler): Page => ({
  method: 'GET',
  path,
  permission: 'person',
  handler,
})

/** A question at an address, and the change that a form sent to the same one makes. */
const act = (
  path: string,
  asks: Handler,
  does: Handler,
  permission: Permission = 'person',
): readonly Page[] => [
  { method: 'GET', path, permission, handler: asks },
  { method: 'POST', path, permission, handler: does },
]
const change = (path: string, handler: Handler): Page => ({
  method: 'POST',
  path,
  permission: 'person',
  handler,
})

const at = organizationPath(':id')

const guest = `${pageAddresses.guests}/:id/:guestId`

/** Guests for whom somebody answers, or nobody does: for who is let in at home. */
const guestPages: readonly Page[] = [
  { ...show(pageAddresses.guests, showGuests), permission: 'enabledPerson' },
  ...act(`${guest}/keep`, guestActs.askToKeep, guestActs.doKeep, 'enabledPerson'),
  ...act(`${guest}/pass-on`, askToPassOn, doPassOn, 'enabledPerson'),
  ...act(`${guest}/give-up`, guestActs.askToGiveUp, guestActs.doGiveUp, 'enabledPerson'),
  ...act(`${guest}/take-over`, guestActs.askToTakeOver, guestActs.doTakeOver, 'enabledPerson'),
]

/** Every page of this edge: method, path, permission, handler. */
export const deskRoutes: readonly Page[] = [
  show('/', showApps),
  show(pageAddresses.profile, showAccount),
  ...act(
    `${pageAddresses.profile}/sessions/:id/end`,
    accountActs.askToEndSession,
    accountActs.doEndSession,
  ),
  ...act(
    `${pageAddresses.profile}/consents/:id/end`,
    accountActs.askToEndConsent,
    accountActs.doEndConsent,
  ),
  show(pageAddresses.organizations, showOrganizations),
  show(leavePath(':named'), askToLeave),
  ...act(pageAddresses.leave, askToLeaveMany, doLeave),
  show('/left', showLeft),
  show(at, showOrganization),
  change(`${at}/hide`, acts.doHide),
  change(`${at}/show`, acts.doShow),
  change(`${at}/show-at-home`, acts.doShowAtHome),
  change(`${at}/hide-at-home`, acts.doHideAtHome),
  ...act(`${at}/accept`, acts.askToAccept, acts.doAccept, 'enabledPerson'),
  ...act(`${at}/decline`, acts.askToDecline, acts.doDecline),
  ...act(`${at}/remove`, acts.askToRemove, acts.doRemove),
  ...act(`${at}/ask`, acts.askToAsk, acts.doAsk),
  ...act(`${at}/withdraw`, acts.askToWithdraw, acts.doWithdraw),
  ...act(`${at}/hand-over`, askToHandOver, doHandOver),
  ...act(`${at}/undo`, acts.askToUndo, acts.doUndo),
  ...act(`${at}/refuse`, acts.askToRefuse, acts.doRefuse),
  ...act(`${at}/needed`, askOwnNeed, doAttest),
  ...guestPages,
  change('/review-mails/stop', doStopReviews),
  change('/review-mails/want', doWantReviews),
  change('/refusals/:id/take-back', acts.doTakeBack),
]

const admitTo =
  (services: Services) =>
  async (c: EdgeContext, route: Page): Promise<Response> => {
    await noteLooker(c, services)
    const token = readSessionCookie(c, services.publicUrl)
    const session = await findSession(services.db, token, c.get('now'))
    if (session === undefined) return c.redirect(signInAddress(c), 303)
    if (session.homeUserId !== null) c.set('userId', session.homeUserId)
    if (route.permission === 'enabledPerson' && !session.homeEnabled)
      throw new Refusal('accountDisabled')
    const { db, publicUrl, sealKey } = services
    const words = wordsOf(c).blockers
    return route.handler({ c, db, ...aroundOf(c), publicUrl, sealKey, session, words })
  }

// What a form held is gone by then, so after a form one comes back to a page that can be asked for.
const signInAddress = (c: EdgeContext): string => {
  const { pathname, search } = new URL(c.req.url)
  const canBeShown = c.req.method === 'GET' || c.get('canBeAskedFor') === true
  const back = canBeShown ? pathname + search : pageAddresses.organizations
  return signInAndReturn(back)
}

export const deskApp = (services: Services): Hono<Env> =>
  edgeApp(
    services,
    deskRoutes,
    admitTo(services),
    refusalPages(services, (refusal) => refusal instanceof SpokenRefusal),
    'pass',
  )
