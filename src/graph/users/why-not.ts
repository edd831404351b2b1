/** Why something was not done with a user, for the one who is asked about and for many. */
import { maxSponsors } from '../../wire/ties.ts'

export const whyNot = {
  yourself: 'You cannot disable yourself. Ask another administrator.',
  deletesYourself:
    'You cannot delete yourself. Ask another administrator; a guest leaves in the portal.',
  givesYourselfPassword:
    'You cannot give yourself a password. Change it with the one that you have: POST /me/changePassword, or Change password in the portal.',
  tiesYourself: 'You cannot tie yourself to an account at a provider. Ask another administrator.',
  tooManySponsors: `A user has at most ${maxSponsors} sponsors. Remove one first.`,
} as const
