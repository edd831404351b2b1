/** The pages about applications, in English. */
import { groups } from './groups.ts'

export const applications = {
  search: 'Search applications',
  tools: 'Find and add applications',
  new: 'New application',
  create: 'Create',
  created: (name: string) => `The application ${name} is created.`,
  empty: 'No applications yet',
  emptyHint: 'What users and groups are assigned to is here. Make the first with New application.',
  homepage: 'Home page',
  homepageHint: 'Where the tile in the portal leads, for example https://expenses.contoso.example',
  tabs: 'Parts of this application',
  tabAssignments: 'Users and groups',
  tabRoles: 'App roles',
  tabOwners: 'Owners',
  tabProperties: 'Properties',
  ofItsHome:
    'This belongs to the organization in which the application is registered, which alone can change it.',
  deleteHereText:
    'Nobody here signs in to it any more, and it can do nothing here. In its own organization it stays. Until the retention time is over you can restore it under Deleted applications.',
  editTitle: (name: string) => `Edit ${name}`,
  saved: (name: string) => `The application ${name} is saved.`,
  deleteTitle: (name: string) => `Delete the application ${name}?`,
  deleteText:
    'Everybody who is assigned to it loses it, and nobody can sign in to it. Until the retention time is over you can restore it under Deleted applications, with its owners and assignments.',
  deleted: (name: string) => `The application ${name} is deleted.`,
  appRole: 'App role',
  appRoles: 'App roles',
  newRole: 'New app role',
  roleTitle: (name: string) => `Edit the app role ${name}`,
  roleName: 'Name',
  roleValue: 'Value',
  roleValueHint: 'What the application is told, one word without spaces, for example approve',
  roleSaved: (name: string) => `The app role ${name} is saved.`,
  roleDeleteTitle: (name: string) => `Delete the app role ${name}?`,
  roleDeleteText:
    'Everybody who is assigned to the application with this role loses that assignment.',
  roleDeleted: (name: string) => `The app role ${name} is deleted.`,
  rolesEmpty: 'No app roles',
  rolesEmptyHint:
    'Without app roles everybody who is assigned has default access. Make roles with New app role.',
  defaultAccess: 'Default access',
  editRole: (name: string) => `Edit ${name}`,
  deleteRole: (name: string) => `Delete ${name}`,
  assign: 'Assign',
  assignTitle: 'Assign a user or group',
  assignPick: 'User or group',
  assignApplication: 'Assign an application',
  application: 'Application',
  principal: 'User or group',
  assigned: (name: string) => `${name} is assigned.`,
  assignedOn: 'Assigned',
  unassignTitle: (name: string) => `Remove the assignment of ${name}?`,
  unassignText: 'The access ends at once. It can be assigned again.',
  unassigned: (name: string) => `The assignment of ${name} is removed.`,
  assignmentsEmpty: 'Nobody is assigned',
  assignmentsEmptyHint:
    'Users and groups are here when they are assigned to this application. Do it with Assign.',
  userAssignmentsEmpty: 'No applications',
  userAssignmentsEmptyHint:
    'Applications are here when they are assigned. Do it with Assign an application. What comes through a group is on the group’s page.',
  groupAssignmentsEmpty: 'No applications',
  groupAssignmentsEmptyHint:
    'Applications are here when this group is assigned to them, on the application’s page.',
  owners: {
    ...groups.owners,
    removeText: (name: string) => `${name} will no longer answer for this application.`,
    emptyHint: 'An owner answers for the application. Name one with Add owner.',
  },
}

export type ApplicationWords = typeof applications
