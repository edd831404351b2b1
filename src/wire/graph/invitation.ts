/** Invitations of the directory API: as they are asked for, and as they are listed. */
import { maxSponsors } from '../ties.ts'
import { longestInvitationMessage } from '../../kernel/text.ts'
import { userTypes } from './users/user.ts'
import type { Answer } from './definition/answer.ts'
import { resource } from './definition/definition.ts'
import type { Creation } from './definition/sent.ts'
import { byOurMoment, byWord } from './definition/filters.ts'
import { operation, type AnsweredBy } from './definition/operation.ts'

const anId = { is: 'id', required: true, means: 'The object id.' } as const
const text = (means: string) => ({ is: 'unjudged', nullable: true, means }) as const

/** As Graph has it: made by a POST and never read again. Its texts are judged for every door. */
export const invitation = resource({
  type: 'invitation',
  called: 'Invitation',
  set: 'invitations',
  key: 'id',
  means: 'That somebody from outside is asked to come in.',
  properties: {
    id: { is: 'id', byDefault: true, means: 'The id of the invitation.' },
    invitedUserEmailAddress: {
      is: 'unjudged',
      byDefault: true,
      write: 'create',
      required: true,
      means: 'Who is invited.',
    },
    inviteRedirectUrl: {
      is: 'webAddress',
      most: 2_048,
      byDefault: true,
      write: 'create',
      required: true,
      means: 'Where they go on to.',
    },
    invitedUserDisplayName: {
      ...text('The name that people read; the address where none is given.'),
      byDefault: true,
      write: 'create',
    },
    invitedUserType: {
      is: 'text',
      words: userTypes,
      byDefault: true,
      write: 'create',
      means: 'What they come as; a guest where nothing is said.',
    },
    sendInvitationMessage: {
      is: 'boolean',
      byDefault: true,
      write: 'create',
      means: 'Whether a mail goes out; none where nothing is said.',
    },
    invitedUserMessageInfo: {
      is: 'object',
      type: 'invitedUserMessageInfo',
      nullable: true,
      byDefault: true,
      write: 'create',
      means: 'What stands in the mail.',
      properties: {
        customizedMessageBody: {
          ...text('What the inviter writes.'),
          most: longestInvitationMessage,
        },
        messageLanguage: text('The language of the mail.'),
        ccRecipients: {
          is: 'object',
          type: 'recipient',
          many: true,
          mostItems: 1,
          open: true,
          means: 'Who is told that an invitation went out, without its link.',
          properties: {
            emailAddress: {
              is: 'object',
              type: 'emailAddress',
              required: true,
              open: true,
              means: 'The mailbox.',
              properties: {
                name: text('Whose it is.'),
                address: text('The address.'),
              },
            },
          },
        },
      },
    },
    invitedUserSponsors: {
      is: 'object',
      type: 'directoryObject',
      many: true,
      leastItems: 1,
      mostItems: maxSponsors,
      open: true,
      write: 'create',
      writeOnly: true,
      means: 'Who answers for them; the inviter where nobody is named.',
      properties: { id: anId },
    },
    'invitedUserSponsors@odata.bind': {
      is: 'unjudged',
      many: true,
      mostItems: maxSponsors,
      write: 'create',
      writeOnly: true,
      means: 'The same, by their addresses.',
    },
    resetRedemption: {
      is: 'boolean',
      byDefault: true,
      write: 'create',
      means: 'Whether a guest who has accepted accepts anew, with another account if they like.',
    },
    invitedUser: {
      is: 'object',
      type: 'user',
      open: true,
      byDefault: true,
      write: 'create',
      means: 'The guest; sent where one accepts anew.',
      properties: { id: anId },
    },
    'guesthouse.endDateTime': {
      is: 'instant',
      write: 'create',
      writeOnly: true,
      endOfDay: true,
      means:
        'When the guest is removed by itself (R133); a day without a time means its end in UTC.',
    },
    'guesthouse.forceNew': {
      is: 'boolean',
      write: 'create',
      writeOnly: true,
      means: 'Whether a new user is made although a deleted one could be restored (R74).',
    },
    inviteRedeemUrl: { is: 'webAddress', byDefault: true, means: 'The link that accepts it.' },
    status: {
      is: 'text',
      words: ['PendingAcceptance', 'Completed'],
      byDefault: true,
      means: 'Completed where they have accepted before: nothing was made or sent.',
    },
    'guesthouse.expirationDateTime': {
      is: 'instant',
      byDefault: true,
      means: 'Until then it can be accepted.',
    },
  },
})

export const resendInvitation = operation({
  called: 'Invitation',
  means: 'Makes a new link for the same guest.',
  sent: {
    sendInvitationMessage: {
      is: 'boolean',
      means: 'Whether a mail goes out; one does where nothing is said.',
    },
  },
  answered: {
    inviteRedeemUrl: { is: 'webAddress', means: 'The link that accepts it.' },
    expirationDateTime: { is: 'instant', means: 'Until then it can be accepted.' },
  },
})

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
      filter: byWord,
      means: 'What became of it.',
    },
    createdDateTime: {
      is: 'instant',
      byDefault: true,
      filter: byOurMoment,
      orders: true,
      means: 'When it was made.',
    },
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
    expirationDateTime: {
      is: 'instant',
      byDefault: true,
      filter: byOurMoment,
      means: 'Until then it can be accepted.',
    },
  },
})

export type Invitation = Answer<typeof invitation>
export type NewInvitation = Creation<typeof invitation>
export type ListedInvitation = Answer<typeof listedInvitation>
export type InvitationLink = AnsweredBy<typeof resendInvitation>
