/** The same act on many users at once: those of a list, by object id or user principal name. */
import type { Properties } from '../definition/definition.ts'
import { mostAtOnce } from '../../at-once.ts'
import { operation, type AnsweredBy, type SentTo } from '../definition/operation.ts'
import { linkKinds } from '../../ties.ts'
import { leftOfMany, mostLeftOut } from '../left-out.ts'

const mostOfName = 1_024

export const namedUsers = {
  is: 'text',
  many: true,
  leastItems: 1,
  mostItems: mostAtOnce,
  most: mostOfName,
  required: true,
  means: 'Object ids or user principal names.',
} as const

export const sentOfMany = { users: namedUsers } as const satisfies Properties

export const resultsOfMany = {
  value: {
    is: 'object',
    type: 'guesthouse.resultOfMany',
    many: true,
    means: 'What became of each.',
    properties: {
      user: { is: 'text', means: 'As the list names them.' },
      id: { is: 'id', optional: true, means: 'The object id, where somebody was found.' },
      done: { is: 'boolean', means: 'Whether it is so now; by this, or already before.' },
      skipped: {
        is: 'integer',
        optional: true,
        means: 'How many links did not come back with a restore.',
      },
      leftOut: {
        is: 'integer',
        optional: true,
        means: 'How many links a restore ended by choice.',
      },
      code: { is: 'text', optional: true, means: 'Why not; `already` where it was done before.' },
      message: { is: 'text', optional: true, means: 'The same in words.' },
    },
  },
} as const satisfies Properties

export const restoreMany = operation({
  called: 'Users',
  means: 'Restores deleted users, each for itself.',
  sent: {
    ...sentOfMany,
    leaveOut: {
      is: 'object',
      type: 'guesthouse.leftLinkOfUser',
      many: true,
      mostItems: mostLeftOut,
      means: 'Links that are ended instead of coming back.',
      properties: leftOfMany(linkKinds, {
        is: 'text',
        most: mostOfName,
        means: 'Of which of the users, as the list names them; of each where none is named.',
      }),
    },
  },
  answered: resultsOfMany,
})

export const deleteMany = operation({
  called: 'Users',
  means: 'Deletes users, each for itself; they can be restored.',
  sent: sentOfMany,
  answered: resultsOfMany,
})

export const foreseeDeletion = operation({
  called: 'Users',
  means: 'What deleting these users would come to; nothing is changed.',
  sent: sentOfMany,
  answered: {
    deletable: { is: 'integer', means: 'How many would be deleted.' },
    withRoles: { is: 'integer', means: 'How many of them hold a directory role.' },
    already: { is: 'integer', means: 'How many are deleted already.' },
    refused: {
      is: 'object',
      type: 'guesthouse.refusedOfMany',
      many: true,
      means: 'Who would not be, and why.',
      properties: {
        user: { is: 'text', means: 'As the list names them.' },
        code: { is: 'text', means: 'Why not.' },
        message: { is: 'text', means: 'The same in words.' },
      },
    },
  },
})

export type ForeseenDeletions = AnsweredBy<typeof foreseeDeletion>
export type LeftOfUser = NonNullable<SentTo<typeof restoreMany>['leaveOut']>[number]
export type ManyResults = AnsweredBy<typeof restoreMany>
export type ResultOfMany = ManyResults['value'][number]
