/** Secrets at rest: AES-256-GCM under a key that is not in the store. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

export const sealKeyBytes = 32
const nonceBytes = 12
const tagBytes = 16

/**
 * `plain` sealed for one `purpose`: it opens for that purpose alone, so a sealed value cannot be
 * moved to another column or row.
 */
export const seal = (key: Buffer, purpose: string, plain: string): Buffer => {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose))
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** What was sealed. Throws when the key or the purpose is another one, or a bit was changed. */
export const unseal = (key: Buffer, purpose: string, sealed: Uint8Array): string => {
  const bytes = Buffer.from(sealed)
  // A tag that is cut short would be guessed.
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  }).setAAD(Buffer.from(purpose))
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  return Buffer.concat([
    decipher.update(bytes.subarray(nonceBytes + tagBytes)),
    decipher.final(),
  ]).toString('utf8')
}
