/** Certificates for whose key resource data is encrypted: which are taken, and until when. */
import { isStrongRsa, sentCertificate } from '../wire/graph/applications/sent-certificate.ts'

/** `over`: it is not good now. `endsBefore`: it ends before the subscription does. */
export type CertificateProblem = 'notACertificate' | 'weakKey' | 'over' | 'endsBefore'

/** Longer than any certificate is that somebody uses. */
export const longestCertificate = 16_384
/** The most bits that the modulus of its key may have. */
export const mostModulus = 8_192

/**
 * What is wrong with a certificate, sent as base64, for a subscription that ends at `expiresAt`;
 * undefined when nothing is. Nobody has to have signed it: who sends it says whose key it is.
 */
export const certificateProblem = (
  text: string,
  { now, expiresAt }: { readonly now: Date; readonly expiresAt: Date },
): CertificateProblem | undefined => {
  const found = text.length > longestCertificate ? undefined : sentCertificate(text)
  if (found === undefined) return 'notACertificate'
  if (!isStrongRsa(found.publicKey, mostModulus)) return 'weakKey'
  if (found.startsAt > now || found.expiresAt <= now) return 'over'
  return found.expiresAt < expiresAt ? 'endsBefore' : undefined
}
