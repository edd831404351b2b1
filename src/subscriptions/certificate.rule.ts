/** Certificates for whose key resource data is encrypted: which are taken, and until when. */
import { X509Certificate } from 'node:crypto'
import { leastModulus } from '../wire/graph/applications/proof-limits.ts'

/** `over`: it is not good now. `endsBefore`: it ends before the subscription does. */
export type CertificateProblem = 'notACertificate' | 'weakKey' | 'over' | 'endsBefore'

/** Longer than any certificate is that somebody uses. */
export const longestCertificate = 16_384
/** The most bits that the modulus of its key may have. */
export const mostModulus = 8_192

const readCertificate = (text: string): X509Certificate | undefined => {
  try {
    return new X509Certificate(Buffer.from(text, 'base64'))
  } catch {
    return undefined
  }
}

const isTaken = ({ publicKey }: X509Certificate): boolean => {
  const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? 0
  return publicKey.asymmetricKeyType === 'rsa' && bits >= leastModulus && bits <= mostModulus
}

/**
 * What is wrong with a certificate, sent as base64, for a subscription that ends at `expiresAt`;
 * undefined when nothing is. Nobody has to have signed it: who sends it says whose key it is.
 */
export const certificateProblem = (
  text: string,
  { now, expiresAt }: { readonly now: Date; readonly expiresAt: Date },
): CertificateProblem | undefined => {
  const found = text.length > longestCertificate ? undefined : readCertificate(text)
  if (found === undefined) return 'notACertificate'
  if (!isTaken(found)) return 'weakKey'
  if (found.validFromDate > now || found.validToDate <= now) return 'over'
  return found.validToDate < expiresAt ? 'endsBefore' : undefined
}
