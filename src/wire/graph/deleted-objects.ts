/** Deleted groups and applications of the directory API, and what a restore of one brings back. */
import { applicationProperties } from './applications/application-parts.ts'
import { resource, type Properties } from './definition/definition.ts'
import { byMoment } from './definition/filters.ts'
import { group } from './group.ts'
import { operation, type AnsweredBy } from './definition/operation.ts'

/** What else than users can be restored. */
export const objectKindNames = ['group', 'application'] as const
export type ObjectKind = (typeof objectKindNames)[number]

/** What was tied to a deleted group or application. */
export const objectLinkKinds = [
  'member',
  'owner',
  'application',
  'sponsorOf',
  'user',
  'group',
] as const
export type ObjectLinkKind = (typeof objectLinkKinds)[number]

/** Why something of it does not come back. */
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
] as const

const whenDeleted = {
  deletedDateTime: {
    is: 'instant',
    byDefault: true,
    filter: byMoment,
    orders: true,
    column: 'deleted_at',
    means: 'When it was deleted.',
  },
  'guesthouse.permanentDeletionDateTime': {
    is: 'instant',
    means: 'Until then it can be restored.',
  },
  'guesthouse.daysLeft': { is: 'integer', means: 'How many days that is.' },
} as const satisfies Properties

const { id, displayName, description, mailNickname, isAssignableToRole, createdDateTime } =
  group.properties

export const deletedGroup = resource({
  type: 'group',
  called: 'Group',
  set: 'directory/deletedItems/microsoft.graph.group',
  key: 'id',
  means: 'A group that can still be restored.',
  properties: {
    id,
    displayName,
    description,
    mailNickname,
    isAssignableToRole,
    createdDateTime,
    ...whenDeleted,
  },
  navigation: {},
})

export const deletedApplication = resource({
  type: 'application',
  called: 'Application',
  set: 'directory/deletedItems/microsoft.graph.application',
  key: 'id',
  means: 'An application that can still be restored.',
  properties: {
    ...applicationProperties,
    createdDateTime: { is: 'instant', byDefault: true, means: 'When it was registered.' },
    ...whenDeleted,
  },
  navigation: {},
})

const counts = {
  kind: { is: 'text', words: objectLinkKinds, means: 'Of which kind.' },
  count: { is: 'integer', means: 'How many.' },
} as const satisfies Properties

const plan = {
  comesBack: {
    is: 'object',
    type: 'guesthouse.restoredLinks',
    many: true,
    means: 'What comes back, counted by kind.',
    properties: counts,
  },
  cannotComeBack: {
    is: 'object',
    type: 'guesthouse.lostLinks',
    many: true,
    means: 'What does not, counted by kind and reason.',
    properties: {
      ...counts,
      reason: { is: 'text', words: objectLostReasons, means: 'Why.' },
      names: { is: 'name', many: true, means: 'Ten of them by name.' },
    },
  },
} as const satisfies Properties

export const previewObjectRestore = operation({
  called: 'DirectoryObject',
  means: 'What a restore of a group or an application would bring back.',
  answered: {
    ...plan,
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
  },
})

/** What a restore came to, at the object that it answers. */
export const objectRestoreReport = {
  'guesthouse.objectRestoreReport': {
    is: 'object',
    type: 'guesthouse.objectRestoreReport',
    means: 'What came back.',
    properties: plan,
  },
} as const satisfies Properties

export type ObjectRestorePreview = AnsweredBy<typeof previewObjectRestore>
