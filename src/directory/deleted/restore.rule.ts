/**
 * What a restore has to re-check: everything that creating would check, and every link whose other
 * end may be gone.
 */
import { isRestorable } from '../users/retention.rule.ts'

export type RestoreConflict =
  /** The window is over; permanent deletion has begun and cannot be stopped (R54, R82). */
  | { code: 'restoreWindowClosed' }
  /** Somebody live has the original user principal name (R64). */
  | { code: 'userPrincipalNameConflict'; holder: Holder }
  /** Somebody live has one of the proxy addresses (R65). */
  | { code: 'proxyAddressConflict'; holder: Holder; addresses: readonly string[] }
  /** The person has a new user in the organization already (R92). */
  | { code: 'personConflict'; holder: Holder }
  /**
   * The user holds a role that stands above whoever would restore them (R67). Told in advance; the
   * restore itself is then refused whole.
   */
  | { code: 'targetTooHigh' }

export type Holder = { readonly id: string; readonly displayName: string }

export type RestoreFacts = {
  readonly restorableUntil: Date
  readonly nameHolder: Holder | undefined
  readonly addressHolder: (Holder & { readonly addresses: readonly string[] }) | undefined
  readonly personHolder: Holder | undefined
}

/**
 * What stands against a restore at `now`, all of it. `dropAddresses`: the clashing addresses are
 * given up (R65).
 */
export function* restoreConflicts(
  facts: RestoreFacts,
  now: Date,
  { dropAddresses }: { dropAddresses: boolean },
): Generator<RestoreConflict, void> {
  if (!isRestorable(facts.restorableUntil, now)) yield { code: 'restoreWindowClosed' }
  if (facts.personHolder !== undefined) yield { code: 'personConflict', holder: facts.personHolder }
  if (facts.nameHolder !== undefined)
    yield { code: 'userPrincipalNameConflict', holder: facts.nameHolder }
  if (facts.addressHolder !== undefined && !dropAddresses) {
    const { addresses, ...holder } = facts.addressHolder
    yield { code: 'proxyAddressConflict', holder, addresses }
  }
}
