/** The group of the directory API: a security group of users. */
import { byCount, byMoment, byText } from './definition/filters.ts'
import { named } from './named.ts'
import type { Answer } from './definition/answer.ts'
import { optionalText, resource } from './definition/definition.ts'
import type { Change, Creation } from './definition/sent.ts'

/** Texts of groups take fewer operators than those of users. */
const byLongText = {
  eq: 'plain',
  ne: 'advanced',
  ge: 'plain',
  le: 'plain',
  startsWith: 'plain',
} as const

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
      searched: true,
      column: 'description',
      means: 'What it is for.',
    },
    mailNickname: {
      is: 'nickname',
      most: 64,
      byDefault: true,
      write: 'always',
      filter: byText,
      column: 'mail_nickname',
      means: 'The mail alias; made from the name where none is given.',
    },
    isAssignableToRole: {
      is: 'boolean',
      byDefault: true,
      write: 'create',
      filter: { eq: 'plain', ne: 'advanced' },
      column: 'is_assignable_to_role',
      means: 'Whether directory roles can be assigned to it; settled when it is made.',
    },
    createdDateTime: {
      is: 'instant',
      byDefault: true,
      filter: {
        ...byMoment,
        eq: 'advanced',
        ge: 'advanced',
        gt: 'advanced',
        le: 'advanced',
        lt: 'advanced',
      },
      column: 'created_at',
      means: 'When the group was made.',
    },
    deletedDateTime: {
      is: 'instant',
      nullable: true,
      byDefault: true,
      means: 'Null: deleted groups are not listed.',
    },
    mail: {
      is: 'address',
      nullable: true,
      byDefault: true,
      means: 'Null: groups have no mailbox here.',
    },
    // What scripts written for Graph send along; anything else than a plain security group is
    // refused.
    mailEnabled: {
      is: 'boolean',
      only: false,
      byDefault: true,
      write: 'create',
      means: 'False: groups have no mailbox here.',
    },
    securityEnabled: {
      is: 'boolean',
      only: true,
      byDefault: true,
      write: 'create',
      means: 'True: a group gives access.',
    },
    groupTypes: {
      is: 'text',
      many: true,
      mostItems: 0,
      byDefault: true,
      write: 'create',
      means: 'Empty: a plain security group.',
    },
  },
  navigation: {
    members: { to: 'directoryObject', many: true, means: 'Who is in it.' },
    owners: { to: 'directoryObject', many: true, filter: byCount, means: 'Who answers for it.' },
    appRoleAssignments: {
      to: 'appRoleAssignment',
      many: true,
      means: 'Applications assigned to it.',
    },
  },
})

export type Group = Answer<typeof group>
export type NewGroup = Creation<typeof group>
export type GroupProperties = Change<typeof group>
