/** Certificates as they are sent: those that nothing can be done with are none. */
import { X509Certificate, type KeyObject } from 'node:crypto'
import { leastModulus } from './proof-limits.ts'

export type SentCertificate = {
  readonly publicKey: KeyObject
  /** SHA-1 and SHA-256 of the whole, as hexadecimal pairs with colons. */
  readonly fingerprint: string
  readonly fingerprint256: string
  readonly startsAt: Date
  readonly expiresAt: Date
}

// What is no time is said as text so; as a date it is whatever stood in memory.
const isTime = (text: string): boolean => !Number.isNaN(Date.parse(text))

/**
 * A certificate, sent as base64 of its bytes or of its PEM; undefined where that is none, or one
 * whose key or dates cannot be read. Nobody has to have signed it: who sends it says whose key it
 * is.
 */
export const sentCertificate = (text: string): SentCertificate | undefined => {
  try {
    const found = new X509Certificate(Buffer.from(text, 'base64'))
    const { publicKey, fingerprint, fingerprint256 } = found
    if (!isTime(found.validFrom) || !isTime(found.validTo)) return undefined
    const [startsAt, expiresAt] = [found.validFromDate, found.validToDate]
    return { publicKey, fingerprint, fingerprint256, startsAt, expiresAt }
  } catch {
    return undefined
  }
}

/** As many bits as the public exponent of a key has in use anywhere; OpenSSL takes no more. */
const mostExponentBits = 64

const isOdd = (modulus: string | undefined): boolean =>
  ((Buffer.from(modulus ?? '', 'base64url').at(-1) ?? 0) & 1) === 1

const isExponent = (exponent: bigint): boolean =>
  exponent > 1n && exponent % 2n === 1n && exponent < 2n ** BigInt(mostExponentBits)

/**
 * Whether a key is of RSA, with a modulus of enough bits and of `most` at most, and is one that
 * hides something: not by an exponent that changes nothing, nor by numbers that are none of RSA.
 */
export const isStrongRsa = (key: KeyObject, most = Number.POSITIVE_INFINITY): boolean => {
  if (key.asymmetricKeyType !== 'rsa') return false
  const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {}
  const isLong = modulusLength >= leastModulus && modulusLength <= most
  return isLong && isExponent(publicExponent) && isOdd(key.export({ format: 'jwk' }).n)
}
