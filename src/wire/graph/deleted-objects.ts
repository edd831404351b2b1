/** Deleted groups and applications of the directory API, and what each was tied to. */
import { applicationProperties } from './applications/application-parts.ts'
import { resource, type Properties } from './definition/definition.ts'
import { byMoment } from './definition/filters.ts'
import { groupNone } from './group-none.ts'
import { group } from './group.ts'

/**
 * What else than users can be restored: groups, service principals, and how applications are
 * registered.
 */
export const objectKindNames = ['group', 'application', 'registration'] as const
export type ObjectKind = (typeof objectKindNames)[number]
/**
 * What the admin centre lists: of applications their service principals, with which how they are
 * registered comes back.
 */
export type ListedKind = Exclude<ObjectKind, 'registration'>

/** What each is called in Graph. */
export const graphTypes = {
  group: 'group',
  application: 'servicePrincipal',
  registration: 'application',
} as const satisfies Readonly<Record<ObjectKind, string>>

/** Where those that are deleted stand, below the root. */
export const deletedSet = (kind: ObjectKind): string =>
  `directory/deletedItems/microsoft.graph.${graphTypes[kind]}`

/** What was tied to a deleted group or application. */
export const objectLinks = {
  group: [
    'member',
    'memberGroup',
    'memberApplication',
    'memberOf',
    'owner',
    'ownerApplication',
    'application',
    'sponsorOf',
  ],
  application: [
    'user',
    'group',
    'memberOf',
    'owner',
    'ownerApplication',
    'ownedGroup',
    'ownedApplication',
    'ownedRegistration',
  ],
  registration: ['owner', 'ownerApplication'],
} as const satisfies Readonly<Record<ObjectKind, readonly string[]>>
export type ObjectLinkKind = (typeof objectLinks)[ObjectKind][number]

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
const { securityIdentifier, visibility } = group.properties

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
    securityIdentifier,
    visibility,
    isAssignableToRole,
    createdDateTime,
    ...groupNone,
    ...whenDeleted,
  },
  navigation: {},
})

export const deletedApplication = resource({
  type: 'application',
  called: 'Application',
  set: 'directory/deletedItems/microsoft.graph.application',
  key: 'id',
  means: 'An application whose registration can still be restored.',
  properties: {
    ...applicationProperties,
    createdDateTime: { is: 'instant', byDefault: true, means: 'When it was registered.' },
    ...whenDeleted,
  },
  navigation: {},
})

export const deletedServicePrincipal = resource({
  type: 'servicePrincipal',
  called: 'ServicePrincipal',
  set: 'directory/deletedItems/microsoft.graph.servicePrincipal',
  key: 'id',
  means: 'A service principal that can still be restored.',
  properties: {
    ...applicationProperties,
    'guesthouse.createdDateTime': { is: 'instant', means: 'When it was made.' },
    ...whenDeleted,
  },
  navigation: {},
})
