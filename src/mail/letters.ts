/**
 * What mail tells, as a kind and values: no sentence stands in the store. A letter is put into
 * words when it is sent, in its reader's language.
 */

import type { LifecycleEnding, LifecycleNotice, LifecycleReason } from '../wire/lifecycle.ts'

/** An organization as a mail names it. */
export type NamedOrganization = {
  readonly id: string
  readonly name: string
  /** Its default domain; null where it has none. */
  readonly domain: string | null
}

declare const secret: unique symbol
/** What opens a door to whoever reads it: in the mail itself, and nowhere else. */
export type Secret = string & { readonly [secret]: true }

/** Says of a text that it is one. */
export const asSecret = (text: string): Secret => text as Secret

/** An instant, as it is written in JSON. */
type Instant = string

/** What is true of somebody's standing in an organization when a letter is written. */
export type Standing = {
  readonly organization: NamedOrganization
  /** The organization lets guests leave by themselves. */
  readonly mayLeave: boolean
  /** It is closed or suspended: nobody there restores anything. */
  readonly closed: boolean
  /** The organization is the person's home. */
  readonly isHome: boolean | null
  /** Whom the organization names for questions about data. */
  readonly privacyContact: string | null
  /** The guest may say that they still need it (R136). Letters of before do not tell. */
  readonly mayAttest?: boolean
  /** The account there is disabled: by a rule (R135), or by somebody. Of before it is not told. */
  readonly disabled?: 'byPolicy' | 'bySomebody' | null
}

/** A step of a request that is no answer. */
export const requestSteps = [
  'asked',
  'held',
  'goesOn',
  'ruleChanged',
  'dayChanged',
  'removed',
  'removedInvited',
  'unanswered',
  'lastAdministrator',
  'windowOver',
  'withdrawn',
  'accepted',
  'corrected',
] as const
export type RequestStep = (typeof requestSteps)[number]

/** What happened to somebody's standing, done by somebody else (R128). */
export type Told = {
  readonly redemptionReset: { readonly address: string }
  readonly userTypeChanged: { readonly userType: 'Member' | 'Guest' }
  /** The receipt of it, and the code by which it is held. */
  readonly erased: {
    readonly reference: string
    readonly code: Secret
    /** When they had asked to be restored, where nobody answered that in time. */
    readonly unansweredSince?: Instant | null
  }
  readonly waysInEnded: object
  /** The role, by its published name. */
  readonly roleGiven: { readonly role: string }
  readonly roleTaken: { readonly role: string }
  /** What somebody who has left has handed over to them (R125). */
  readonly handedOver: {
    readonly administrator: boolean
    readonly groups: number
    readonly applications: number
    readonly guests: number
  }
  readonly sessionsEnded: object
  readonly restored: object
  readonly restoredAsks: object
  readonly undone: object
  /** Of an account that has ended there: kept longer, and not kept any more (R86, R129). */
  readonly held: object
  readonly holdEnded: object
  readonly disabled: object
  readonly enabled: object
  readonly requestAnswered: {
    readonly request: 'removal' | 'restore'
    readonly answer: 'enable' | 'delete' | 'restore' | 'decline'
    readonly text: string | null
  }
  /** What has become of their request, by whomever (R31, R32). */
  readonly requestMoved: {
    readonly request: 'removal' | 'restore'
    readonly step: RequestStep
    /** When they asked. Letters of before do not tell. */
    readonly askedAt?: Instant
    /** When an open one is due; null of one that is over or held. */
    readonly due: Instant | null
    readonly whenDue: 'removed' | 'expired'
    /** Why, in the words of the organization. */
    readonly text: string | null
  }
  readonly lifecycle: LifecycleTold
}
export type ToldKind = keyof Told

/** What ends an account of a guest by itself, and how near it is (R133, R134). */
export type LifecycleTold = {
  readonly why: LifecycleReason
  readonly notice: LifecycleNotice
  readonly ending: LifecycleEnding
  /** When that happens; of a `done` disabling when the account is removed, null where it is not. */
  readonly at: Instant | null
  /** Of a disabling that is to come: when the account is removed after it, null where it is not. */
  readonly removedAt?: Instant | null
}

/** The changes of what somebody signs in with. */
export type FactorChange =
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'authenticatorAdded'
  | 'authenticatorRemoved'
  | 'recoveryCodesMade'
  | 'factorsReset'
  | 'passwordSet'
  | 'passwordChanged'
  | 'identityAdded'
  | 'identityRemoved'

/**
 * Who changed it: somebody with a session or a link of the person, an administrator of the home, or
 * who runs the installation.
 */
export type Doer = 'oneself' | 'administrator' | 'operator'

type Inviting = {
  readonly organization: NamedOrganization
  readonly inviter: string | null
}

type ReceiptValues = Omit<Standing, 'mayLeave' | 'isHome'> & {
  readonly byThemselves: boolean
  readonly reference: string
  /** The code by which the receipt is held. Letters of before have none. */
  readonly code?: Secret
  readonly endedAt: Instant
  /** Until then they can undo it by themselves (R142); null, or of before, where not. */
  readonly undoableUntil?: Instant | null
  readonly restorableUntil: Instant
  readonly erasedBy: Instant
}

/** Each kind of letter with its values. */
export type Letters = {
  readonly [K in ToldKind]: Standing & Told[K]
} & {
  readonly signInCode: { readonly code: Secret; readonly minutes: number }
  readonly newBrowser: {
    readonly at: Instant
    readonly browser: string | null
    readonly system: string | null
    readonly hasPassword: boolean
  }
  readonly factorChanged: {
    readonly change: FactorChange
    readonly by: Doer
    readonly at: Instant
    /** The person's home; null for people without one. */
    readonly organization: NamedOrganization | null
    /** Where the account is that somebody was tied to. */
    readonly host: string | null
  }
  readonly invitation: Inviting & {
    /** Where an answer to this mail goes. */
    readonly inviterMail: string | null
    readonly mayLeave: boolean
    readonly message: string | null
    /** What stands in the address of the link. */
    readonly token: Secret
    readonly expiresAt: Instant
  }
  readonly invitationCopy: Inviting & { readonly address: string }
  readonly receipt: ReceiptValues
  /** The receipts of what somebody has left at once. */
  readonly receipts: {
    /** Of all together. */
    readonly reference: string
    /** The code by which each of them is held, and all together. */
    readonly code: Secret
    readonly entries: readonly Omit<ReceiptValues, 'code'>[]
  }
  readonly removalAsked: {
    readonly organization: NamedOrganization
    readonly name: string
    readonly principalName: string
    readonly message: string | null
    /**
     * What an answer can do: `enable` lets them leave by themselves, `nobody` answers in a closed
     * organization. Letters of before do not tell.
     */
    readonly answer?: 'enable' | 'remove' | 'nobody'
  }
  /** To whoever answers for a guest. */
  readonly guestLifecycle: LifecycleTold & {
    readonly organization: NamedOrganization
    readonly guest: string
  }
  /** To a colleague who answers for a guest from now on. */
  readonly guestPassedOn: { readonly organization: NamedOrganization; readonly guest: string }
  /** Once a year: where somebody is a guest, and how many of these they do not use. */
  readonly yearlyReview: {
    readonly organizations: number
    readonly unused: number
    /** For how many days nothing was used. */
    readonly days: number
  }
  /** To an administrator: requests whose time runs out (R32). */
  readonly requestsWaiting: {
    readonly organization: NamedOrganization
    readonly reminder: 'half' | 'last'
    readonly request: 'removal' | 'restore'
    readonly whenDue: 'removed' | 'expired'
    readonly count: number
    readonly firstDue: Instant
  }
  /** To an administrator of a closed organization: their holds on requests are over (R121). */
  readonly holdsEnded: {
    readonly organization: NamedOrganization
    readonly count: number
    readonly firstDue: Instant
  }
  /** To an administrator: permanent deletions that somebody else has asked for (R137). */
  readonly deletionsWaiting: {
    readonly organization: NamedOrganization
    readonly count: number
    /** When the first is done by itself; null where they need a yes. */
    readonly firstDue: Instant | null
  }
  /** To whoever asked for them: what has become of them. */
  readonly deletionsAnswered: {
    readonly organization: NamedOrganization
    readonly done: number
    readonly refused: number
  }
}

export type LetterKind = keyof Letters
/** A letter of one kind. */
export type LetterOf<K extends LetterKind> = { readonly kind: K; readonly values: Letters[K] }
export type Letter = { [K in LetterKind]: LetterOf<K> }[LetterKind]

type SecretIn<V> = { [K in keyof V]-?: V[K] extends Secret ? K : never }[keyof V]
type SecretName = { [K in LetterKind]: SecretIn<Letters[K]> }[LetterKind]

const secrets: Readonly<Record<SecretName, true>> = { token: true, code: true }

/** The names of the values that are secrets, of all letters. */
export const secretValues: readonly string[] = Object.keys(secrets)

/** The values that name somebody else than the reader and the one whom the letter is about. */
export const valuesOfOthers = ['inviter', 'inviterMail'] as const
