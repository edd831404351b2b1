/** The portal's page of organizations: belonging, leaving, invitations and requests; in English. */
import { pluralOf } from '../speech.ts'

const plural = pluralOf('en')

export const memberships = {
  organizations: {
    title: 'Organizations',
    intro: 'Where you belong, and how to leave.',
    cardHint: (count: number) =>
      plural(count, {
        one: 'You belong to one organization.',
        other: 'You belong to # organizations.',
      }),
    home: 'Home organization',
    homeWhy: 'Your account belongs to this organization, so it cannot be left from here.',
    others: 'Other organizations you collaborate with',
    filter: 'Find an organization',
    matches: (count: number) =>
      plural(count, { one: 'One organization matches.', other: '# organizations match.' }),
    loading: 'Loading your organizations…',
    emptyTitle: 'No other organizations',
    emptyHint: 'An organization appears here when it invites you and you accept.',
    nothingFound: 'No organization matches',
    nothingFoundHint: (search: string) =>
      `None of your organizations has “${search}” in its name or domain.`,
    notAmongMine:
      'The organization that the link names is not among yours. You may have left it, or it may know you by another account.',
    memberSince: 'Member since',
    guestSince: 'Guest since',
    /** Of who has ended there. */
    joined: 'Joined on',
    invitedSince: 'Invited on',
    states: {
      active: 'Active',
      invited: 'Invitation not accepted yet',
      disabled: 'Disabled',
      left: 'Left',
      removed: 'Removed',
    },
    invitationEnded: 'Invitation has ended',
    closed: 'Organization closed',
    closedHint: 'This organization is closed. Nobody can use its apps any more.',
    closedLeave:
      'This organization is closed. Nobody can use its apps any more; you can still leave it.',
    openAdmin: 'Open admin centre',
    privacy: 'Privacy statement',
    blocked: 'You cannot leave this organization just now',
    write: (email: string) => `Write to ${email}`,
    more: (organization: string) => `More for ${organization}`,
    download: 'Download my data',
    leave: 'Leave organization',
    askRemoval: 'Ask to be removed',
    askRestore: 'Ask to be restored',
    leftOn: 'You left on',
    removedOn: 'Your account there was removed on',
    undoableUntil: 'You can undo it until',
    restorableUntil: 'Restorable until',
    wasRestorableUntil: 'Was restorable until',
    erasure: 'Erasure',
    heldInstead: 'Your data there is kept because of a hold. It is erased when the hold has ended.',
    reference: 'Reference',
  },
  leave: {
    title: (organization: string) => `Leave ${organization}?`,
    confirm: 'Leave',
    lead: (organization: string) => `Your account at ${organization} ends at once, and with it:`,
    nothing: (organization: string) =>
      `Your account at ${organization} ends at once. You hold no groups, apps or roles there.`,
    looking: 'Looking up what you would lose…',
    notShown: 'What you would lose cannot be shown just now. You can still leave.',
    ends: {
      groups: (count: number) => plural(count, { one: '1 group', other: '# groups' }),
      applications: (count: number) => plural(count, { one: '1 app', other: '# apps' }),
      applicationsThroughGroups: (count: number) =>
        plural(count, { one: '1 app through a group', other: '# apps through groups' }),
      roles: (count: number) =>
        plural(count, { one: '1 directory role', other: '# directory roles' }),
      ownedGroups: (count: number) =>
        plural(count, { one: '1 group that you own', other: '# groups that you own' }),
      ownedApplications: (count: number) =>
        plural(count, { one: '1 app that you own', other: '# apps that you own' }),
      sponsoredGuests: (count: number) =>
        plural(count, { one: '1 guest whom you sponsor', other: '# guests whom you sponsor' }),
      directReports: (count: number) =>
        plural(count, { one: '1 person who reports to you', other: '# people who report to you' }),
      sponsors: (count: number) =>
        plural(count, { one: '1 sponsor of yours', other: '# sponsors of yours' }),
      manager: (count: number) =>
        plural(count, { one: '1 manager of yours', other: '# managers of yours' }),
    },
    onlyOwner: 'nobody else owns it; it will have no owner',
    andMore: (count: number) => plural(count, { one: 'and one more', other: 'and # more' }),
    afterTitle: 'If you change your mind',
    undo: (until: string) => `If you leave by mistake, you can undo it yourself until ${until}.`,
    restore: (date: string) =>
      `An administrator can bring you back, with everything listed here, until ${date}.`,
    restoreClosed: (date: string, organization: string) =>
      `${organization} is closed, so nobody brings you back unless it opens again before ${date}.`,
    again: 'After that, coming back needs a new invitation.',
    download: 'Download my data first',
    doneTitle: (organization: string) => `You have left ${organization}.`,
    doneHint: 'Keep the reference: quote it when you ask about your departure.',
    dismiss: 'Close this message',
  },
  invitation: {
    accept: 'Accept',
    decline: 'Decline',
    acceptTitle: (organization: string) => `Accept the invitation of ${organization}?`,
    acceptText: (organization: string) =>
      `${organization} receives your name, your address, and when you last signed in there and what you do there. You can leave again at any time, by yourself.`,
    acceptTextAsking: (organization: string) =>
      `${organization} receives your name, your address, and when you last signed in there and what you do there. ${organization} does not let guests leave by themselves: whoever wants to go asks its administrators to be removed.`,
    statement: (organization: string) => `Read the privacy statement of ${organization}`,
    noStatement: (organization: string) => `${organization} has not provided a privacy statement.`,
    declineTitle: (organization: string) => `Decline the invitation of ${organization}?`,
    declineText: 'Nothing of yours is left there.',
    forGood: (organization: string) => `Refuse all further invitations from ${organization}`,
    remove: 'Remove from my list',
    removeTitle: (organization: string) => `Remove ${organization} from your list?`,
    removeText: (organization: string) =>
      `The invitation is deleted at ${organization}, and nothing of yours is left there. ${organization} can invite you again.`,
    removed: (organization: string) => `${organization} is removed from your list.`,
    homeShut: (organization: string) =>
      `Your account at your home organization cannot be used, so you cannot accept the invitation of ${organization} now. You can decline it.`,
    endedHint: (organization: string) =>
      `The invitation has ended, and nobody can accept it any more. Ask ${organization} for a new one.`,
    accepted: (organization: string) => `You are a guest of ${organization} now.`,
    declined: (organization: string) => `You have declined the invitation of ${organization}.`,
  },
  request: {
    removalTitle: (organization: string) => `Ask to be removed from ${organization}?`,
    removalText: (organization: string) =>
      `The administrators of ${organization} see your request. They can delete your account, or make it possible for you to leave.`,
    restoreTitle: (organization: string) => `Ask to be restored in ${organization}?`,
    restoreText: (organization: string) =>
      `The administrators of ${organization} see your request. If they agree, your account comes back with its groups and apps.`,
    message: 'Message to the administrators (optional)',
    send: 'Send request',
    sent: (organization: string) => `Your request to ${organization} is filed.`,
    state: {
      removal: {
        open: 'You asked to be removed. The administrators have not answered yet.',
        done: 'Your request to be removed was answered: it can go on.',
        declined: 'Your request to be removed was declined.',
        withdrawn: 'You took your request to be removed back.',
        expired: 'Your request to be removed ended without an answer. You can ask again.',
      },
      restore: {
        open: 'You asked to be restored. The administrators have not answered yet.',
        done: 'Your request to be restored was granted.',
        declined: 'Your request to be restored was declined.',
        withdrawn: 'You took your request to be restored back.',
        expired: 'The time in which your account could be restored is over.',
      },
    },
    theyWrite: 'They write:',
    asked: 'Asked on',
    answered: 'Answered on',
  },
  acts: {
    withdraw: {
      title: (organization: string) => `Take your request to ${organization} back?`,
      text: (organization: string) =>
        `The administrators of ${organization} do not see it any more. You can ask again.`,
      confirm: 'Take the request back',
      done: () => 'Your request is taken back.',
    },
    undo: {
      title: (organization: string) => `Undo leaving ${organization}?`,
      text: (organization: string) =>
        `Your account at ${organization} comes back as it was, with its groups, apps and roles as far as they are still there. Its administrators see that you are back.`,
      confirm: 'Undo leaving',
      done: (organization: string) => `You are back at ${organization}.`,
      doneDisabled: (organization: string) =>
        `Your account at ${organization} is back. It is still disabled, so you cannot use it until an administrator there enables it.`,
    },
    refuse: {
      title: (organization: string) => `Refuse all further invitations from ${organization}?`,
      text: (organization: string) =>
        `${organization} cannot invite you again, under whichever of your names, until you take this back on this page. If you have asked it to restore your account and nobody has answered, that request is taken back.`,
      confirm: 'Refuse further invitations',
      done: (organization: string) => `${organization} cannot invite you any more.`,
    },
  },
  refusals: {
    title: 'Refused invitations',
    hint: 'These organizations cannot invite you. Take it back if they may again.',
    since: 'refused on',
    takeBack: 'Take back',
    takeBackNamed: (organization: string) => `Take back the refusal of ${organization}`,
    done: (organization: string) => `${organization} can invite you again.`,
  },
}

export type MembershipWords = typeof memberships
