/** Certificates with whose keys applications sign: what is taken, and what is kept of one. */
import { curves } from '../../../wire/graph/applications/proof-limits.ts'
import { isStrongRsa, sentCertificate } from '../../../wire/graph/applications/sent-certificate.ts'

export type Certificate = {
  /** PEM. */
  readonly publicKey: string
  /** SHA-1 and SHA-256 of the whole, base64url: how tokens name it. */
  readonly x5t: string
  readonly x5tS256: string
  readonly startsAt: Date
  readonly expiresAt: Date
}

export type CertificateProblem = 'notACertificate' | 'weakKey'

const digestOf = (fingerprint: string): string =>
  Buffer.from(fingerprint.replaceAll(':', ''), 'hex').toString('base64url')

/**
 * A certificate, sent as base64 of its bytes or of its PEM. Nobody has to have signed it: who sends
 * it says that the key is the application's.
 */
export const readCertificate = (
  text: string,
): { readonly certificate: Certificate } | { readonly problem: CertificateProblem } => {
  const found = sentCertificate(text)
  if (found === undefined) return { problem: 'notACertificate' }
  const { publicKey } = found
  const isStrong =
    isStrongRsa(publicKey) ||
    (publicKey.asymmetricKeyType === 'ec' &&
      Object.hasOwn(curves, publicKey.asymmetricKeyDetails?.namedCurve ?? ''))
  if (!isStrong) return { problem: 'weakKey' }
  return {
    certificate: {
      publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      x5t: digestOf(found.fingerprint),
      x5tS256: digestOf(found.fingerprint256),
      startsAt: found.startsAt,
      expiresAt: found.expiresAt,
    },
  }
}
