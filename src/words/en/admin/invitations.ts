/** Invitations, in English. */
import { guestRowProblemWords } from '../../../kernel/csv/guest-row-problem.ts'
import { numberOf, pluralOf } from '../../speech.ts'

const number = numberOf('en')
const plural = pluralOf('en')

export const invitations = {
  title: 'Invitations',
  intro: 'Who was invited as a guest, and what became of it.',
  invite: 'Invite a guest',
  inviteMany: 'Invite from a CSV file',
  tools: 'Which invitations are shown',
  stateFilter: 'State',
  anyState: 'All',
  states: { pending: 'Pending', accepted: 'Accepted', revoked: 'Revoked', expired: 'Expired' },
  mailStates: {
    waiting: 'The mail waits to be sent.',
    refused:
      'The mail server refuses this address. Revoke the invitation, and invite the right address.',
    expired: 'The mail could not be sent in time. Send it again.',
    unconfirmed: 'Nobody has confirmed that the mail arrived. Ask the guest.',
  },
  mayNotInvite: 'The external collaboration settings do not let you invite.',
  empty: 'No invitations',
  emptyHint:
    'Guests whom somebody of this organization invites are listed here, until they are deleted.',
  address: 'E-mail',
  invitedBy: 'Invited by',
  invitedOn: 'Invited on',
  expires: 'Ends on',
  name: 'Name (optional)',
  nameHint: 'What the guest is called until they accept.',
  message: 'Message (optional)',
  redirect: 'Where to go on after accepting',
  redirectHint: 'The address of an application or a welcome page.',
  endDate: 'Ends on (optional)',
  endDateHint:
    'The guest is removed at the end of this day (UTC). They and who answers for them are told before.',
  send: 'Send the invitation by e-mail',
  linkTitle: 'The guest is invited',
  linkOnce: 'This is their link. It is for them alone, works once, and is not shown again.',
  linkLabel: 'Link',
  linkUntil: 'It ends on',
  list: 'The list of invitations',
  showMet: 'Show the user who has this address',
  inviteNew: 'Invite as a new guest all the same',
  resend: 'Send again',
  revoke: 'Revoke',
  resent: 'A new invitation went out; the one before does not work any more.',
  revoked: 'The invitation is revoked.',
  revokeTitle: (address: string) => `Revoke the invitation of ${address}?`,
  revokeText:
    'The link stops working. The guest stays listed as invited, until you invite them again or delete them.',
  fileTitle: 'Invite guests from a CSV file',
  fileHint:
    'The first line names the columns: email, displayName, message, endDate. Only email is needed. Entra’s template is taken as it is.',
  file: 'CSV file',
  fileNoEmail: (found: string) => `The first line names no column email. It names ${found}.`,
  notTaken: (columns: string) =>
    `Not taken from the file: ${columns}. In brackets: how many rows have it.`,
  /** Why a row of the file is not taken. */
  rowProblem: guestRowProblemWords,
  start: 'Invite them',
  finished: (done: number, failed: number) =>
    failed === 0
      ? plural(done, { one: 'The one guest is invited.', other: 'All # are invited.' })
      : `Invited: ${number(done)}. Not invited: ${number(failed)}.`,
}

export type InvitationsWords = typeof invitations
