/** What guests ask of the administrators, and the proof of erasure. */
import { mostAtOnce } from '../at-once.ts'
import { longestRequestMessage } from '../../kernel/text.ts'
import { requestEnds, requestKinds, requestStates } from '../requests.ts'
import type { Answer } from './definition/answer.ts'
import { resource } from './definition/definition.ts'
import { byOurMoment, byWord } from './definition/filters.ts'
import { operation, type AnsweredBy, type SentTo } from './definition/operation.ts'
import { leftLink, leftOfMany, mostLeftOut } from './left-out.ts'
import { linkKinds } from '../ties.ts'

export { longestRequestMessage }

export const request = resource({
  type: 'guesthouse.request',
  called: 'Request',
  set: 'guesthouse.requests',
  key: 'id',
  means: 'A guest asks to be removed, or to be restored.',
  properties: {
    id: {
      is: 'id',
      byDefault: true,
      filter: { eq: 'plain' },
      column: 'id',
      means: 'The id of the request.',
    },
    kind: {
      is: 'text',
      words: requestKinds,
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
    dueDateTime: {
      is: 'instant',
      nullable: true,
      byDefault: true,
      filter: byOurMoment,
      means: 'By when an open request is answered (R32); null while it is held, and afterwards.',
    },
    whenDue: {
      is: 'text',
      words: requestEnds,
      nullable: true,
      byDefault: true,
      means: 'What becomes of an open request then, when nobody answers.',
    },
    isHeld: {
      is: 'boolean',
      byDefault: true,
      filter: byWord,
      column: 'is_held',
      means: 'Whether its clock is stopped.',
    },
    holdReason: {
      is: 'text',
      nullable: true,
      byDefault: true,
      means: 'Why, as whoever asked reads it.',
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
        freedByEnabling: {
          is: 'boolean',
          means: 'Whether being enabled lets them leave by themselves, and so answers a removal.',
        },
        deletedDateTime: { is: 'instant', nullable: true, means: 'When they were deleted.' },
        isMe: { is: 'boolean', means: 'Whether it is who reads this.' },
      },
    },
  },
})

/** `hold` stops the clock of a request, `release` starts it again; the others close it. */
export const answers = ['enable', 'delete', 'restore', 'decline', 'hold', 'release'] as const
export type RequestAnswer = (typeof answers)[number]

/** Of these whoever asked reads why. */
export const needReason: readonly RequestAnswer[] = ['decline', 'hold']

const leftOut = {
  is: 'object',
  many: true,
  mostItems: mostLeftOut,
  means: 'Links that are ended instead of coming back with a restore.',
} as const

export const answerRequest = operation({
  called: 'Answer',
  means: 'Answers a request, and does what it says.',
  sent: {
    action: { is: 'text', words: answers, required: true, means: 'What is done.' },
    message: {
      is: 'message',
      nullable: true,
      most: longestRequestMessage,
      means:
        'To whoever asked: it stands in their mail and in their list. Declining and holding need it.',
    },
    leaveOut: { ...leftOut, type: 'guesthouse.leftLinkOfAnswer', properties: leftLink(linkKinds) },
  },
})

export const answerRequests = operation({
  called: 'Answers',
  means: 'Answers several requests alike, each for itself.',
  sent: {
    ids: {
      is: 'id',
      many: true,
      leastItems: 1,
      mostItems: mostAtOnce,
      required: true,
      means: 'The ids of the requests.',
    },
    ...answerRequest.sent,
    leaveOut: {
      ...leftOut,
      type: 'guesthouse.leftLinkOfAnswers',
      properties: leftOfMany(linkKinds, {
        is: 'id',
        means: 'Of which of the requests; of each where none is named.',
      }),
    },
  },
  answered: {
    value: {
      is: 'object',
      type: 'guesthouse.answered',
      many: true,
      means: 'What became of each.',
      properties: {
        id: { is: 'id', means: 'The id of the request.' },
        done: { is: 'boolean', means: 'Whether it was done.' },
        code: { is: 'text', optional: true, means: 'Why not.' },
        message: { is: 'text', optional: true, means: 'The same in words.' },
      },
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
    dueDateTime: {
      is: 'instant',
      nullable: true,
      byDefault: true,
      means: 'When everything has to be gone; null on hold.',
    },
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
/** What an answer says beside what is done. */
export type AnswerMore = Omit<SentTo<typeof answerRequest>, 'action'>
export type AnswersMore = Omit<SentTo<typeof answerRequests>, 'action' | 'ids'>
/** What became of each of several requests. */
export type AnswerResults = AnsweredBy<typeof answerRequests>
export type Erasure = Answer<typeof erasure>
