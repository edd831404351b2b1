/**
 * Objects as messages bring them along: encrypted under a key of their own, which is encrypted for
 * the certificate of the application, as its receivers of Microsoft Graph's notifications read it.
 */
import {
  constants,
  createCipheriv,
  createHmac,
  publicEncrypt,
  randomBytes,
  X509Certificate,
} from 'node:crypto'

export type EncryptedContent = {
  /** AES-256-CBC, base64; its beginning is that of the key. */
  readonly data: string
  /** HMAC-SHA256 of the data under the same key. */
  readonly dataSignature: string
  /** The key, under RSA-OAEP for the certificate. */
  readonly dataKey: string
  readonly encryptionCertificateId: string
  readonly encryptionCertificateThumbprint: string
}

const keyBytes = 32
const blockBytes = 16

/** How objects are encrypted for a certificate. */
export const encrypterFor = (
  certificate: string,
  encryptionCertificateId: string,
): ((content: object) => EncryptedContent) => {
  const { publicKey, fingerprint } = new X509Certificate(Buffer.from(certificate, 'base64'))
  const encryptionCertificateThumbprint = fingerprint.replaceAll(':', '')
  return (content) => {
    const key = randomBytes(keyBytes)
    const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, blockBytes))
    const data = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()])
    return {
      data: data.toString('base64'),
      dataSignature: createHmac('sha256', key).update(data).digest('base64'),
      dataKey: publicEncrypt(
        { key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' },
        key,
      ).toString('base64'),
      encryptionCertificateId,
      encryptionCertificateThumbprint,
    }
  }
}
