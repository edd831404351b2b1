/**
 * Why a person cannot leave an organization by themselves (R25). Every reason at once and always in this order, so that nobody
 * clears one only to meet the next.
 */

export type LeaveFacts = {
  /** The organization to leave is where the person's account belongs. */
  readonly isHome: boolean
  /** False when the account at home is disabled or deleted; true for people without a home here. */
  readonly homeAccountEnabled: boolean
  /** The account at home is deleted, so nobody can enable it. */
  readonly homeAccountDeleted: boolean
  readonly accountEnabled: boolean
  readonly externalUsersMayLeave: boolean
  /** The organization is closed or suspended: nobody there could lift anything (R121). */
  readonly organizationClosed: boolean
  /** The person is an enabled holder of the top administrator role, Global Administrator. */
  readonly isAdministrator: boolean
  /** Somebody else is, too. */
  readonly anotherAdministrator: boolean
}

export type LeaveReason =
  | 'homeOrganization'
  | 'disabledAtHome'
  | 'homeDeleted'
  | 'disabledInOrganization'
  | 'leavingNotAllowed'
  | 'lastAdministrator'

/** The reasons that hold for `facts`; none means the person can leave. Rules R2, R24, R27, R28, R42, R121, R130. */
export function* leaveReasons(facts: LeaveFacts): Generator<LeaveReason, void> {
  if (facts.isHome) yield 'homeOrganization'
  if (!facts.homeAccountEnabled) yield facts.homeAccountDeleted ? 'homeDeleted' : 'disabledAtHome'
  if (!facts.accountEnabled && !facts.organizationClosed) yield 'disabledInOrganization'
  if (!facts.externalUsersMayLeave && !facts.organizationClosed) yield 'leavingNotAllowed'
  if (facts.isAdministrator && !facts.anotherAdministrator && !facts.organizationClosed) yield 'lastAdministrator'
}
