/** Whether a subscriber may still read what they are told of, as they are at this moment. */
import { lackOf, type ApplicationHolder, type PersonHolder } from '../access/lack.ts'
import { subscribingNeeds } from '../access/subscribing.ts'
import type { Database } from '../store/database.ts'
import type { Bearer } from '../tokens/account.sql.ts'
import { readApplicationBearer, type ApplicationBearer } from '../tokens/application-bearer.sql.ts'
import { readUnattended } from '../tokens/unattended.sql.ts'
import type { Due } from './due.sql.ts'

/** A subscriber as they are now. */
export type Reader = (Bearer & PersonHolder) | (ApplicationBearer & ApplicationHolder)

const readerOf = async (db: Database, due: Due): Promise<Reader | undefined> => {
  const { tenantId, appId, userId, applicationId, standing, scopes } = due
  if (userId !== null) return readUnattended(db, { tenantId, userId, appId }, { standing, scopes })
  if (applicationId === null) return undefined
  const found = await readApplicationBearer(db, { tenantId, applicationId, appId })
  return found && { ...found, kind: 'application' }
}

/** What of a change may be told, and to whom. */
export type Right = { readonly reader: Reader; readonly showsLinks: boolean }

/**
 * What of a change may be told: undefined for nothing, else whether the links of groups are. One
 * statement.
 */
export const rightOf = async (db: Database, due: Due): Promise<Right | undefined> => {
  const reader = await readerOf(db, due)
  if (reader === undefined || lackOf(reader, subscribingNeeds[due.kind]) !== undefined)
    return undefined
  return { reader, showsLinks: lackOf(reader, subscribingNeeds.groupMembers) === undefined }
}
