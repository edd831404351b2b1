/**
 * The chain of an organization's audit log: what stands in a link, and by what it is tied to the
 * one before. Pure, and the same for whoever makes links and whoever looks at them.
 */
import { createHmac, randomBytes } from 'node:crypto'

/** An entry as it is counted: every column as the text that the store gives, and its address. */
export type Entry = {
  readonly tenantId: string
  readonly id: string
  readonly at: Date
  readonly isSignIn: boolean
  /** All columns but the address, as one text of JSON. */
  readonly content: string
  readonly address: string | null
}

export type Link = {
  readonly tenantId: string
  readonly seq: number
  readonly eventId: string
  readonly at: Date
  readonly isSignIn: boolean
  readonly digest: Buffer
  readonly addressDigest: Buffer | null
  readonly hash: Buffer
}

/** Where a chain begins or ends: the number and the hash of a link. */
export type End = { readonly seq: number; readonly hash: Buffer }

/** The key of the chains: from the key that is not in the store, for this use alone. */
export const chainKey = (sealKey: Buffer): Buffer =>
  createHmac('sha256', sealKey).update('guesthouse audit chain').digest()

const mac = (key: Buffer, ...parts: readonly (string | Buffer)[]): Buffer => {
  const made = createHmac('sha256', key)
  // Each part with its length, so that no two rows of parts read alike.
  for (const part of parts) {
    const bytes = Buffer.from(part)
    made.update(`${bytes.length}:`).update(bytes)
  }
  return made.digest()
}

/** Before the first link of an organization. */
export const beginningOf = (key: Buffer, tenantId: string): End => ({
  seq: 0,
  hash: mac(key, 'beginning', tenantId),
})

/** What shows that an end was written by who has the key. */
export const macOf = (key: Buffer, which: 'first' | 'last', tenantId: string, end: End): Buffer =>
  mac(key, which, tenantId, String(end.seq), end.hash)

export const digestOf = (key: Buffer, { id, content }: Pick<Entry, 'id' | 'content'>): Buffer =>
  mac(key, 'entry', id, content)

export const addressDigestOf = (key: Buffer, salt: Buffer, address: string): Buffer =>
  mac(key, 'address', salt, address)

export const newSalt = (): Buffer => randomBytes(16)

/** What ties a link to the one before it. */
export const hashOf = (key: Buffer, before: Buffer, link: Omit<Link, 'hash'>): Buffer =>
  mac(
    key,
    'link',
    before,
    link.tenantId,
    String(link.seq),
    link.eventId,
    link.at.toISOString(),
    String(link.isSignIn),
    link.digest,
    link.addressDigest ?? '',
  )
