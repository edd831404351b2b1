/** Devices that have signed in to an account before. */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { nameKey } from '../kernel/principal-name.ts'
import type { Database } from '../store/database.ts'
import { installationSecret, keyedDigest } from '../store/installation-secret.ts'

// A device cookie is `<key>.<digest of account and key>`: it proves that this browser has signed in
// to this account before.
const digestOf = async (db: Database, account: string, key: string): Promise<Buffer> =>
  keyedDigest(await installationSecret(db, 'device'), account, key)

export const foldedName = (userPrincipalName: string): string =>
  nameKey(userPrincipalName.slice(0, 1_024)).slice(0, 320)

/** The device's key, when its cookie was given for the account of this name. */
export const knownDevice = async (
  db: Database,
  userPrincipalName: string,
  cookie: string | undefined,
): Promise<string | undefined> => {
  const account = foldedName(userPrincipalName)
  const [key = '', digest = ''] = cookie?.split('.') ?? []
  if (key === '') return undefined
  const expected = await digestOf(db, account, key)
  const found = Buffer.from(digest, 'base64url')
  return found.length === expected.length && timingSafeEqual(found, expected) ? key : undefined
}

export const newDeviceCookie = async (
  db: Database,
  account: string,
  before: string | undefined,
): Promise<string> => {
  const key = (await knownDevice(db, account, before)) ?? randomBytes(16).toString('base64url')
  return `${key}.${(await digestOf(db, account, key)).toString('base64url')}`
}
