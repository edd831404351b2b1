/** Restoring deleted groups and applications: what would come back, and what is left out. */
import { mostAtOnce } from '../at-once.ts'
import { objectKindNames, objectLinks, type ObjectKind } from './deleted-objects.ts'
import type { Properties, Property } from './definition/definition.ts'
import { operation, type AnsweredBy, type SentTo } from './definition/operation.ts'
import { purgedOfMany } from './users/restoring.ts'
import { previewedAtOnce } from './users/previewing.ts'
import { leftLink, leftOfMany, mostLeftOut } from './left-out.ts'

/** Why something of one does not come back. */
export const objectLostReasons = [
  'userDeleted',
  'groupDeleted',
  'applicationDeleted',
  'appRoleRemoved',
  'tooManySponsors',
] as const

/** What stands against restoring one. */
export const objectConflictCodes = [
  'restoreWindowClosed',
  'needsRoleAssigner',
  'needsScopeGiver',
  'hasAnother',
] as const

/** So many links of each kind are shown one by one; a group can have any number of members. */
export const shownOfEach = 100
/** Of those that do not come back so many are named. */
export const namesOfLost = 10

const kinds = [...new Set(objectKindNames.flatMap((kind) => objectLinks[kind]))]

const counts = {
  kind: { is: 'text', words: kinds, means: 'Of which kind.' },
  count: { is: 'integer', means: 'How many.' },
} as const satisfies Properties

const items = {
  is: 'object',
  type: 'guesthouse.objectLink',
  many: true,
  means: `The first ${shownOfEach} of them by name.`,
  properties: {
    item: { is: 'id', means: 'What tells it from others of its kind.' },
    displayName: { is: 'name', means: 'The name of what is at the other end.' },
  },
} as const satisfies Property

const lost = {
  ...counts,
  reason: { is: 'text', words: objectLostReasons, means: 'Why.' },
  names: { is: 'name', many: true, means: `The first ${namesOfLost} of them.` },
} as const satisfies Properties

const cannotComeBack = {
  is: 'object',
  type: 'guesthouse.lostLinks',
  many: true,
  means: 'What does not, counted by kind and reason.',
  properties: lost,
} as const satisfies Property

const counted = (means: string) =>
  ({
    is: 'object',
    type: 'guesthouse.countedLinks',
    many: true,
    means,
    properties: counts,
  }) as const satisfies Property

const previewed = {
  comesBack: {
    is: 'object',
    type: 'guesthouse.restoredLinks',
    many: true,
    means: 'What comes back, counted by kind.',
    properties: { ...counts, items },
  },
  cannotComeBack,
  conflicts: {
    is: 'object',
    type: 'guesthouse.objectConflict',
    many: true,
    means: 'What stands against it, all of it.',
    properties: {
      code: { is: 'text', words: objectConflictCodes, means: 'What.' },
      message: { is: 'text', means: 'The same in words.' },
    },
  },
  namesake: {
    is: 'name',
    nullable: true,
    means: 'The name, where another has it by now; the two are then called alike.',
  },
} as const satisfies Properties

export const previewObjectRestore = operation({
  called: 'DirectoryObject',
  means: 'What a restore of a group or an application would bring back.',
  answered: previewed,
})

/** What a restore came to, at the object that it answers. */
export const objectRestoreReport = {
  'guesthouse.objectRestoreReport': {
    is: 'object',
    type: 'guesthouse.objectRestoreReport',
    means: 'What came back.',
    properties: {
      comesBack: counted('What came back, counted by kind.'),
      cannotComeBack,
      leftOut: counted('What was ended by choice, counted by kind.'),
    },
  },
} as const satisfies Properties

const restoring = (kind: ObjectKind) =>
  operation({
    called: 'DirectoryObject',
    means: 'Restores it; it is answered.',
    sent: {
      leaveOut: {
        is: 'object',
        type: 'guesthouse.leftObjectLink',
        many: true,
        mostItems: mostLeftOut,
        means: 'Links that are ended instead of coming back.',
        properties: leftLink(objectLinks[kind]),
      },
    },
  })

const ids = {
  is: 'id',
  many: true,
  leastItems: 1,
  mostItems: mostAtOnce,
  required: true,
  means: 'The object ids.',
} as const satisfies Property

const why = {
  code: { is: 'text', optional: true, means: 'Why not; `already` where it is back.' },
  message: { is: 'text', optional: true, means: 'The same in words.' },
} as const satisfies Properties

const id = { is: 'id', means: 'The object id.' } as const satisfies Property

const restoringMany = (kind: ObjectKind, means: string) =>
  operation({
    called: 'DirectoryObjects',
    means,
    sent: {
      ids,
      leaveOut: {
        is: 'object',
        type: 'guesthouse.leftLinkOfMany',
        many: true,
        mostItems: mostLeftOut,
        means: 'Links that are ended instead of coming back.',
        properties: leftOfMany(objectLinks[kind], {
          is: 'id',
          means: 'Of which of the objects; of each where none is named.',
        }),
      },
    },
    answered: {
      value: {
        is: 'object',
        type: 'guesthouse.restoredObject',
        many: true,
        means: 'What became of each.',
        properties: {
          id,
          done: { is: 'boolean', means: 'Whether it is back; by this, or already before.' },
          skipped: { is: 'integer', optional: true, means: 'How many links did not come back.' },
          leftOut: { is: 'integer', optional: true, means: 'How many were ended by choice.' },
          ...why,
        },
      },
    },
  })

const previewingMany = (means: string) =>
  operation({
    called: 'DirectoryObjects',
    means,
    sent: { ids: { ...ids, mostItems: previewedAtOnce } },
    answered: {
      value: {
        is: 'object',
        type: 'guesthouse.previewedObject',
        many: true,
        means: 'What would come of each, as if it were restored alone.',
        properties: { id, ...previewed, ...why },
      },
    },
  })

const purgingMany = (means: string) =>
  operation({ called: 'DirectoryObjects', means, sent: { ids }, answered: purgedOfMany })

/** What is done with those of each kind. */
export const restoringObjects = {
  group: {
    one: restoring('group'),
    many: restoringMany('group', 'Restores deleted groups, each for itself.'),
    previews: previewingMany('What a restore of each of these groups would bring back.'),
    purges: purgingMany('Deletes groups for good, each for itself.'),
  },
  application: {
    one: restoring('application'),
    many: restoringMany('application', 'Restores deleted applications, each for itself.'),
    previews: previewingMany('What a restore of each of these applications would bring back.'),
    purges: purgingMany('Deletes applications for good, each for itself.'),
  },
  registration: {
    one: restoring('registration'),
    many: restoringMany(
      'registration',
      'Restores how applications are registered, each for itself.',
    ),
    previews: previewingMany('What a restore of each of these would bring back.'),
    purges: purgingMany('Deletes them for good, each for itself, and their service principals.'),
  },
} as const

export type ObjectRestorePreview = AnsweredBy<typeof previewObjectRestore>
export type ObjectRestorePreviews = AnsweredBy<(typeof restoringObjects)['group']['previews']>
export type RestoredObjects = AnsweredBy<(typeof restoringObjects)['group']['many']>
export type ObjectLeaveOut = SentTo<(typeof restoringObjects)[ObjectKind]['one']>['leaveOut']
export type LeftOfMany = NonNullable<
  SentTo<(typeof restoringObjects)[ObjectKind]['many']>['leaveOut']
>[number]
