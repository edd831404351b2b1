/** What guests ask of the administrators, and the proof of erasure. */
import { longestRequestMessage } from '../../kernel/text.ts'
import { resource, type Answer } from './definition.ts'
import { byOurMoment, byWord } from './filters.ts'
import { operation } from './operation.ts'

export { longestRequestMessage }

export const requestStates = ['open', 'done', 'declined', 'withdrawn'] as const

export const request = resource({
  type: 'guesthouse.request',
  called: 'Request',
  set: 'guesthouse.requests',
  key: 'id',
  means: 'A guest asks to be removed, or to be restored.',
  properties: {
    id: { is: 'id', byDefault: true, means: 'The id of the request.' },
    kind: {
      is: 'text',
      words: ['removal', 'restore'],
      byDefault: true,
      filter: byWord,
      column: 'kind',
      means: 'What for.',
    },
    state: {
      is: 'text',
      words: requestStates,
      byDefault: true,
      filter: byWord,
      column: 'state',
      means: 'What became of it.',
    },
    message: { is: 'text', nullable: true, byDefault: true, means: 'What they wrote.' },
    answer: {
      is: 'text',
      nullable: true,
      byDefault: true,
      means: 'What whoever answered wrote with it.',
    },
    createdDateTime: {
      is: 'instant',
      byDefault: true,
      filter: byOurMoment,
      orders: true,
      column: 'created_at',
      means: 'When they asked.',
    },
    answeredDateTime: {
      is: 'instant',
      nullable: true,
      byDefault: true,
      means: 'When it was answered.',
    },
    user: {
      is: 'object',
      type: 'guesthouse.asker',
      byDefault: true,
      means: 'Who asks.',
      properties: {
        id: { is: 'id', means: 'The object id.' },
        displayName: { is: 'name', means: 'The name.' },
        userPrincipalName: { is: 'principalName', means: 'The name to sign in with.' },
        mail: { is: 'address', nullable: true, means: 'The e-mail address.' },
        homeOrganization: { is: 'name', nullable: true, means: 'Their home, where it is here.' },
        createdDateTime: { is: 'instant', means: 'Since when they are here.' },
        accountEnabled: { is: 'boolean', means: 'Whether they can sign in here.' },
        deletedDateTime: { is: 'instant', nullable: true, means: 'When they were deleted.' },
      },
    },
  },
})

export const answers = ['enable', 'delete', 'restore', 'decline'] as const

export const answerRequest = operation({
  called: 'Answer',
  means: 'Answers a request, and does what it says.',
  sent: {
    action: { is: 'text', words: answers, required: true, means: 'What is done.' },
    message: {
      is: 'message',
      nullable: true,
      most: longestRequestMessage,
      means: 'To whoever asked: it stands in their mail and in their list.',
    },
  },
})

export const erasure = resource({
  type: 'guesthouse.erasure',
  called: 'Erasure',
  set: 'guesthouse.erasures',
  key: 'id',
  means: 'That somebody was, or will be, erased (R84).',
  properties: {
    id: { is: 'id', byDefault: true, means: 'The object id that the user had.' },
    deletedDateTime: {
      is: 'instant',
      byDefault: true,
      orders: true,
      means: 'When the user was deleted.',
    },
    dueDateTime: { is: 'instant', byDefault: true, means: 'When everything has to be gone.' },
    doneDateTime: { is: 'instant', nullable: true, byDefault: true, means: 'When it was gone.' },
    cause: { is: 'text', nullable: true, byDefault: true, means: 'Why; null until it is done.' },
    status: {
      is: 'text',
      words: ['scheduled', 'running', 'done', 'onHold'],
      byDefault: true,
      means: 'How far it is.',
    },
  },
})

export type GuestRequest = Answer<typeof request>
export type RequestAnswer = (typeof answers)[number]
export type Erasure = Answer<typeof erasure>
