/** The properties of a user, to read. */
import type { User } from '../../src/client/graph.ts'
import { Card } from '../ui/card.tsx'
import { When } from '../ui/when.tsx'
import { Facts } from './facts.tsx'
import { LastActivity } from './last-activity.tsx'
import { words } from './words.ts'

const listed = (texts: readonly string[]): string => texts.join(', ')

export const UserFacts = ({ user }: { readonly user: User }) => {
  const invitation = user.externalUserState
  const changed = user.externalUserStateChangeDateTime
  return (
    <Card title={words.user.tabProperties}>
      <Facts
        facts={[
          { name: words.user.displayName, value: user.displayName },
          { name: words.user.givenName, value: user.givenName },
          { name: words.user.surname, value: user.surname },
          { name: words.user.userPrincipalName, value: user.userPrincipalName },
          { name: words.user.mail, value: user.mail },
          { name: words.user.otherMails, value: listed(user.otherMails) },
          { name: words.user.proxyAddresses, value: listed(user.proxyAddresses) },
          { name: words.user.type, value: user.userType === 'Guest' ? words.user.guest : words.user.member },
          { name: words.user.jobTitle, value: user.jobTitle },
          { name: words.user.department, value: user.department },
          { name: words.user.companyName, value: user.companyName },
          { name: words.user.officeLocation, value: user.officeLocation },
          { name: words.user.mobilePhone, value: user.mobilePhone },
          { name: words.user.businessPhones, value: listed(user.businessPhones) },
          { name: words.user.preferredLanguage, value: user.preferredLanguage },
          { name: words.user.usageLocation, value: user.usageLocation },
          { name: words.user.createdAt, value: <When at={user.createdDateTime} time /> },
          { name: words.user.lastSignIn, value: <LastActivity user={user} time /> },
          {
            name: words.user.invitation,
            value: invitation && (
              <>
                {words.user.invitationStates[invitation]} {changed !== null && <When at={changed} />}
              </>
            ),
          },
          { name: words.user.creationType, value: user.creationType },
          { name: words.user.objectId, value: user.id },
        ]}
      />
    </Card>
  )
}
