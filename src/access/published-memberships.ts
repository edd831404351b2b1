/** What published.ts says, of memberships and of objects of any type. */
import { both, orOwned, readApplications, readUsers, type Scopes } from './published-parts.ts'

const asked = `${readApplications} Group.Read.All Group.ReadWrite.All GroupMember.Read.All User.Read.All`
const checked = `${asked} User.ReadWrite.All`
const readGroups = 'Directory.Read.All Directory.ReadWrite.All Group.Read.All GroupMember.Read.All'

/** As published, each under its published method and path. */
export const publishedMemberships = {
  'GET /users/{id}/transitiveMemberOf': both(`${readGroups} User.Read.All`),
  'GET /users/{id}/createdObjects': both(readUsers),
  'GET /users/{id}/sponsorOf': both('User.Read.All User.ReadWrite.All'),
  'GET /groups/{id}/memberOf': both(readGroups),
  'GET /groups/{id}/transitiveMemberOf': {
    people: readGroups,
    applications: 'Directory.Read.All Directory.ReadWrite.All',
  },
  'GET /groups/{id}/transitiveMembers': both(
    'Directory.Read.All Group.Read.All Group.ReadWrite.All GroupMember.Read.All GroupMember.ReadWrite.All',
  ),
  'GET /servicePrincipals/{id}/memberOf': orOwned(readApplications),
  'GET /servicePrincipals/{id}/transitiveMemberOf': both(readApplications),
  'GET /directoryObjects/{id}': both('Directory.Read.All'),
  'POST /directoryObjects/getByIds': both('Directory.Read.All'),
  'POST /directory/deletedItems/getUserOwnedObjects': both('Group.Read.All Group.ReadWrite.All'),
  'POST /users/{id}/checkMemberGroups': both(checked),
  'POST /users/{id}/checkMemberObjects': both(checked),
  'POST /users/{id}/getMemberGroups': both(asked),
  'POST /users/{id}/getMemberObjects': both(checked),
  'POST /groups/{id}/checkMemberGroups': both(checked),
  'POST /groups/{id}/checkMemberObjects': both(checked),
  'POST /groups/{id}/getMemberGroups': both(asked),
  'POST /groups/{id}/getMemberObjects': both(checked),
  'POST /servicePrincipals/{id}/checkMemberGroups': both(checked),
  'POST /servicePrincipals/{id}/checkMemberObjects': both(checked),
  'POST /servicePrincipals/{id}/getMemberGroups': both(asked),
  'POST /servicePrincipals/{id}/getMemberObjects': both(checked),
  'POST /directoryObjects/{id}/checkMemberGroups': both(checked),
  'POST /directoryObjects/{id}/checkMemberObjects': both(checked),
  'POST /directoryObjects/{id}/getMemberGroups': both(asked),
  'POST /directoryObjects/{id}/getMemberObjects': both(checked),
} satisfies Record<string, Scopes>
