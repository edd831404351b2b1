/** What has become of somebody's data since the ending that a receipt tells. */

export const receiptStates = ['restorable', 'held', 'erasing', 'restored', 'erased'] as const
/**
 * `restorable`: an administrator can bring it back. `held`: kept because of a legal hold, for as
 * long as that lasts. `erasing`: the window is over. `restored`, `erased`: done.
 */
export type ReceiptState = (typeof receiptStates)[number]

type Facts = {
  readonly erasedAt: Date | null
  readonly restoredAt: Date | null
  readonly restorableUntil: Date | null
  readonly held: boolean
}

/** Where the data is at `now`. What is erased was never anything else for good. */
export const receiptState = (
  { erasedAt, restoredAt, restorableUntil, held }: Facts,
  now: Date,
): ReceiptState => {
  if (erasedAt !== null) return 'erased'
  if (restoredAt !== null) return 'restored'
  if (held) return 'held'
  return restorableUntil !== null && now < restorableUntil ? 'restorable' : 'erasing'
}
