/**
 * What a message says: what has changed, and where it was asked for what its subscriber reads of
 * that now.
 */
import { subscribables } from '../access/subscribing.ts'
import type { Change } from '../directory/changes/change.ts'
import type { Database } from '../store/database.ts'
import type { Due } from './due.sql.ts'
import { encrypterFor, type EncryptedContent } from './encrypt.ts'
import type { Message, Sender } from './post.ts'
import { rightOf, type Reader } from './right.ts'
import { notificationsOf } from './told.ts'
import { validationToken } from './validation-token.ts'

/** Which objects are read: for whom, and which properties. */
export type Wanted = Pick<Due, 'tenantId' | 'appId'> & {
  readonly reader: Reader
  readonly kind: 'user' | 'group'
  readonly ids: readonly string[]
  readonly chosen: readonly string[]
}

/**
 * Reads objects as the directory API answers them to a subscriber at their own address, by their
 * ids; whatever is not there, or not shown, is left out. One statement.
 */
export type ReadObjects = (
  db: Database,
  wanted: Wanted,
) => Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>>

/** What telling subscribers needs. */
export type Teller = Sender & { readonly readObjects: ReadObjects }

type Changed = readonly Change[]

const contentsFor = async (
  { db, readObjects }: Teller,
  { tenantId, appId, kind: subscribed, chosen, certificate, certificateId }: Due,
  reader: Reader,
  changes: Changed,
): Promise<ReadonlyMap<string, EncryptedContent> | undefined> => {
  if (chosen === null || certificate === null || certificateId === null) return undefined
  const kind = subscribables[subscribed].of
  const ids = [...new Set(changes.map(({ id }) => id))]
  const found = await readObjects(db, { tenantId, appId, reader, kind, ids, chosen })
  const encrypt = encrypterFor(certificate, certificateId)
  return new Map([...found].map(([id, object]) => [id, encrypt(object)]))
}

/** The message of changes that concern a subscription; undefined when its right is lost. */
export const messageOf = async (
  teller: Teller,
  due: Due,
  changes: Changed,
): Promise<Message | undefined> => {
  const right = await rightOf(teller.db, due)
  if (right === undefined) return undefined
  const contents = await contentsFor(teller, due, right.reader, changes)
  const value = notificationsOf(due, changes, { showsLinks: right.showsLinks, contents })
  if (contents === undefined) return { value }
  return { value, validationTokens: [await validationToken(teller, due)] }
}
