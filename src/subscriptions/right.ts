/** Whether a subscriber may still read what they are told of, as they are at this moment. */
import { lackOf, type Holder } from '../access/lack.ts'
import { subscribingNeeds } from '../access/subscribing.ts'
import type { Database } from '../store/database.ts'
import { readApplicationBearer } from '../tokens/application-bearer.sql.ts'
import { readUnattended } from '../tokens/unattended.sql.ts'
import type { Due } from './due.sql.ts'

const holderOf = async (db: Database, due: Due): Promise<Holder | undefined> => {
  const { tenantId, appId, userId, applicationId, standing, scopes } = due
  if (userId !== null) return readUnattended(db, { tenantId, userId, appId }, { standing, scopes })
  if (applicationId === null) return undefined
  const found = await readApplicationBearer(db, { tenantId, applicationId, appId })
  return found && { ...found, kind: 'application' }
}

/**
 * What of a change may be told: undefined for nothing, else whether the links of groups are. One
 * statement.
 */
export const rightOf = async (
  db: Database,
  due: Due,
): Promise<{ readonly showsLinks: boolean } | undefined> => {
  const holder = await holderOf(db, due)
  if (holder === undefined || lackOf(holder, subscribingNeeds[due.kind]) !== undefined)
    return undefined
  return { showsLinks: lackOf(holder, subscribingNeeds.groupMembers) === undefined }
}
