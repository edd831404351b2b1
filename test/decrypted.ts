/** Resource data as a receiver of Microsoft Graph's notifications reads it. */
import assert from 'node:assert/strict'
import {
  constants,
  createDecipheriv,
  createHmac,
  privateDecrypt,
  X509Certificate,
} from 'node:crypto'
import type { Json } from './json.ts'
import type { Certificate } from './peers/certificate.ts'

/** What a notification brings along; throws where it is not of this certificate, or was touched. */
export const decrypted = ({ privateKey, base64 }: Certificate, notification: Json): Json => {
  const content = notification['encryptedContent'] as Json
  const { fingerprint } = new X509Certificate(Buffer.from(base64, 'base64'))
  assert.equal(content['encryptionCertificateThumbprint'], fingerprint.replaceAll(':', ''))
  const bytes = (name: string) => Buffer.from(String(content[name]), 'base64')
  const key = privateDecrypt(
    { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' },
    bytes('dataKey'),
  )
  const signature = createHmac('sha256', key).update(bytes('data')).digest()
  assert.deepEqual(signature, bytes('dataSignature'))
  const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16))
  return JSON.parse(
    Buffer.concat([cipher.update(bytes('data')), cipher.final()]).toString('utf8'),
  ) as Json
}
