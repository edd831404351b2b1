/** Refusals of what is done with a domain of an organization. */
import { bad } from './of-users.ts'

export const refusalsOfDomains = {
  domainNotShown: bad(
    'The DNS of the domain does not hold the text of verificationDnsRecords, or not yet: it can take hours until a record is seen everywhere. Check it, then verify again.',
    'This server asks the name servers that its machine names; it may be them who do not answer.',
  ),
  domainStays: bad(
    'The default domain, and the one that the organization was made with, cannot be removed.',
  ),
  domainUsed: bad(
    'Users, deleted ones too, or an identity provider still have this domain. GET …/domainNameReferences lists the users; rename or permanently delete them first.',
  ),
  domainNotDefault: bad('Only a verified domain can be the default one. Verify it first.'),
  domainStaysDefault: bad('Make another domain the default one: that ends this one’s turn.'),
  tooManyDomains: bad('The organization has as many domains as it may have. Remove one first.'),
} as const
