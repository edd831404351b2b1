/**
 * Which types of objects a caller reads, where one list holds several: by the permissions of each
 * type by itself, as they are published for it.
 */
import { lackOf, type Holder } from './lack.ts'
import { needToSee, type Need } from './permission.ts'

/** What reading an object of a type by itself asks. */
const reading: Readonly<Record<string, Need>> = {
  user: needToSee('user', 'GET /users/{id}'),
  group: needToSee('group', 'GET /groups/{id}'),
  application: needToSee('applications', 'GET /applications/{id}'),
  servicePrincipal: needToSee('applications', 'GET /servicePrincipals/{id}'),
  directoryRole: needToSee('roles', 'GET /directoryRoles/{id}'),
}

/**
 * Whether what the caller's token was given for, or what an application was given, reads objects of
 * this type at all. What of them a person is shown is asked beside.
 */
export const readsType = (caller: Holder, type: string): boolean => {
  const need = reading[type]
  const lack = need && lackOf(caller, need)
  return lack === undefined || lack.what === 'role'
}
