/** What organizations are told of each other. */
import { operation } from './definition/operation.ts'

export const tenantInformation = operation({
  called: 'TenantInformation',
  means: 'An organization of this installation, by its id or by a domain that it has proved.',
  answered: {
    tenantId: { is: 'id', means: 'Its id.' },
    displayName: { is: 'name', means: 'Its name.' },
    defaultDomainName: { is: 'domain', means: 'The domain that its new users get.' },
    federationBrandName: { is: 'name', nullable: true, means: 'Null.' },
  },
})
