/** A certificate that nobody has signed but itself, written byte by byte (X.690, RFC 5280). */
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'

const tlv = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const length = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}
const sequence = (...parts: readonly Buffer[]): Buffer => tlv(0x30, ...parts)
const time = (at: Date): Buffer => {
  const text = `${at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`
  return tlv(0x18, Buffer.from(text))
}
// sha256WithRSAEncryption.
const algorithm = sequence(Buffer.from('06092a864886f70d01010b0500', 'hex'))
const name = (text: string): Buffer =>
  sequence(tlv(0x31, sequence(Buffer.from('0603550403', 'hex'), tlv(0x0c, Buffer.from(text)))))

export type Certificate = {
  readonly privateKey: KeyObject
  /** Of its bytes. */ readonly base64: string
}

/** A new one of an RSA key for `of`, good between two moments. */
export const certificate = (
  from: Date,
  until: Date,
  { modulusLength = 2048, of = 'Tests' } = {},
): Certificate => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength })
  const body = sequence(
    tlv(0xa0, Buffer.from('020102', 'hex')),
    Buffer.from('02010a', 'hex'),
    algorithm,
    name(of),
    sequence(time(from), time(until)),
    name(of),
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = tlv(0x03, Buffer.from([0]), sign('sha256', body, privateKey))
  return { privateKey, base64: sequence(body, algorithm, signature).toString('base64') }
}
