/** Refusals of what administrators ask: codes of Microsoft Graph, and ours where it has none. */
import { deleted } from '../../words/en/admin/deleted.ts'
import { catalogue, type RefusalKind } from './refusal-kind.ts'

const taken = 'Request_MultipleObjectsWithSameKeyValue'

const overtaken = 'Nothing to do: something changed between looking and acting.'

/** Of Microsoft Graph: its clients compare the message too, so whoever refuses writes it. */
const ofGraph = {
  Authorization_RequestDenied: {
    status: catalogue.Authorization_RequestDenied,
    caller: 'Insufficient privileges; the message names the roles or scopes that are needed.',
    operator: 'A role or a scope that the caller has not. The table of routes says what each asks.',
  },
  BadRequest: {
    status: catalogue.BadRequest,
    caller: 'The address or a query option cannot be understood; the message says which.',
    operator: 'A fault of the client.',
  },
  Directory_ExpiredPageToken: {
    status: catalogue.Directory_ExpiredPageToken,
    caller: 'The page token is not one of this list. Start again from its first page.',
    operator: 'A client that kept a link, or asks the list in another way than before.',
  },
  InvalidRequest: {
    status: catalogue.InvalidRequest,
    caller:
      'The subscription cannot be made like this, or its address did not answer. The message says which.',
    operator:
      'An application asks for something that it cannot be told, or its receiver is not reachable from here.',
  },
  FailedDependency: {
    status: catalogue.FailedDependency,
    caller: 'A request of the batch that this one depends on failed, so it was not done.',
    operator: 'A fault of the client, or of what the first request asked.',
  },
  Forbidden: {
    status: catalogue.Forbidden,
    caller: 'The organization’s settings do not let you invite; the message says what is missing.',
    operator: 'Who may invite is a setting of the organization.',
  },
  InvalidAuthenticationToken: {
    status: catalogue.InvalidAuthenticationToken,
    caller: 'The access token is missing, expired, ended, or for somebody else. Get a new one.',
    operator: 'For one client: its settings. For all: this machine’s clock, or its signing keys.',
  },
  Directory_ResultSizeLimitExceeded: {
    status: catalogue.Directory_ResultSizeLimitExceeded,
    caller: 'There are more than are answered at once. Read them page by page.',
    operator: 'Nothing to do.',
  },
  MaximumValueExceeded: {
    status: catalogue.MaximumValueExceeded,
    caller: 'More was sent at once than is taken; the message says how much is.',
    operator: 'A fault of the client.',
  },
  Request_BadRequest: {
    status: catalogue.Request_BadRequest,
    caller: 'A value cannot be used; the message and `details` say which, and why.',
    operator: 'A fault of the client.',
  },
  Request_MultipleObjectsWithSameKeyValue: {
    status: catalogue.Request_MultipleObjectsWithSameKeyValue,
    caller: 'Something with the same values is there already.',
    operator: 'Nothing to do.',
  },
  Request_ResourceNotFound: {
    status: catalogue.Request_ResourceNotFound,
    caller: 'There is no object of this id here, or a linked one is gone.',
    operator: 'Nothing to do: it was deleted, or belongs to another organization.',
  },
  Request_UnsupportedQuery: {
    status: catalogue.Request_UnsupportedQuery,
    caller: 'This list is not asked in this way; docs/graph.md says which options it takes.',
    operator: 'A client expects more of Microsoft Graph than is here; see docs/compatibility.md.',
  },
  resyncRequired: {
    status: catalogue.resyncRequired,
    caller:
      'What has changed since cannot be told any more. Begin anew at the address in the header Location, and replace what you have.',
    operator:
      'A backup was restored, or the client keeps a link of another installation or organization.',
  },
} as const satisfies Readonly<Record<string, RefusalKind>>

export const refusalsOfDirectory = {
  ...ofGraph,
  TooManyRequests: {
    status: 429,
    caller: 'Enough of it for now; the message says of what, and the header when to go on.',
    operator:
      'A person, an organization or a mailbox has had its daily share of invitations; or somebody guesses a password.',
  },
  alreadyAccepted: {
    status: 409,
    caller: 'This invitation has been accepted already.',
    operator: 'Nothing to do.',
  },
  alreadyGuest: {
    status: 409,
    graph: taken,
    caller: 'The invited person is a guest here and has accepted. There is nothing to invite to.',
    operator: 'Nothing to do.',
  },
  alreadyMember: {
    status: 409,
    graph: taken,
    caller: 'The address is that of a member here. A member needs no invitation; they sign in.',
    operator: 'Nothing to do.',
  },
  addressOfAnotherGuest: {
    status: 409,
    graph: taken,
    caller:
      'Another guest has the address and has not accepted yet. Delete that guest, or take another address.',
    operator: 'Two people were invited by one address.',
  },
  guestHomeGone: {
    status: 409,
    graph: taken,
    caller:
      'The account at home that this guest accepted with is deleted. Delete them and invite again, or let them accept again.',
    operator: 'Their home has ended. `resetRedemption` lets them come by another.',
  },
  guestOfNobody: {
    status: 409,
    graph: taken,
    caller: 'This guest came by an import, and nobody can sign in as them. Let them accept.',
    operator:
      'Nobody sent the guests of an import their links: invite them with `resetRedemption`.',
  },
  softDeletedUserExists: {
    status: 409,
    graph: taken,
    caller:
      'A deleted user of this address can still be restored. Restore them, or invite as a new guest all the same (guesthouse.forceNew).',
    operator: 'Nothing to do.',
  },
  principalThere: {
    status: 409,
    graph: taken,
    caller:
      'The application has another service principal by now. Delete that one before this one is restored.',
    operator: 'Nothing to do.',
  },
  domainTaken: {
    status: 409,
    graph: taken,
    caller:
      'Another organization has verified this domain, and it counts for one alone. That organization gives it up first.',
    operator:
      'Nothing to do, unless the wrong organization has it: an administrator there removes it.',
  },
  alreadyHeld: {
    status: 409,
    caller: 'This user is under a hold already. End it first to place another.',
    operator: 'Nothing to do.',
  },
  onHold: {
    status: 409,
    caller: 'This user is under a hold. End the hold first.',
    operator: 'Somebody has to keep the data; the audit log says who placed the hold, and why.',
  },
  notDeleted: {
    status: 409,
    caller: 'This user is not deleted. Delete it first; permanent deletion is a second step (R79).',
    operator: 'Nothing to do.',
  },
  restoreWindowClosed: {
    status: 409,
    caller:
      'The time in which this user could be held or restored is over; their data is permanently deleted, unless a hold from before keeps it.',
    operator:
      'Nobody can bring the user back; a hold that was placed in time keeps the data until it ends. A backup from before would bring the user back to be erased again.',
  },
  userPrincipalNameConflict: {
    status: 409,
    graph: taken,
    caller: 'Somebody has this user principal name by now. Restore with a new one.',
    operator: 'Nothing to do.',
  },
  proxyAddressConflict: {
    status: 409,
    graph: taken,
    caller:
      'Somebody has an address of this user by now. Restore without the clashing ones, or change them there first.',
    operator: 'Nothing to do.',
  },
  personConflict: {
    status: 409,
    graph: taken,
    caller: 'The same person is back already, as another user. Delete that user first.',
    operator: 'Nothing to do.',
  },
  targetTooHigh: {
    status: 409,
    caller: deleted.conflicts.targetTooHigh(),
    operator: 'Nothing to do.',
  },
  simulationOutdated: {
    status: 409,
    caller:
      'What the policy would do was not looked at like this: its settings are others, or other guests are concerned by now. Simulate it again.',
    operator: overtaken,
  },
  otherProtectionWaits: {
    status: 409,
    caller:
      'Another change of this protection is asked for and waits. Refuse or withdraw that one first (R137).',
    operator: 'Nothing to do: the list of what waits says who asked for what.',
  },
  secondAdministratorNeeded: {
    status: 409,
    caller: 'You have asked for this yourself, so somebody else has to say yes (R137).',
    operator:
      'The organization asks for a second administrator before permanent deletions; let another one answer.',
  },
  askerMayNot: {
    status: 409,
    caller:
      'Who asked for this may no longer do it, so it is refused. Ask for it yourself where it is still wanted; somebody else says yes then (R137).',
    operator: 'Who asked has lost the role, or is disabled or gone; the request is over.',
  },
  noLongerPossible: {
    status: 409,
    caller:
      'The user is not in the state any more that this answer needs. Look at the user, then decline the request.',
    operator: overtaken,
  },
} as const satisfies Readonly<Record<string, RefusalKind>>
