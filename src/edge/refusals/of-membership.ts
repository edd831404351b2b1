/** Refusals of what people ask for themselves: joining, leaving, using and asking organizations. */
import { blockers } from '../../words/en/blockers.ts'
import type { RefusalKind } from './refusal-kind.ts'

const { refusal: words } = blockers

const gone = 'Nothing to do: it was ended before, or the page was old.'

export const refusalsOfMembership = {
  organizationNotFound: {
    status: 404,
    caller: words.organizationNotFound,
    operator: 'Nothing to do. Whether such an organization exists is told to nobody outside of it.',
  },
  organizationSessionNeeded: {
    status: 403,
    caller: 'Open a session for the organization first: POST …/organizations/{id}/session.',
    operator: 'Nothing to do: the client asks in the wrong order.',
  },
  noAccess: {
    status: 403,
    caller: 'The organization cannot be used just now; the message says why.',
    operator:
      'Its administrators, or those of the home, can change it; `guesthouse organization list` shows what is closed.',
  },
  leaveBlocked: {
    status: 409,
    caller:
      'Something stands in the way of leaving; `blockers` lists all of it, and who can lift it.',
    operator:
      'Nothing, unless you are the one who can lift it. `guesthouse leave` says the same of a user.',
  },
  alreadyRemoved: {
    status: 404,
    caller: words.alreadyRemoved,
    operator: 'Nothing to do: an administrator was faster.',
  },
  canLeave: { status: 409, caller: words.canLeave, operator: 'Nothing to do.' },
  askingIsNoUse: {
    status: 409,
    caller: 'Administrators could not lift what stands in the way; `blockers` says who can.',
    operator:
      'An administrator of a home can delete the account there; an organization with one Global Administrator who can act should have two.',
  },
  nothingToRestore: {
    status: 409,
    caller: words.nothingToRestore,
    operator: 'Nothing to do: the user is there, or permanently deleted.',
  },
  undoNotPossible: {
    status: 409,
    caller: 'You cannot undo by yourself that you left; the message and `reasons` say why.',
    operator:
      'Nothing to do: it is over, or the organization would not let them in. An administrator can restore them.',
  },
  successorNotFound: {
    status: 404,
    caller: 'You see nobody with this id in the organization who could take over.',
    operator: 'Nothing to do. Whether there is such a user is told to nobody who may not see them.',
  },
  successorRefused: {
    status: 409,
    caller: 'Whom you named cannot take over; the message and `reasons` say why.',
    operator:
      'Nothing to do, or enable the user, or make them a member. Nothing was moved, and nobody has left.',
  },
  cannotAttest: {
    status: 409,
    caller:
      'You cannot say of yourself that you need this account; the message and `reasons` say why.',
    operator:
      'Nothing to do: the organization leaves it to sponsors and administrators, or the account is none of a guest who can sign in.',
  },
  guestNotFound: {
    status: 404,
    caller: 'You answer for no guest with this id in the organization.',
    operator: 'Nothing to do. Whether there is such a guest is told to nobody else.',
  },
  cannotKeep: {
    status: 409,
    caller: 'This cannot be done with the guest; the message and `reasons` say why.',
    operator:
      'Nothing to do: an administrator can enable the guest, set the end date or the sponsors.',
  },
  requestNotFound: { status: 404, caller: words.requestNotFound, operator: gone },
  alreadyAnswered: {
    status: 409,
    caller: 'This request is answered or withdrawn already.',
    operator: 'Nothing to do: two people answered, or the page was old.',
  },
  sessionNotFound: { status: 404, caller: words.sessionNotFound, operator: gone },
  consentNotFound: { status: 404, caller: words.consentNotFound, operator: gone },
  refusalNotFound: { status: 404, caller: words.refusalNotFound, operator: gone },
  stillHere: { status: 409, caller: words.stillHere, operator: 'Nothing to do.' },
  invitationOver: {
    status: 404,
    caller: words.invitationOver,
    operator: 'Nothing to do: it ran out, was revoked, or somebody else was invited.',
  },
  domainNotAllowed: {
    status: 403,
    graph: 'Forbidden',
    caller: words.domainNotAllowed('The organization'),
    operator: 'The organization’s list of domains; a Global Administrator changes it.',
  },
  ownDomain: {
    status: 403,
    or: 400,
    caller: words.ownDomain('the organization'),
    operator: 'The domain was verified after the invitation. They are made a member instead.',
  },
  guestDisabled: {
    status: 409,
    or: 403,
    graph: 'Request_MultipleObjectsWithSameKeyValue',
    caller: words.guestDisabled('this organization'),
    operator: 'An administrator has disabled this guest, and can enable them.',
  },
  inviteeRefuses: {
    status: 409,
    or: 403,
    caller: words.inviteeRefuses('this organization'),
    operator: 'The person has refused the organization for good. Only they can take that back.',
  },
} as const satisfies Readonly<Record<string, RefusalKind>>
