/** The group of the directory API: a security group of users. */
import { byCount, byEquality, byRareMoment, byText } from './definition/filters.ts'
import { groupNone } from './group-none.ts'
import { bound, named } from './named.ts'
import { identity } from './users/user-identity.ts'
import type { Answer } from './definition/answer.ts'
import { none, optionalText, resource } from './definition/definition.ts'
import type { Change, Creation } from './definition/sent.ts'

/** Texts of groups take fewer operators than those of users. */
const byLongText = {
  eq: 'plain',
  ne: 'advanced',
  ge: 'plain',
  le: 'plain',
  startsWith: 'plain',
} as const

const visibilities = ['Private', 'Public'] as const
export type Visibility = (typeof visibilities)[number]

export const group = resource({
  type: 'group',
  called: 'Group',
  set: 'groups',
  key: 'id',
  means: 'Users of one organization who are given something together.',
  properties: {
    ...named,
    description: {
      ...optionalText,
      most: 1_024,
      byDefault: true,
      filter: byLongText,
      inWords: true,
      column: 'description',
      means: 'What it is for.',
    },
    mailNickname: {
      is: 'nickname',
      most: 64,
      byDefault: true,
      write: 'always',
      filter: byText,
      searched: true,
      column: 'mail_nickname',
      means: 'The mail alias; made from the name where none is given.',
    },
    securityIdentifier: { ...identity.securityIdentifier, byDefault: true },
    isAssignableToRole: {
      is: 'boolean',
      byDefault: true,
      write: 'create',
      filter: byEquality,
      column: 'is_assignable_to_role',
      means: 'Whether directory roles can be assigned to it; settled when it is made.',
    },
    visibility: {
      is: 'text',
      words: visibilities,
      byDefault: true,
      write: 'always',
      column: 'visibility',
      means:
        'What was said of it. It opens nothing: who is in a group has been put there, and who sees it is said for everybody by the levels of guests and roles.',
    },
    createdDateTime: {
      is: 'instant',
      byDefault: true,
      filter: {
        ...byRareMoment,
        gt: 'advanced',
        lt: 'advanced',
      },
      column: 'created_at',
      means: 'When the group was made.',
    },
    deletedDateTime: {
      ...none,
      is: 'instant',
      byDefault: true,
      means: 'Null: deleted groups are not listed.',
    },
    ...groupNone,
    'members@odata.bind': {
      ...bound,
      means: 'Objects to be members, by their addresses; with owners at most 20, all or none.',
    },
    'owners@odata.bind': {
      ...bound,
      means: 'Users and applications to be owners, in the same way.',
    },
  },
  navigation: {
    members: { to: 'directoryObject', many: true, expands: true, means: 'Who is in it.' },
    memberOf: { to: 'directoryObject', many: true, expands: true, means: 'Groups that it is in.' },
    owners: {
      to: 'directoryObject',
      many: true,
      expands: true,
      filter: byCount,
      means: 'Who answers for it.',
    },
    appRoleAssignments: {
      to: 'appRoleAssignment',
      many: true,
      expands: true,
      means: 'Applications assigned to it.',
    },
  },
})

export type Group = Answer<typeof group>
export type NewGroup = Creation<typeof group>
export type GroupProperties = Change<typeof group>
