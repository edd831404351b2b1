/**
 * The mails, in English. Every other language is typed by this table; each sentence is whole, and
 * true of the facts that choose it.
 */
import { pluralOf } from '../speech.ts'

const plural = pluralOf('en')

type At = { readonly organization: string }
type Named = At & { readonly address: string }

export const mail = {
  /** What stands around every mail. */
  frame: {
    /** One fact on a line of its own. */
    fact: ({ label, value }: { label: string; value: string }) => `${label}: ${value}`,
    /** Before an address that stands on the next line. */
    before: ({ label }: { label: string }) => `${label}:`,
    fromOrganization: ({ organization, domain, host }: At & { domain: string; host: string }) =>
      `This mail is about ${organization} (${domain}). It was sent by Guesthouse at ${host}.`,
    fromInstallation: ({ host }: { host: string }) =>
      `This mail was sent by Guesthouse at ${host}.`,
    questions: ({ organization }: At) => `Questions about your data at ${organization}`,
    openOrganization: ({ organization }: At) => `Open ${organization} in your organizations`,
    theyWrite: 'They write:',
  },

  signInCode: {
    subject: 'Your code for Guesthouse',
    yours: ({ code }: { code: string }) => `Your code is ${code}`,
    works: ({ minutes }: { minutes: number }) =>
      `It works once, for ${plural(minutes, { one: '# minute', other: '# minutes' })}, in the browser that asked for it. Nobody from Guesthouse will ever ask you for it.`,
    notYou: 'If you did not ask for a code, there is nothing to do: without it nobody gets in.',
  },

  newBrowser: {
    subject: 'A new sign-in to your account',
    lead: 'Somebody has signed in to your account with a browser that was not used for it before.',
    when: 'When',
    browser: 'Browser',
    browserOn: ({ browser, system }: { browser: string; system: string }) =>
      `${browser} on ${system}`,
    unknownBrowser: 'A browser that does not say its name',
    unknownBrowserOn: ({ system }: { system: string }) =>
      `A browser that does not say its name, on ${system}`,
    notYouPassword:
      'If it was you, there is nothing to do. If it was not, end that session and change your password on this page.',
    notYou:
      'If it was you, there is nothing to do. If it was not, end that session on this page, and see that nobody else can use what you sign in with, such as your mailbox.',
    open: 'Look at your sessions',
  },

  factorChanged: {
    subject: {
      passkeyAdded: 'A passkey was added to your account',
      passkeyRemoved: 'A passkey was removed from your account',
      authenticatorAdded: 'An authenticator app was set up for your account',
      authenticatorRemoved: 'The authenticator app was removed from your account',
      recoveryCodesMade: 'New recovery codes were made for your account',
      factorsReset: 'Your passkeys and your authenticator app were removed',
      passwordSet: 'A password was set for your account',
      passwordChanged: 'The password of your account was changed',
      identityAdded: 'A new way to sign in to your account',
      identityRemoved: 'A way to sign in to your account was removed',
    },
    meaning: {
      passkeyAdded:
        'A passkey was added to your account. It signs you in from now on, without a password.',
      passkeyRemoved: 'A passkey was removed from your account. It does not sign you in any more.',
      authenticatorAdded:
        'An authenticator app was set up for your account. Its code is asked for after your password from now on.',
      authenticatorRemoved:
        'The authenticator app was removed from your account. No code is asked for after your password any more, and your recovery codes have stopped working.',
      recoveryCodesMade:
        'New recovery codes were made for your account. The recovery codes from before have stopped working.',
      factorsReset:
        'Your passkeys and your authenticator app were removed. They do not sign you in any more, and your recovery codes have stopped working.',
      passwordSet: 'A password was set for your account. It signs you in from now on.',
      passwordChanged:
        'The password of your account was changed. The password from before does not sign you in any more.',
    },
    identityAdded: ({ host }: { host: string }) =>
      `Your account is tied to one at ${host}. Who signs in there is signed in here.`,
    identityRemoved: ({ host }: { host: string }) =>
      `Your account is not tied to the one at ${host} any more.`,
    aProvider: 'a provider',
    when: 'When',
    by: {
      oneself: 'It was done in a session of yours, or with a link that was made for you.',
      operator: 'It was done by the operator of this Guesthouse.',
      administrator: ({ organization }: At) =>
        `It was done by an administrator of ${organization}.`,
    },
    notYou:
      'If it was you, there is nothing to do. If it was not, sign in, open the page Security, remove what you do not know, and sign out the sessions that are not yours.',
    notKnown: ({ organization }: At) =>
      `If you know of it, there is nothing to do. If not, sign in, open the page Security, remove what you do not know, sign out the sessions that are not yours, and tell an administrator of ${organization}.`,
    open: 'Open the page Security',
  },

  invitation: {
    subject: ({ organization }: At) => `${organization} invites you`,
    lead: ({ organization, inviter }: At & { inviter: string }) =>
      `${inviter} of ${organization} invites you to work with them as a guest.`,
    leadOrganization: ({ organization }: At) =>
      `${organization} invites you to work with them as a guest.`,
    open: 'See what it is about, and accept or decline',
    once: ({ time }: { time: string }) =>
      `The address is for you alone, works once, and ends on ${time}.`,
    declining: 'You need not sign in to decline.',
    unexpected: ({ organization, domain }: At & { domain: string }) =>
      `Were you not expecting this? Then do not open the address before you have asked somebody at ${organization} (${domain}) whom you know. If nobody there knows of it, delete this mail.`,
    reply: ({ inviter }: { inviter: string }) => `An answer to this mail goes to ${inviter}.`,
  },

  invitationCopy: {
    subject: ({ organization, address }: Named) => `${organization} has invited ${address}`,
    lead: ({ organization, inviter, address }: Named & { inviter: string }) =>
      `${inviter} of ${organization} has invited ${address} as a guest and wanted you to know.`,
    leadOrganization: ({ organization, address }: Named) =>
      `${organization} has invited ${address} as a guest and wanted you to know.`,
  },

  removalAsked: {
    subject: ({ organization, name }: At & { name: string }) =>
      `${name} asks to be removed from ${organization}`,
    lead: ({ organization, name, principalName }: At & { name: string; principalName: string }) =>
      `${name} (${principalName}) asks to be removed from ${organization}, and cannot leave without an administrator.`,
    theirMessage: 'Their message:',
    /** By what an answer can do: being enabled lets them leave by themselves, or does not. */
    answer: {
      enable:
        'An administrator answers in the admin centre, on the page Requests: enable the user so that they can leave, remove the user, or decline.',
      remove:
        'An administrator answers in the admin centre, on the page Requests: remove the user, or decline.',
    },
    closed: ({ organization }: At) =>
      `${organization} is closed, so nobody has to answer: the account there is deleted by itself, unless the request is taken back.`,
    open: 'Open the request in the admin centre',
  },
}

/** The mails in any language. */
export type MailWords = typeof mail
