/** Refusals of what an administrator asks for about a user, and cannot have as it is. */
import type { RefusalKind } from './refusal-kind.ts'

export const overtaken = 'Nothing to do: somebody else changed it meanwhile.'

/** The caller's sentence, and what an operator makes of it. */
export const bad = (caller: string, operator = 'Nothing to do.'): RefusalKind => ({
  status: 400,
  caller,
  operator,
})

/** Said of an organization. */
export const whoAddsDomains = 'Its administrators add domains (POST /domains), and operators do.'

export const refusalsOfUsers = {
  yourself: bad('You cannot do this to yourself. Ask another administrator.'),
  ownType: bad('Nobody makes themselves a member or a guest. Ask another administrator.'),
  homeElsewhere: bad(
    'This user signs in at another organization, their home; what they sign in with is set there alone.',
  ),
  linkedToSelf: bad('Nobody can be their own manager or sponsor. Choose somebody else.'),
  managersInCircle: bad(
    'The new manager reports, directly or through others, to this user. Choose somebody else.',
  ),
  tooManySponsors: bad('The user has as many sponsors as one may have. Remove one first.'),
  sponsorNotFound: bad('A sponsor is not a user or group here, or stands in the list twice.'),
  notAGuest: bad('Only guests whose home is elsewhere are attested.'),
  notInvited: bad('This user was not invited, so there is no redemption to reset.'),
  addressNotTheirs: bad(
    'The address is none of this guest. Write it into their mail or otherMails first; then the reset can go to it.',
  ),
  foreignDomain: bad(
    'The domain portion of the userPrincipalName property is invalid. You must use one of the verified domain names in your organization.',
    whoAddsDomains,
  ),
  unknownLink: bad('There was no such link that could be left out.', overtaken),
} as const
