/** Secrets that people carry: random, shown once, stored as a digest. */
import { createHash, randomBytes } from 'node:crypto'

const tokenBytes = 32
const tokenPattern = /^[A-Za-z0-9_-]{43}$/

/** A new token: 256 random bits, URL-safe, and the digest to store. */
export const newToken = (): { token: string; hash: Buffer } => {
  const token = randomBytes(tokenBytes).toString('base64url')
  return { token, hash: hashOf(token) }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/**
 * The digest of a token as it came in; undefined when it cannot be one of ours, so that no
 * statement runs for nonsense.
 */
export const tokenHash = (token: string | undefined): Buffer | undefined =>
  token !== undefined && tokenPattern.test(token) ? hashOf(token) : undefined
