/** Deleted users: what a restore brings back, holding, and deleting for good. */
import type { AnswerOf } from '../definition/answer.ts'
import type { Properties, Property } from '../definition/definition.ts'
import { operation, type AnsweredBy, type SentTo } from '../definition/operation.ts'
import { linkKinds } from '../../ties.ts'
import { mostLeftOut } from '../left-out.ts'
import { namedUsers } from './many.ts'

/** Why a link cannot come back. */
export const lostReasons = [
  'groupDeleted',
  'applicationDeleted',
  'appRoleRemoved',
  'userDeleted',
  'roleGone',
  'tooManySponsors',
] as const

/** What stands against a restore. */
export const conflictCodes = [
  'restoreWindowClosed',
  'userPrincipalNameConflict',
  'proxyAddressConflict',
  'personConflict',
  'targetTooHigh',
] as const

/** What names a link: in what comes back, and in what is left out. */
const named = {
  kind: { is: 'text', words: linkKinds, required: true, means: 'Of which kind.' },
  item: {
    is: 'id',
    required: true,
    means: 'What tells it from others of its kind: two roles in one application are two.',
  },
} as const satisfies Properties

const link = {
  ...named,
  id: { is: 'id', means: 'The object at the other end.' },
  displayName: { is: 'name', means: 'Its name.' },
} as const satisfies Properties

const links = (means: string) =>
  ({
    is: 'object',
    type: 'guesthouse.restoreLink',
    many: true,
    means,
    properties: link,
  }) as const satisfies Property

const lostLinks = (means: string) =>
  ({
    is: 'object',
    type: 'guesthouse.lostLink',
    many: true,
    means,
    properties: {
      ...link,
      reason: { is: 'text', words: lostReasons, means: 'Why.' },
      message: { is: 'text', means: 'The same in words.' },
    },
  }) as const satisfies Property

const conflicts = {
  is: 'object',
  type: 'guesthouse.restoreConflict',
  many: true,
  means: 'What stands against it, all of it.',
  properties: {
    code: { is: 'text', words: conflictCodes, means: 'What.' },
    message: { is: 'text', means: 'The same in words.' },
    holder: {
      is: 'object',
      type: 'guesthouse.holder',
      optional: true,
      means: 'Who has it now.',
      properties: {
        id: { is: 'id', means: 'The object id.' },
        displayName: { is: 'name', means: 'The name.' },
      },
    },
  },
} as const satisfies Property

/** What a restore of one would come to. */
export const previewed = {
  comesBack: links('What comes back.'),
  cannotComeBack: lostLinks('What does not.'),
  conflicts,
  asksPerson: {
    is: 'boolean',
    means:
      'Whether the person left, or refuses invitations, and has to say yes before they are back.',
  },
} as const satisfies Properties

export const previewRestore = operation({
  called: 'User',
  means: 'What a restore would bring back.',
  answered: previewed,
})

export const restoreUser = operation({
  called: 'User',
  means: 'Restores the user; the user is answered.',
  sent: {
    newUserPrincipalName: {
      is: 'principalName',
      means: 'The name to sign in with, where the old one is taken.',
    },
    autoReconcileProxyConflict: {
      is: 'boolean',
      means: 'Whether addresses that others have by now are given up.',
    },
    leaveOut: {
      is: 'object',
      type: 'guesthouse.leftLink',
      many: true,
      mostItems: mostLeftOut,
      means: 'Links that are ended instead of coming back.',
      properties: named,
    },
  },
})

/** What a restore came to, at the user that it answers. */
export const restoreReport = {
  'guesthouse.restoreReport': {
    is: 'object',
    type: 'guesthouse.restoreReport',
    means: 'What came back.',
    properties: {
      restored: links('What came back.'),
      skipped: lostLinks('What did not.'),
      leftOut: links('What was ended by choice.'),
      asksPerson: { is: 'boolean', means: 'Whether the person is asked first.' },
    },
  },
} as const satisfies Properties

export const holdUser = operation({
  called: 'Hold',
  means: 'Keeps the user from being erased.',
  sent: {
    reason: {
      is: 'message',
      required: true,
      least: 1,
      most: 1_024,
      means: 'Why, for those who place holds.',
    },
  },
})

/** What became of many who were to be deleted for good. */
export const purgedOfMany = {
  value: {
    is: 'object',
    type: 'guesthouse.purged',
    many: true,
    means: 'What became of each.',
    properties: {
      id: { is: 'text', means: 'The object id, or the name as it was sent.' },
      deleted: { is: 'boolean', means: 'Whether it is gone.' },
      waits: {
        is: 'boolean',
        optional: true,
        means: 'It was asked for, and waits for a second administrator or for its time (R137).',
      },
      code: { is: 'text', optional: true, means: 'Why not.' },
      message: { is: 'text', optional: true, means: 'The same in words.' },
    },
  },
} as const satisfies Properties

export const purgeUsers = operation({
  called: 'PermanentDeletion',
  means: 'Deletes users for good, each for itself.',
  sent: {
    ids: namedUsers,
  },
  answered: purgedOfMany,
})

export type RestorePreview = AnsweredBy<typeof previewRestore>
export type RestoreLink = RestorePreview['comesBack'][number]
export type LostLink = RestorePreview['cannotComeBack'][number]
export type RestoreConflict = RestorePreview['conflicts'][number]
export type RestoreOptions = SentTo<typeof restoreUser>
export type WithRestoreReport = AnswerOf<typeof restoreReport>
export type RestoreReport = WithRestoreReport['guesthouse.restoreReport']
export type PurgeResults = AnsweredBy<typeof purgeUsers>
