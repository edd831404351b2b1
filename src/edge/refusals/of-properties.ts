/**
 * Refusals of what one property says: beside the code stands, in `details`, which property it is.
 * Where the sentence here names no value, whoever refuses says it with the value in it.
 */
import { refusalsOfApplications } from './of-applications.ts'
import { refusalsOfDomains } from './of-domains.ts'
import { refusalsOfProviders } from './of-providers.ts'
import { bad } from './of-users.ts'

const ofUsersAndGuests = {
  endDateOver: bad('The end date is over already. Give a day to come, or delete the guest now.'),
  answerNeedsReason: bad(
    'Whoever asked reads why their request is declined or held. Write the reason as message.',
  ),
  notADomain: bad('This is not a domain. One looks like contoso.example.'),
  domainRuleNeeded: bad(
    'A list of domains needs the rule allow or block. Set guesthouse.domainRule too.',
  ),
  noSuchGroup: bad('There is no such group in the organization.'),
  policyGroupGone: bad(
    'The group that the policy was for is permanently deleted. Say for whom it is before you turn it on: a group, or null for all guests.',
  ),
  policyGraceBeforeDeletion: bad(
    'Whoever is deleted is told at least a day before. Give a grace of one day or more.',
  ),
  policyDeletionDays: bad(
    'disableThenDelete needs the days between the two; the other actions have none.',
  ),
} as const

const ofOrganizations = {
  privacyContactNeeded: bad(
    'While guests may not leave by themselves, the organization needs a privacy contact e-mail that they can turn to. Set privacyProfile.contactEmail, or allow leaving first.',
  ),
  unansweredReasonNeeded: bad(
    'Whoever asks to be removed reads why nobody is removed by itself when nobody answers. Write the reason as guesthouse.unansweredReason, or set guesthouse.removesUnanswered to true.',
  ),
  notALanguage: bad('A language is a short code such as en-GB.'),
} as const

export const refusalsOfProperties = {
  ...ofUsersAndGuests,
  ...ofOrganizations,
  ...refusalsOfApplications,
  ...refusalsOfProviders,
  ...refusalsOfDomains,
} as const

export type PropertyRefusal = keyof typeof refusalsOfProperties
