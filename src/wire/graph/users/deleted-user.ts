/** A deleted user of the directory API: the user, and what became of them. */
import { byMoment } from '../definition/filters.ts'
import { resource } from '../definition/definition.ts'
import { holdUser } from './restoring.ts'
import { user } from './user.ts'
import { deletedByKinds } from '../../deleted-by.ts'

const { lastSignInDateTime } = user.properties.signInActivity.properties
const signInActivity = {
  ...user.properties.signInActivity,
  properties: {
    ...user.properties.signInActivity.properties,
    lastSignInDateTime: { ...lastSignInDateTime, orders: undefined },
  },
} as const

export const deletedUser = resource({
  ...user,
  set: 'directory/deletedItems/microsoft.graph.user',
  means: 'A user who can still be restored.',
  properties: {
    ...user.properties,
    createdDateTime: { ...user.properties.createdDateTime, orders: undefined },
    deletedDateTime: { ...user.properties.deletedDateTime, filter: byMoment, orders: true },
    signInActivity,
    'guesthouse.permanentDeletionDateTime': {
      is: 'instant',
      nullable: true,
      means: 'Until then the user can be restored, and is permanently deleted then; null on hold.',
    },
    'guesthouse.daysLeft': {
      is: 'integer',
      nullable: true,
      means: 'How many days that is; null on hold.',
    },
    'guesthouse.isRestorable': {
      is: 'boolean',
      means: 'Whether the time in which they can be restored is not over; told on hold too.',
    },
    'guesthouse.deletedBy': {
      is: 'object',
      type: 'guesthouse.deletedBy',
      means: 'Who ended it.',
      properties: {
        kind: {
          is: 'text',
          words: deletedByKinds,
          means: 'What they were in this.',
        },
        id: { is: 'id', nullable: true, means: 'Their object id.' },
        displayName: { is: 'name', nullable: true, means: 'Their name.' },
      },
    },
    'guesthouse.originalUserPrincipalName': {
      is: 'principalName',
      means: 'The name they signed in with.',
    },
    'guesthouse.hold': {
      is: 'object',
      type: 'guesthouse.hold',
      nullable: true,
      means: 'Why they are not erased in time; null when they are.',
      properties: {
        reason: {
          is: 'text',
          nullable: true,
          most: holdUser.sent.reason.most,
          means: 'The reason, for those who place holds.',
        },
        since: { is: 'instant', means: 'Since when.' },
      },
    },
  },
  navigation: {},
})

/** One by itself: when they were deleted belongs to every object that was. */
export const deletedObject = resource({
  ...deletedUser,
  properties: {
    ...deletedUser.properties,
    deletedDateTime: { ...deletedUser.properties.deletedDateTime, byDefault: true },
  },
})
