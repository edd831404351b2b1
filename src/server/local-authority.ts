/**
 * A certificate for this machine alone, for trying things out, and the authority that vouches for
 * it: it is made for one run, and its key is gone when the certificate is made, so whoever trusts
 * it trusts nothing else.
 */
import { KeyObject } from 'node:crypto'
// What the next one is built with asks for it.
import 'reflect-metadata'
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { dayMs, hourMs, plus } from '../kernel/time.ts'
import type { Identity } from './tls.ts'

export type LocalAuthority = {
  /** What programs have to trust, as PEM. */
  readonly authority: string
  readonly identity: Identity
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
/** Clocks of programs in containers are not quite ours. */
const skewMs = hourMs
const goodForMs = 30 * dayMs

const newKeys = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])

/** Makes them, good for 30 days from `now` on. */
export const makeLocalAuthority = async (now: Date): Promise<LocalAuthority> => {
  const [own, served] = await Promise.all([newKeys(), newKeys()])
  const common = {
    notBefore: plus(now, -skewMs),
    notAfter: plus(now, goodForMs),
    signingAlgorithm: algorithm,
  }
  const name = 'CN=Guesthouse demo on this machine'
  const authority = await X509CertificateGenerator.createSelfSigned({
    ...common,
    name,
    keys: own,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
    ],
  })
  const certificate = await X509CertificateGenerator.create({
    ...common,
    subject: 'CN=localhost',
    issuer: name,
    publicKey: served.publicKey,
    signingKey: own.privateKey,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
        { type: 'ip', value: '::1' },
      ]),
    ],
  })
  const key = KeyObject.from(served.privateKey).export({ type: 'pkcs8', format: 'pem' })
  return {
    authority: authority.toString('pem'),
    identity: { cert: certificate.toString('pem'), key: key.toString() },
  }
}
