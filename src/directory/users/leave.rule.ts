/**
 * Why a person cannot leave an organization by themselves (R25). Every reason at once and always in
 * this order, so that nobody clears one only to meet the next. One table of them: the act, the
 * request, the words and the buttons read it.
 */
import { blockerCodes } from '../../wire/account.ts'

export type LeaveFacts = {
  /** The organization to leave is where the person's account belongs. */
  readonly isHome: boolean
  /** False when the account at home is disabled or deleted; true for people without a home here. */
  readonly homeAccountEnabled: boolean
  /** The account at home is deleted, so nobody can enable it. */
  readonly homeAccountDeleted: boolean
  /** The person's home organization is closed or suspended: nobody there could lift anything. */
  readonly homeClosed: boolean
  readonly accountEnabled: boolean
  /** A rule of the organization has disabled it, nobody for what the person did (R135). */
  readonly disabledByPolicy: boolean
  readonly externalUsersMayLeave: boolean
  /** The organization is closed or suspended: nobody there could lift anything (R121). */
  readonly organizationClosed: boolean
  /** The person is an enabled holder of the top administrator role, Global Administrator. */
  readonly isAdministrator: boolean
  /** Somebody else is, too. */
  readonly anotherAdministrator: boolean
  /** They have left, and are asked whether they want to come back (R127). */
  readonly askedBack: boolean
}

/** Why somebody cannot leave by themselves, by the code that stands on the wire. */
export type LeaveReason = (typeof blockerCodes)[number]

/**
 * Who can lift a reason: `administrators` by their answer to a request to be removed (R29, R130),
 * `homeOrAdministrators` those of the home too, `themselves` whom it keeps.
 */
export type Lifter = 'nobody' | 'themselves' | 'administrators' | 'homeOrAdministrators'

type Reason = {
  /** Whether it keeps this person. */
  readonly holds: (facts: LeaveFacts) => boolean
  readonly liftedBy: Lifter
}

const reasons: Readonly<Record<LeaveReason, Reason>> = {
  homeOrganization: { holds: (facts) => facts.isHome, liftedBy: 'nobody' },
  disabledAtHome: {
    holds: (facts) => !facts.homeAccountEnabled && !facts.homeAccountDeleted && !facts.homeClosed,
    liftedBy: 'homeOrAdministrators',
  },
  homeDeleted: {
    holds: (facts) => !facts.homeAccountEnabled && facts.homeAccountDeleted,
    liftedBy: 'administrators',
  },
  homeClosed: {
    holds: (facts) => facts.homeClosed && !facts.organizationClosed,
    liftedBy: 'administrators',
  },
  disabledInOrganization: {
    holds: (facts) => !facts.accountEnabled && !facts.disabledByPolicy && !facts.organizationClosed,
    liftedBy: 'administrators',
  },
  leavingNotAllowed: {
    holds: (facts) => !facts.externalUsersMayLeave && !facts.organizationClosed,
    liftedBy: 'administrators',
  },
  // Of the last administrator there is nobody to ask.
  lastAdministrator: {
    holds: (facts) =>
      facts.isAdministrator && !facts.anotherAdministrator && !facts.organizationClosed,
    liftedBy: 'themselves',
  },
}

/**
 * The reasons that hold for `facts`, in the order of the wire; none means the person can leave.
 * Rules R2, R24, R27, R28, R42, R121, R130. Nothing keeps who has left already (R127).
 */
export const leaveReasons = (facts: LeaveFacts): readonly LeaveReason[] =>
  facts.askedBack ? [] : blockerCodes.filter((code) => reasons[code].holds(facts))

export const liftedBy = (reason: LeaveReason): Lifter => reasons[reason].liftedBy

/** Whether administrators can lift it by their answer to a request to be removed. */
export const isLiftedByAsking = (reason: LeaveReason): boolean =>
  ['administrators', 'homeOrAdministrators'].includes(liftedBy(reason))

/**
 * Whether enabling them lets them leave by themselves, and so answers their request to be removed
 * (R29): they are disabled here, and nothing else keeps them.
 */
export const isFreedByEnabling = (facts: LeaveFacts): boolean =>
  !facts.accountEnabled && leaveReasons({ ...facts, accountEnabled: true }).length === 0

/** `noUse`: administrators could lift none of the reasons, or not the one that nobody lifts. */
export type RemovalAsked = 'asked' | 'canLeave' | 'noUse'

/** What becomes of asking to be removed by somebody whom these reasons keep (R29, R30, R130). */
export const removalAsked = (kept: readonly LeaveReason[]): RemovalAsked => {
  if (kept.length === 0) return 'canLeave'
  if (kept.some((reason) => liftedBy(reason) === 'nobody')) return 'noUse'
  return kept.some(isLiftedByAsking) ? 'asked' : 'noUse'
}
