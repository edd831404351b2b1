/** Whether a guest may say of themselves that they need the account (R136). */
import type { OwnAttestReason } from '../../wire/account-guests.ts'
import { isOver } from './end-date.rule.ts'

export type OwnNeedFacts = {
  readonly isGuest: boolean
  readonly accepted: boolean
  readonly enabled: boolean
  /** The organization leaves it to its guests. */
  readonly allowed: boolean
  /** The organization is active. */
  readonly open: boolean
}

/**
 * What stands in the way, the first of it; null for nothing. Of whose end date has come only an
 * administrator can still keep the account (R133): saying it would promise what does not happen.
 */
export const ownAttestObstacle = (
  facts: OwnNeedFacts & { readonly endsAt: Date | null },
  now: Date,
): OwnAttestReason | null => {
  const { endsAt } = facts
  if (!facts.open) return 'organizationClosed'
  if (!facts.isGuest) return 'notAGuest'
  if (!facts.accepted) return 'notAccepted'
  if (!facts.enabled) return 'disabled'
  if (endsAt !== null && isOver(endsAt, now)) return 'over'
  return facts.allowed ? null : 'notAllowed'
}
