/**
 * What nobody does to themselves by being an administrator, and the code by which each is refused:
 * the acts ask it, and the admin centre, which says so before anything is clicked.
 */
export const notOnOneself = {
  disable: 'yourself',
  delete: 'yourself',
  convert: 'ownType',
  givePassword: 'yourself',
  tie: 'yourself',
  resetFactors: 'yourself',
  redeemAgain: 'yourself',
} as const

export type ActOnAnother = keyof typeof notOnOneself

/** Of them, those after which whoever has made it comes in as the user. */
export type WayInOfAnother = Exclude<ActOnAnother, 'disable' | 'delete' | 'convert'>
