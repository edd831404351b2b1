/** The words about invitations and about who may invite whom. */
import type { GuestLevelId } from '../../src/client/graph.ts'
export const invitationWords = {
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
  } as Readonly<Partial<Record<string, string>>>,
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
  send: 'Send the invitation by e-mail',
  addressWrong: 'Write it like ada@contoso.example.',
  redirectWrong: 'Write it like https://contoso.example/welcome.',
  linkTitle: 'The guest is invited',
  linkOnce: 'This is their link. It is for them alone, works once, and is not shown again.',
  linkLabel: 'Link',
  linkUntil: 'It ends on',
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
    'The first line names the columns: email, displayName, message. Only email is needed. Entra’s template is taken as it is.',
  file: 'CSV file',
  fileWrong: (why: string) => `This file cannot be used: ${why}.`,
  fileEmpty: 'Nobody stands in this file.',
  theFile: 'the file',
  found: (count: number) => (count === 1 ? 'One row found.' : `${count} rows found.`),
  start: 'Invite them',
  stop: 'Stop',
  progress: (done: number, all: number) => `${done} of ${all}`,
  finished: (done: number, failed: number) =>
    failed === 0 ? `All ${done} are invited.` : `${done} are invited, ${failed} are not.`,
  results: 'Download the results',
} as const

export const collaborationWords = {
  title: 'External collaboration settings',
  intro:
    'Who may invite whom, what people see here without a directory role, and whether guests may leave by themselves.',
  whoTitle: 'Who may invite guests',
  who: {
    everyone: 'Everyone here, guests included',
    adminsGuestInvitersAndAllMembers: 'Members, guest inviters and administrators',
    adminsAndGuestInviters: 'Guest inviters and administrators',
    none: 'Nobody',
  },
  membersTitle: 'What members see here without a directory role',
  members: {
    everybody: 'Everybody: users, groups and their members, applications, directory roles',
    themselves: 'Of people, themselves alone; groups and applications, without who is in them',
  },
  guestsTitle: 'What guests see here without a directory role',
  guestLevels: {
    'a0b1b346-4d3e-4e8b-98f8-753987be4970': 'The same as members',
    '10dae51f-b6af-4016-8d66-8c2a99b929b3':
      'Limited: themselves; of others, name and addresses, one by one; the groups they are in, and who is in these',
    '2af84b1e-32c8-42b7-82bc-daa82404023b':
      'Restricted: themselves, and that they are in groups, without the names of these',
  } satisfies Record<GuestLevelId, string>,
  restoringTitle: 'When an administrator restores a guest who left',
  restoring: {
    atOnce: 'They are back at once, and are told by mail',
    asked:
      'They are asked by mail first, and are back when they say yes. Whoever asked to be restored is back at once.',
  },
  domainsTitle: 'Which domains may be invited',
  rules: { none: 'Any domain', allow: 'Only these domains', block: 'Any domain but these' },
  domains: 'Domains, one per line',
  domainsHint: 'A domain stands for its subdomains too. Guests who have accepted are not touched.',
  lifetime: 'Days until an invitation ends',
  lifetimeWrong: 'Choose from 1 to 90 days.',
  saved: 'The settings are saved.',
} as const
