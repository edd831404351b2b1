/** Invitations of the directory API: as they are asked for, and as they are listed. */
import { resource } from './definition.ts'

export const invitationStates = ['pending', 'accepted', 'revoked', 'expired'] as const

export const listedInvitation = resource({
  type: 'guesthouse.invitation',
  called: 'Invitation',
  set: 'guesthouse.invitations',
  key: 'id',
  means: 'What became of an invitation.',
  properties: {
    id: { is: 'id', byDefault: true, means: 'The id of the invitation.' },
    invitedUserEmailAddress: { is: 'address', byDefault: true, means: 'Where it went.' },
    invitedUser: {
      is: 'object',
      type: 'guesthouse.invited',
      byDefault: true,
      means: 'The guest.',
      properties: {
        id: { is: 'id', means: 'The object id.' },
        displayName: { is: 'name', means: 'The name.' },
      },
    },
    invitedBy: {
      is: 'name',
      nullable: true,
      byDefault: true,
      means: 'Who invited, while they are here.',
    },
    state: {
      is: 'text',
      words: invitationStates,
      byDefault: true,
      filter: { eq: 'plain' },
      means: 'What became of it.',
    },
    createdDateTime: { is: 'instant', byDefault: true, orders: true, means: 'When it was made.' },
    sentDateTime: {
      is: 'instant',
      nullable: true,
      byDefault: true,
      means: 'When the mail went out.',
    },
    mailState: {
      is: 'text',
      words: ['waiting', 'taken', 'refused', 'unconfirmed', 'expired'],
      nullable: true,
      byDefault: true,
      means: 'What became of the newest mail; null where none was sent.',
    },
    expirationDateTime: { is: 'instant', byDefault: true, means: 'Until then it can be accepted.' },
  },
})
