/** What mails say about somebody's standing in an organization, in English. */

type At = { readonly organization: string }

export const standing = {
  /** What somebody who accepts can do later: true of this organization as it is set today. */
  leavingLater: {
    alone: 'As a guest you can leave again at any time, by yourself.',
    asking: ({ organization }: At) =>
      `${organization} does not let guests leave by themselves: whoever wants to go asks its administrators to be removed.`,
  },

  /**
   * How somebody gets out of an organization: by themselves, by asking, or not at all where it is
   * their home.
   */
  wayOut: {
    home: ({ organization }: At) =>
      `If your account at ${organization} should end, ask its administrators to delete it.`,
    guestAlone: ({ organization }: At) =>
      `If you do not want to be a guest of ${organization} any more, leave it on the page Organizations; no administrator is needed.`,
    guestAsking: ({ organization }: At) =>
      `${organization} does not let guests leave by themselves. If you do not want to be its guest any more, ask to be removed on the page Organizations.`,
    guestDisabled: ({ organization }: At) =>
      `While your account at ${organization} is disabled you cannot leave by yourself. If you do not want to be its guest any more, ask to be removed on the page Organizations.`,
    eitherAlone: ({ organization }: At) =>
      `Your home is elsewhere, so you can leave ${organization} on the page Organizations whenever you like; no administrator is needed.`,
    eitherAsking: ({ organization }: At) =>
      `${organization} does not let people from elsewhere leave by themselves. If your account there should end, ask to be removed on the page Organizations.`,
  },

  receipt: {
    left: ({ organization }: At) => `You have left ${organization}`,
    leftLead: ({ organization }: At) =>
      `You have left ${organization}. Your account there has ended.`,
    ended: ({ organization }: At) => `Your account at ${organization} has ended`,
    endedLead: ({ organization }: At) => `Your account at ${organization} was removed.`,
    reference: 'Reference',
    open: 'Show the receipt, and what has become of your data',
    endedAt: 'Ended',
    restorableUntil: 'Can be restored until',
    hold: ({ organization }: At) =>
      `Should ${organization} have to keep it longer because of a legal hold, your page Organizations says so.`,
    undoing: ({ organization, until }: At & { readonly until: string }) =>
      `If you left by mistake, you can undo it yourself until ${until}: on the page Organizations, in the row of ${organization}.`,
    each: (restorableUntil: string) => `Can be restored until ${restorableUntil}.`,
    eachClosed: 'The organization is closed, so nobody there restores your account now.',
    holdMany:
      'Should one of them have to keep your data longer because of a legal hold, your page Organizations says so.',
    comingBackMany:
      'Until its date an administrator of each can bring your account back, with its groups, applications and roles. Ask for it on the page Organizations, or quote the reference.',
    comingBack: ({ organization, until }: At & { readonly until: string }) =>
      `Until ${until} an administrator of ${organization} can bring your account back, with its groups, applications and roles. Ask for it on the page Organizations, or quote the reference.`,
    cannotSignIn: 'You were a guest and cannot sign in? Ask with a code to this address',
    comingBackClosed: ({ organization }: At) =>
      `${organization} is closed, so nobody there restores your account now. Should it open again before then, an administrator can; ask for it on the page Organizations, or quote the reference.`,
  },

  redemptionReset: {
    subject: ({ organization }: At) =>
      `You are asked to accept the invitation of ${organization} again`,
    lead: ({ organization, address }: At & { readonly address: string }) =>
      `An administrator of ${organization} has reset your invitation. Until it is accepted again, by whoever proves that ${address} is theirs, you cannot sign in there; your groups, applications and roles are kept.`,
    unexpected:
      'If you did not expect this, or the address is not yours, ask the organization before anybody accepts.',
  },
  held: {
    subject: ({ organization }: At) => `${organization} keeps your data because of a legal hold`,
    lead: ({ organization }: At) =>
      `Your account at ${organization} has ended. An administrator there has placed a legal hold on it: what is left of it is not erased before the hold ends, also where the day named to you is over. It can be used by nobody meanwhile, and you still get a copy on the page Organizations.`,
  },
  holdEnded: {
    subject: ({ organization }: At) => `${organization} no longer holds your data`,
    lead: ({ organization }: At) =>
      `Your account at ${organization} has ended, and an administrator there has ended the legal hold on it. The days named to you count again: where the day until which it could be restored is over, what is left of it is erased now.`,
  },
  disabled: {
    subject: ({ organization }: At) => `Your account at ${organization} is disabled`,
    home: ({ organization }: At) =>
      `An administrator of ${organization} has disabled your account there. Until it is enabled again you cannot sign in, neither there nor where you are a guest. Nothing is deleted.`,
    guest: ({ organization }: At) =>
      `An administrator of ${organization} has disabled your account there. Until it is enabled again you cannot use ${organization}. Nothing is deleted, and your other organizations are as they were.`,
    homeNext: ({ organization }: At) =>
      `If you did not expect this, ask the administrators of ${organization}.`,
    homeGuest:
      'Where you are a guest, you can still ask to be removed: with a code to this address, without signing in.',
    askFromHome: 'Ask to be removed with a code to this address',
    ask: 'You cannot sign in? Ask with a code to this address',
    guestNext: 'If you would rather have it deleted, ask to be removed on the page Organizations.',
  },
  enabled: {
    subject: ({ organization }: At) => `Your account at ${organization} is enabled again`,
    lead: ({ organization }: At) =>
      `An administrator of ${organization} has enabled your account there again, with its groups, applications and roles. What you were signed in to before has ended, so sign in anew.`,
  },
  restored: {
    subject: ({ organization }: At) => `Your account at ${organization} is back`,
    lead: ({ organization }: At) =>
      `An administrator of ${organization} has restored your account there, with its groups, applications and roles.`,
  },
  /** Of an account that is back as it was, and was disabled before (R51). */
  stillDisabled: {
    byPolicy: ({ organization }: At) =>
      `It is still disabled, by a rule of ${organization}: you cannot use it until an administrator there enables it.`,
    bySomebody: ({ organization }: At) =>
      `It is still disabled: you cannot use it until an administrator of ${organization} enables it.`,
  },
  undone: {
    subject: ({ organization }: At) => `Your account at ${organization} is back`,
    lead: ({ organization }: At) =>
      `You have undone that you left ${organization}. Your account there is back, with its groups, applications and roles.`,
    unexpected: 'If you did not do that, sign out everywhere and change how you sign in.',
  },
  handedOver: {
    subject: ({ organization }: At) => `You take over at ${organization}`,
    lead: ({ organization, what }: At & { readonly what: string }) =>
      `Somebody who has left ${organization} has named you as their successor. From now on you have there: ${what}.`,
    next: ({ organization }: At) =>
      `If it should be somebody else, ask the administrators of ${organization}.`,
  },
  restoredAsks: {
    subject: ({ organization }: At) => `${organization} would like you to come back`,
    lead: ({ organization }: At) =>
      `Your account at ${organization} had ended. An administrator there has restored it, and nothing of it is used until you say yes: accept or decline on the page Organizations.`,
    nothing: 'If you do nothing, you stay away.',
  },
  roleGiven: {
    subject: ({ organization, role }: At & { readonly role: string }) =>
      `You now have the role ${role} at ${organization}`,
    lead: ({ organization, role }: At & { readonly role: string }) =>
      `An administrator of ${organization} has given you the role ${role}. What it allows is yours from now on.`,
  },
  roleTaken: {
    subject: ({ organization, role }: At & { readonly role: string }) =>
      `You no longer have the role ${role} at ${organization}`,
    lead: ({ organization, role }: At & { readonly role: string }) =>
      `An administrator of ${organization} has taken the role ${role} from you. Your account there, its groups and applications are as they were.`,
  },
  sessionsEnded: {
    subject: ({ organization }: At) => `You have been signed out of ${organization}`,
    home: ({ organization }: At) =>
      `An administrator of ${organization} has signed you out everywhere, also where you are a guest, and ended what applications had been given for you. Sign in anew to go on.`,
    guest: ({ organization }: At) =>
      `An administrator of ${organization} has signed you out there, and ended what its applications had been given for you. Sign in anew to go on; your other organizations are as they were.`,
    unexpected: ({ organization }: At) =>
      `If you did not expect this, ask the administrators of ${organization}.`,
  },
  waysInEnded: {
    subject: ({ organization }: At) => `Your access to ${organization} has to be set up again`,
    lead: ({ organization }: At) =>
      `You were given more rights at ${organization}. What you sign in there with had been set up by somebody who has fewer, so it has ended, and nobody can come in by it. An administrator of ${organization} gives you a new way in.`,
  },
  userTypeChanged: {
    subject: {
      Member: ({ organization }: At) => `You are now a member of ${organization}`,
      Guest: ({ organization }: At) => `You are now a guest of ${organization}`,
    },
    lead: {
      Member: ({ organization }: At) =>
        `An administrator of ${organization} has made you a member there. Your groups, applications and roles are kept, and you sign in as before.`,
      Guest: ({ organization }: At) =>
        `An administrator of ${organization} has made you a guest there. Your groups, applications and roles are kept, and you sign in as before.`,
    },
  },
  /**
   * Nothing is left to come back to, and no list names the organization any more: this is the last
   * that they hear of it.
   */
  erased: {
    subject: ({ organization }: At) => `Your data at ${organization} is erased`,
    lead: ({ organization }: At) =>
      `Your account at ${organization} has been permanently deleted, with all of your data there. Nobody can restore it.`,
    unanswered: ({ organization, time }: At & { readonly time: string }) =>
      `On ${time} you had asked ${organization} to restore your account. Nobody there answered that before it was permanently deleted.`,
    again: ({ organization }: At) => `${organization} can invite you again; you would start anew.`,
  },
  requestAnswered: {
    subject: {
      removalDone: ({ organization }: At) =>
        `${organization} has answered your request to be removed`,
      removalDeclined: ({ organization }: At) =>
        `${organization} has declined your request to be removed`,
      restoreDone: ({ organization }: At) => `Your account at ${organization} is back`,
      restoreDeclined: ({ organization }: At) =>
        `${organization} has declined your request to be restored`,
    },
    enable: ({ organization }: At) =>
      `You asked ${organization} to be removed. An administrator there has enabled your account instead.`,
    delete: ({ organization }: At) =>
      `You asked ${organization} to be removed, and you are. A mail of its own says until when that can be undone.`,
    restore: ({ organization }: At) =>
      `You asked ${organization} to be restored, and your account there is back, with its groups, applications and roles.`,
    removalDeclined: ({ organization }: At) =>
      `You asked ${organization} to be removed. An administrator there has declined that, so your account stays as it is.`,
    restoreDeclined: ({ organization }: At) =>
      `You asked ${organization} to be restored. An administrator there has declined that, so you stay away.`,
    turnTo: ({ organization }: At) =>
      `You can ask again on the page Organizations, or turn to whoever answers for your data at ${organization}.`,
  },
}

export type StandingWords = typeof standing
