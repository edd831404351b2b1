/** What an address names by an alternate key, such as `applications(appId='…')`. */
import { applicationNamed } from '../../directory/applications/exposed/application-named.sql.ts'
import { registrationNamed } from '../../directory/applications/registrations.sql.ts'
import { idIn } from '../../edge/path-id.ts'
import type { EdgeContext } from '../../edge/routes.ts'
import type { TenantId } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import { graphAudience } from '../../tokens/access-token.ts'
import { graphPrincipalId } from '../applications/graph-principal.ts'
import { notFound, unknownSegment } from '../refusals.ts'
import { alternateKey } from './address.ts'

type Finder = (db: Database, tenantId: TenantId, value: string) => Promise<string | undefined>

const registrationByAppId: Finder = async (db, tenantId, value) =>
  idIn(value) === undefined ? undefined : registrationNamed(db, tenantId, value)

const byAppId: Finder = async (db, tenantId, value) =>
  idIn(value) === undefined ? undefined : applicationNamed(db, tenantId, value)

// The directory API is a service principal, and no application that is registered.
const principalByAppId: Finder = async (db, tenantId, value) =>
  value.toLowerCase() === graphAudience ? graphPrincipalId(tenantId) : byAppId(db, tenantId, value)

// A role has the id of its template.
const byTemplate: Finder = (_db, _tenantId, value) => Promise.resolve(value)

/** By collection, then by the key's name, both in small letters. */
const finders: Readonly<Record<string, Readonly<Record<string, Finder>>>> = {
  applications: { appid: registrationByAppId },
  directoryroles: { roletemplateid: byTemplate },
  serviceprincipals: { appid: principalByAppId },
}

/** What stands in these is found by a name too, in which `=` may be. */
const named = new Set(['users'])

/**
 * What the address names as its `id`: an alternate key is looked up, all else stays as written.
 * Refuses a key that the collection has not, and a value that nothing has.
 */
export const resolveKey = async (
  db: Database,
  tenantId: TenantId,
  c: EdgeContext,
): Promise<string> => {
  const written = c.req.param('id') ?? ''
  const [, name, value] = alternateKey.exec(written) ?? []
  const [, , collection = ''] = c.req.path.split('/')
  if (name === undefined || value === undefined || named.has(collection)) return written
  const find = finders[collection.toLowerCase()]?.[name.toLowerCase()]
  if (find === undefined) throw unknownSegment(`${collection}(${written})`)
  const id = await find(db, tenantId, value)
  if (id === undefined) throw notFound(value)
  return id
}
