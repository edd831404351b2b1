/** What can be wrong with a row of a list of guests, apart from reading one. */

/** Why a row cannot be taken as it is: with what was found, or where. */
export type GuestRowProblem =
  | { readonly fault: 'moreCells'; readonly line: number }
  | { readonly fault: 'notYesOrNo' | 'noDay'; readonly found: string }

/** The same in words, for the command line and for whoever reads English. */
export const guestRowProblemWords = (problem: GuestRowProblem): string => {
  switch (problem.fault) {
    case 'moreCells':
      return `line ${problem.line} has more cells than the headings; put quotes around a cell that holds the separator`
    case 'notYesOrNo':
      return `"${problem.found}" does not say whether to send mail; it takes true or false`
    case 'noDay':
      return `"${problem.found}" is no day to end on; it takes one like 2027-03-31`
  }
}
