/** The account edge, /account: one table of routes for a signed-in person. */
import { isForPeople, refusalPages } from '../pages/refusal-page.ts'
import type { Hono } from 'hono'
import { edgeApp, type Env, type Services } from '../edge/routes.ts'
import { admitTo, changing, open, reading, type AccountRoute } from './exchange.ts'
import {
  attestMyGuest,
  giveUpMyGuest,
  listMyColleagues,
  passOnMyGuest,
  showMyGuest,
  takeOverGuestOfNobody,
} from './answering/guest-acts.ts'
import { listGuestsOfNobody, listMyGuests } from './answering/guests.ts'
import { attestMyNeed, showMyNeed } from './answering/own-need.ts'
import { refuseReviews, showReview, wantReviews } from './answering/review.ts'
import { previewLeaving } from './leave-preview.ts'
import { acceptMyInvitation, declineMyInvitation } from './invitation.ts'
import { endMyConsent, listMyConsents } from './consents.ts'
import { handOverAndLeave, showSuccession } from './hand-over.ts'
import { endMySession, listMySessions, showMe } from './me.ts'
import { archiveFile, downloadMyData } from './copy/download.ts'
import { listMyRefusals, refuseInvitations, takeBackMyRefusal } from './refusals.ts'
import { showOpenApi } from './open-api.ts'
import { listMySignIns } from './sign-ins.ts'
import {
  hideMeAtHome,
  hideMyOrganization,
  leaveOrganization,
  leaveOrganizations,
  openOrganization,
  showMeAtHome,
  showMyOrganization,
} from './organizations.ts'
import { askAdministrators, withdrawMyRequest } from './requests.ts'
import { undoMyLeaving } from './undo.ts'
import { listOrganizations } from './organization-list.ts'
import { listApplications } from './applications.ts'
import { writeError } from './spoken.ts'

const guest = '/organizations/:id/guests/:guestId'

/** Guests for whom I answer, or nobody does. */
const guestRoutes: readonly AccountRoute[] = [
  {
    method: 'GET',
    path: '/guests',
    permission: reading('enabledPerson'),
    takes: ['after'],
    handler: listMyGuests,
  },
  {
    method: 'GET',
    path: '/guests/unanswered',
    permission: reading('enabledPerson'),
    takes: ['after'],
    handler: listGuestsOfNobody,
  },
  { method: 'GET', path: guest, permission: reading('enabledPerson'), handler: showMyGuest },
  {
    method: 'POST',
    path: `${guest}/attestation`,
    permission: changing('enabledPerson'),
    handler: attestMyGuest,
  },
  {
    method: 'DELETE',
    path: `${guest}/sponsor`,
    permission: changing('enabledPerson'),
    handler: giveUpMyGuest,
  },
  {
    method: 'PUT',
    path: `${guest}/sponsor`,
    permission: changing('enabledPerson'),
    handler: takeOverGuestOfNobody,
  },
  {
    method: 'GET',
    path: `${guest}/colleagues`,
    permission: reading('enabledPerson'),
    takes: ['search'],
    handler: listMyColleagues,
  },
  {
    method: 'POST',
    path: `${guest}/passOn`,
    permission: changing('enabledPerson'),
    handler: passOnMyGuest,
  },
]

/** Every route of this edge: method, path, permission, handler. */
export const accountRoutes: readonly AccountRoute[] = [
  { method: 'GET', path: '/openapi.json', permission: open, handler: showOpenApi },
  { method: 'GET', path: '/me', permission: reading('person'), handler: showMe },
  { method: 'GET', path: '/sessions', permission: reading('person'), handler: listMySessions },
  {
    method: 'DELETE',
    path: '/sessions/:id',
    permission: changing('person'),
    handler: endMySession,
  },
  { method: 'GET', path: '/consents', permission: reading('person'), handler: listMyConsents },
  {
    method: 'DELETE',
    path: '/consents/:id',
    permission: changing('person'),
    handler: endMyConsent,
  },
  { method: 'GET', path: '/sign-ins', permission: reading('person'), handler: listMySignIns },
  {
    method: 'GET',
    path: '/organizations',
    permission: reading('person'),
    takes: ['top', 'after'],
    handler: listOrganizations,
  },
  {
    method: 'GET',
    path: '/organizations/:id',
    permission: reading('person'),
    handler: previewLeaving,
  },
  {
    method: 'POST',
    path: '/organizations/:id/leave',
    permission: changing('person'),
    handler: leaveOrganization,
  },
  {
    method: 'GET',
    path: '/organizations/:id/handOver',
    permission: reading('person'),
    takes: ['search'],
    handler: showSuccession,
  },
  {
    method: 'POST',
    path: '/organizations/:id/handOver',
    permission: changing('person'),
    handler: handOverAndLeave,
  },
  {
    method: 'POST',
    path: '/leaves',
    permission: changing('person'),
    handler: leaveOrganizations,
  },
  {
    method: 'PUT',
    path: '/organizations/:id/hidden',
    permission: changing('person'),
    handler: hideMyOrganization,
  },
  {
    method: 'DELETE',
    path: '/organizations/:id/hidden',
    permission: changing('person'),
    handler: showMyOrganization,
  },
  {
    method: 'PUT',
    path: '/organizations/:id/shown-at-home',
    permission: changing('person'),
    handler: showMeAtHome,
  },
  {
    method: 'DELETE',
    path: '/organizations/:id/shown-at-home',
    permission: changing('person'),
    handler: hideMeAtHome,
  },
  {
    method: 'POST',
    path: '/organizations/:id/undo',
    permission: changing('person'),
    handler: undoMyLeaving,
  },
  {
    method: 'POST',
    path: '/organizations/:id/invitation/accept',
    permission: changing('enabledPerson'),
    handler: acceptMyInvitation,
  },
  {
    method: 'POST',
    path: '/organizations/:id/invitation/decline',
    permission: changing('person'),
    handler: declineMyInvitation,
  },
  {
    method: 'GET',
    path: '/organizations/:id/attestation',
    permission: reading('person'),
    handler: showMyNeed,
  },
  {
    method: 'POST',
    path: '/organizations/:id/attestation',
    permission: changing('enabledPerson'),
    handler: attestMyNeed,
  },
  ...guestRoutes,
  { method: 'GET', path: '/review', permission: reading('person'), handler: showReview },
  { method: 'PUT', path: '/review/mails', permission: changing('person'), handler: wantReviews },
  {
    method: 'DELETE',
    path: '/review/mails',
    permission: changing('person'),
    handler: refuseReviews,
  },
  { method: 'GET', path: '/refusals', permission: reading('person'), handler: listMyRefusals },
  { method: 'POST', path: '/refusals', permission: changing('person'), handler: refuseInvitations },
  {
    method: 'DELETE',
    path: '/refusals/:id',
    permission: changing('person'),
    handler: takeBackMyRefusal,
  },
  {
    method: 'GET',
    path: '/organizations/:id/data',
    permission: reading('person'),
    handler: downloadMyData,
  },
  { method: 'GET', path: '/data', permission: reading('person'), handler: archiveFile },
  {
    method: 'POST',
    path: '/organizations/:id/requests',
    permission: changing('person'),
    handler: askAdministrators,
  },
  {
    method: 'DELETE',
    path: '/organizations/:id/requests/:requestId',
    permission: changing('person'),
    handler: withdrawMyRequest,
  },
  {
    method: 'POST',
    path: '/organizations/:id/session',
    permission: changing('enabledPerson'),
    handler: openOrganization,
  },
  {
    method: 'GET',
    path: '/organizations/:id/applications',
    permission: reading('enabledPerson'),
    takes: ['search', 'after'],
    handler: listApplications,
  },
]

/** The account API. Who comes to its first address with a browser is answered by a page. */
export const accountApp = (services: Services): Hono<Env> => {
  const page = refusalPages(services)
  return edgeApp(services, accountRoutes, admitTo(services), (c, refusal) =>
    isForPeople(c) ? page(c, refusal) : writeError(c, refusal),
  )
}
