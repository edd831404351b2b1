/** When the data of who has left or was deleted is erased, wherever it is said; in English. */

export const erasure = {
  /** While it can be restored. */
  comes: (by: string) =>
    `Once the account can no longer be restored, all of its data is erased; that is done by ${by} at the latest.`,
  /** The same of several. */
  comesMany: (by: string) =>
    `Once these accounts can no longer be restored, all of their data is erased; that is done by ${by} at the latest.`,
  /** Once it cannot be restored any more, until all is erased. */
  runs: (by: string) =>
    `The account can no longer be restored. All of its data is being erased; that is done by ${by} at the latest.`,
}

export type ErasureWords = typeof erasure
