/** How a user came in and what they reach: what the page of a guest begins with. */
import { invitationStates } from '../invitation.ts'
import { operation, type AnsweredBy } from '../definition/operation.ts'

const somebody = {
  id: { is: 'id', means: 'The object id.' },
  displayName: { is: 'name', nullable: true, means: 'The name; null when they are gone.' },
} as const
const number = (means: string) => ({ is: 'integer', means }) as const

export const summarize = operation({
  called: 'User',
  means: 'How the user came in, by whom it is disabled, and how much it reaches.',
  answered: {
    invitation: {
      is: 'object',
      type: 'guesthouse.howInvited',
      nullable: true,
      means: 'The newest invitation; null for who was not invited.',
      properties: {
        invitedBy: {
          is: 'object',
          type: 'guesthouse.somebody',
          nullable: true,
          means: 'Who invited; null where that is not known.',
          properties: somebody,
        },
        createdDateTime: { is: 'instant', means: 'When.' },
        message: { is: 'text', nullable: true, means: 'What the inviter wrote to the guest.' },
        state: { is: 'text', words: invitationStates, means: 'What became of it.' },
        acceptedDateTime: { is: 'instant', nullable: true, means: 'When it was accepted.' },
        expirationDateTime: { is: 'instant', means: 'Until then it can be accepted.' },
        mailState: {
          is: 'text',
          words: ['waiting', 'taken', 'refused', 'unconfirmed', 'expired'],
          nullable: true,
          means: 'What became of its newest mail; null where none was sent.',
        },
      },
    },
    disabled: {
      is: 'object',
      type: 'guesthouse.howDisabled',
      nullable: true,
      means: 'Since when, and by whom; null for who is enabled.',
      properties: {
        dateTime: { is: 'instant', nullable: true, means: 'Since when, where that is known.' },
        byPolicy: { is: 'boolean', means: 'Whether a policy did it.' },
        by: {
          is: 'object',
          type: 'guesthouse.somebody',
          nullable: true,
          means: 'Who did it; null for a policy, an operator, and where it is not known.',
          properties: somebody,
        },
      },
    },
    reach: {
      is: 'object',
      type: 'guesthouse.reach',
      means: 'What is assigned to them, directly or through a group.',
      properties: {
        groups: number('How many groups they are in.'),
        applications: number('How many applications, directly or through a group.'),
        roles: number('How many directory roles they hold.'),
      },
    },
  },
})

export type UserSummary = AnsweredBy<typeof summarize>
