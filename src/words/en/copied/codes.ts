/** What the codes in the copy of my data mean: its page says none as it is; in English. */
export const copiedCodes = {
  /** What no other code is: one of before. */
  other: 'Something of before',
  inJson: 'They stand in the JSON below.',
  userType: {
    Guest: 'Guest',
    Member: 'Member',
  },
  creationType: {
    Invitation: 'By an invitation',
  },
  invitationState: {
    PendingAcceptance: 'Not accepted yet',
    Accepted: 'Accepted already',
  },
  deletedBy: {
    self: 'Me, by leaving',
    administrator: 'An administrator',
    policy: 'A rule of the organization',
    operator: 'Whoever runs this server',
  },
  requestKind: {
    removal: 'To be removed',
    restore: 'To be restored',
  },
  requestState: {
    open: 'Waits for an answer',
    done: 'Has been done',
    declined: 'Has been declined',
    withdrawn: 'Taken back',
    expired: 'Ended without an answer',
  },
  wayIn: {
    passwordLink: 'A link that sets a password',
    tie: 'A tied account',
    invitation: 'An invitation',
    reset: 'A reset',
    address: 'A mail address',
  },
  issuer: {
    email: 'A mailbox',
    here: 'The account in this organization',
    provider: 'A provider of this organization',
  },
  target: {
    organization: 'The organization',
    user: 'An account',
    group: 'A group',
    application: 'An app',
    role: 'A role',
    request: 'A request',
    policy: 'A rule',
  },
  scope: {
    openid: 'To know who I am',
    profile: 'To know my name',
    email: 'To know my address',
    offline_access: 'To go on while I am away',
    others: 'Other rights, by name in the JSON',
  },
}

export type CopiedCodeWords = typeof copiedCodes
