/** What a user is linked to, each at an address of its own. */
import type { Navigation } from '../definition/definition.ts'
import { byCount } from '../definition/filters.ts'

export const userLinks = {
  memberOf: {
    to: 'directoryObject',
    many: true,
    expands: true,
    means: 'Groups that they are in, and directory roles that they hold.',
  },
  transitiveMemberOf: {
    to: 'directoryObject',
    many: true,
    expands: true,
    means: 'Groups that they are in, by themselves or through others.',
  },
  ownedObjects: {
    to: 'directoryObject',
    many: true,
    expands: true,
    means: 'Groups and applications that they own.',
  },
  directReports: {
    to: 'directoryObject',
    many: true,
    expands: true,
    means: 'Who reports to them.',
  },
  manager: { to: 'directoryObject', expands: true, means: 'Whom they report to.' },
  sponsors: {
    to: 'directoryObject',
    many: true,
    expands: true,
    filter: byCount,
    means: 'Users and groups that answer for a guest.',
  },
  appRoleAssignments: {
    to: 'appRoleAssignment',
    many: true,
    expands: true,
    means: 'Applications assigned to them.',
  },
} as const satisfies Readonly<Record<string, Navigation>>
