/**
 * What stands in the way of leaving, for the person whom it stops: what it is, what to do now, and
 * who can lift it (R25).
 */
import { isLiftedByAsking, liftedBy, type LeaveReason } from '../directory/users/leave.rule.ts'
import type { MyOrganization } from '../people/my-organizations.sql.ts'
import type { Blocker } from '../wire/account.ts'
import type { BlockersWords } from '../words/en/blockers.ts'

// What administrators there could do is not said where they do nothing (R121).
const nextOf = (
  code: LeaveReason,
  { displayName, organizationClosed }: MyOrganization,
  home: string,
  words: BlockersWords,
): Pick<Blocker, 'nextStep' | 'liftedBy'> => {
  const closed: Partial<Record<LeaveReason, BlockersWords['closed']['homeDeleted']>> = words.closed
  const said = organizationClosed ? closed[code] : undefined
  return {
    nextStep: (said ?? words.reason[code]).nextStep(displayName, home),
    liftedBy: (said?.liftedBy ?? words.liftedBy[liftedBy(code)])(displayName, home),
  }
}

/**
 * The reasons as blockers, in these words. `homeName` is the home organization's name, where the
 * person has one.
 */
export const blockersFor = (
  reasons: readonly LeaveReason[],
  organization: MyOrganization,
  homeName: string | undefined,
  words: BlockersWords,
): Blocker[] => {
  const home = homeName ?? words.yourHome
  const email = organization.privacyContact ?? organization.technicalContact
  const contact = {
    ...(email === null ? {} : { email }),
    ...(organization.privacyStatementUrl === null
      ? {}
      : { statementUrl: organization.privacyStatementUrl }),
  }
  return reasons.map((code) => ({
    code,
    message: words.reason[code].message(organization.displayName, home),
    ...nextOf(code, organization, home, words),
    liftedByAsking: isLiftedByAsking(code),
    ...(Object.keys(contact).length === 0 ? {} : { contact }),
  }))
}
