/**
 * The keys of people in backups, in a file outside the store and outside every backup: records of
 * one length, so that a key is destroyed where it stands.
 */
import { existsSync, readFileSync } from 'node:fs'
import type { TenantId, UserId } from '../../kernel/ids.ts'

/** A user of one organization: whose key it is. */
export type Whose = { readonly tenantId: TenantId; readonly userId: UserId }

/** A file that does not hold keys, or no longer. */
export class UnreadableKeys extends Error {
  override name = 'UnreadableKeys'
}

const idChars = 36
export const keyChars = 44
export const keyAt = 2 * (idChars + 1)
export const recordChars = keyAt + keyChars + 1
const record = /^[0-9a-f-]{36} [0-9a-f-]{36} [A-Za-z0-9+/=-]{44}\n$/

type Record = Whose & {
  /** Undefined of a key that was destroyed. */
  readonly key: Buffer | undefined
  readonly at: number
}

export const parsed = (file: string, text: string, at: number): Record => {
  if (!record.test(text))
    throw new UnreadableKeys(
      `${file} cannot be read at record ${at / recordChars + 1}. Put back the newest copy of it.`,
    )
  const key = text.slice(keyAt, keyAt + keyChars)
  return {
    tenantId: text.slice(0, idChars) as TenantId,
    userId: text.slice(idChars + 1, keyAt - 1) as UserId,
    // One stroke is enough: whoever began to write over it was cut off.
    key: key.includes('-') ? undefined : Buffer.from(key, 'base64'),
    at,
  }
}

/** What `file` holds; nothing when it is not there. A last record that was cut off is none. */
export function* recordsOf(file: string): Generator<Record> {
  if (!existsSync(file)) return
  const bytes = readFileSync(file)
  for (let at = 0; at + recordChars <= bytes.length; at += recordChars)
    yield parsed(file, bytes.toString('latin1', at, at + recordChars), at)
}

export type Keys = {
  readonly stateOf: (userId: string) => 'there' | 'destroyed' | 'missing'
  /** The key of somebody; undefined when it is destroyed or missing. */
  readonly keyOf: (userId: string) => Buffer | undefined
}

/** The keys in `file`. It takes about 150 bytes of memory for each. */
export const readKeys = (file: string): Keys => {
  const known = new Map<string, Buffer | undefined>()
  for (const { userId, key } of recordsOf(file)) known.set(userId, key)
  return {
    stateOf: (userId) =>
      known.has(userId) ? (known.get(userId) === undefined ? 'destroyed' : 'there') : 'missing',
    keyOf: (userId) => known.get(userId),
  }
}
