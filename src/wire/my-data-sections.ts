/**
 * What hangs on a user and on a person, as the copy of my data tells it: sections, each a list. The
 * statements that fill them are typed by this (privacy/held.ts).
 */
import { z } from 'zod'
import { moment } from './my-data-moment.ts'

const text = z.string().nullable()
const when = moment.nullable()

const section = <Shape extends z.ZodRawShape>(description: string, shape: Shape) =>
  z.array(z.object(shape)).meta({ description })

/** What the organization holds of its user. */
export const ofMyUser = {
  invitation: section('Invitations to the organization', {
    address: z.string(),
    message: text,
    language: text,
    redirectUrl: text,
    createdAt: moment,
    sentAt: when,
    expiresAt: when,
    acceptedAt: when,
    revokedAt: when,
  }),
  refusals: section('Refusals of its further invitations', { refusedAt: moment }),
  requests: section('Requests to its administrators, and their answers', {
    kind: z.string(),
    state: z.string(),
    message: text,
    createdAt: moment,
    answeredAt: when,
    answer: text,
    dueAt: when,
    heldAt: when,
    holdReason: text,
  }),
  lifecycle: section('A rule of the organization that is not kept', {
    kind: z.string(),
    since: moment,
  }),
  receipts: section('Receipts of endings', {
    reference: z.uuid(),
    togetherWith: z.uuid().nullable(),
    kind: z.string(),
    endedAt: moment,
    restorableUntil: when,
    erasedBy: when,
    restoredAt: when,
  }),
  exports: section('Exports that an administrator has asked for', {
    askedAt: moment,
    completedAt: when,
    expiresAt: moment,
  }),
  scopeAgreements: section(
    'What applications may do in the directory, and when that was agreed to',
    {
      application: z.string(),
      scope: z.string(),
      agreedAt: when,
    },
  ),
  waysIn: section('Ways to sign in that were made', { kind: z.string(), madeAt: moment }),
  password: section('The password: when it was changed, never what it is', {
    changedAt: when,
    mustChange: z.boolean(),
  }),
  passwordLinks: section('Links that set a password', { createdAt: moment, expiresAt: moment }),
  authenticators: section('Authenticator apps', { createdAt: moment, confirmedAt: when }),
  recoveryCodes: section('How many recovery codes are left', { left: z.int() }),
  sessions: section('Sessions that are open in the organization', {
    openedAt: moment,
  }),
  signOns: section('Applications that were signed on to', {
    application: z.string(),
    ended: z.boolean(),
  }),
  consents: section('Applications that can act for the user', {
    displayName: z.string(),
    scope: text,
    since: moment,
  }),
  endedConsents: section('Applications that may not act for the user any more', {
    displayName: z.string(),
    endedAt: moment,
  }),
  mailOutcomes: section('What became of mails', {
    purpose: z.string(),
    outcome: z.string(),
    responseCode: z.int().nullable(),
    at: moment,
  }),
  toldMails: section('Mails to me about my standing: of which kind, and what became of them', {
    kind: z.string(),
    recipient: text,
    queuedAt: moment,
    state: z.string(),
    at: when,
  }),
  waitingMail: section(
    'Mails that wait to be sent, without their links and without names of others',
    {
      kind: text,
      values: z.record(z.string(), z.unknown()).nullable(),
      subject: text,
      text,
      language: text,
      createdAt: moment,
      recipient: text,
    },
  ),
}

/** What is the person's own, in whichever organization: never in an administrator's export. */
export const ofMyself = {
  passkeys: section('Passkeys: their names, never their keys', {
    name: text,
    createdAt: moment,
    lastUsedAt: when,
  }),
  identities: section('Accounts that prove who I am', {
    issuer: z.string(),
    subject: z.string(),
    createdAt: moment,
  }),
  home: section('The home organization', {
    organization: z.string(),
    isThisOne: z.boolean(),
  }),
  hiddenFromMyList: section('When I hid the organization in my list', { hiddenAt: moment }),
  shownAtHome: section('When I agreed that my home organization sees it', { agreedAt: moment }),
  settings: section('My language and time zone, and mails that I want', {
    language: text,
    timeZone: text,
    reviewMails: z.boolean(),
    reviewedAt: when,
    changedAt: moment,
  }),
  browsers: section('Browsers that are known', { firstSeenAt: moment, lastSeenAt: moment }),
  programs: section('Programs that act for me in all organizations', {
    displayName: z.string(),
    scope: text,
    since: moment,
  }),
  signedIn: section('Where I am signed in', {
    createdAt: moment,
    lastSeenAt: moment,
    address: text,
    userAgent: text,
  }),
}

/** What happened, newest first. Others are ids, without a name. */
export const myEvents = section('What happened to the user, and what they did, newest first', {
  at: moment,
  activity: z.string(),
  targetKind: text,
  targetId: text,
  byMe: z.boolean(),
  fromAddress: text,
})
