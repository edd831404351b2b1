/** What is a caller's own: themselves, their groups, and what an application owns. */
import { ownedCounts } from '../access/lack.ts'
import type { Permission } from '../access/permission.ts'
import { ownsApplication } from '../directory/links/owning/owner-applications.sql.ts'
import { isInGroup } from '../directory/links/owning/owners.sql.ts'
import type { Services } from '../edge/routes.ts'
import { isUuid } from '../kernel/ids.ts'
import type { ApplicationCaller, Caller } from './bearer-caller.ts'
import { userNamed } from './users/param.ts'

/**
 * Whether what the address names is the caller's own: of people themselves, or a group that they
 * are in or own; of an application another one that it owns, or one that is being made.
 */
export const namesOwn = async (
  { db }: Services,
  name: string,
  caller: Caller,
  { need }: Permission,
) => {
  const { action, sight } = need
  if (caller.kind === 'application') return ownedCounts(need) && programOwns(db, caller, name)
  const { tenantId, userId } = caller
  if (action === 'self.read') return true
  if (sight === 'user' || sight === 'userLinks')
    return (await userNamed(db, tenantId, name)) === userId
  return (
    (sight === 'group' || sight === 'groupMembers') &&
    isUuid(name) &&
    isInGroup(db, tenantId, name, userId)
  )
}

// An application is nobody of the organization, and in none of its groups. What it makes, where no
// object is named, is its own, which whoever makes it sees to (owned.ts).
const programOwns = async (
  db: Services['db'],
  { tenantId, applicationId }: ApplicationCaller,
  name: string,
): Promise<boolean> =>
  name === '' || (isUuid(name) && (await ownsApplication(db, tenantId, applicationId, name)))
