/** Certificates that nothing can be done with: a good one, with bytes changed. */
import { X509Certificate } from 'node:crypto'
import { certificate } from './certificate.ts'

const rsaEncryption = Buffer.from('2a864886f70d010101', 'hex')
const generalizedTime = Buffer.from([0x18, 15])

/** Of a good one between two moments, base64 by what is wrong with each. */
export const oddCertificates = (from: Date, until: Date): Readonly<Record<string, string>> => {
  const bytes = Buffer.from(certificate(from, until).base64, 'base64')
  const { n = '' } = new X509Certificate(bytes).publicKey.export({ format: 'jwk' })
  const modulus = Buffer.from(n, 'base64url')
  const begin = bytes.indexOf(modulus)
  // Behind it stands the exponent, an integer of three bytes.
  const exponent = begin + modulus.length + 2
  const changed = (change: (copy: Buffer) => void): string => {
    const copy = Buffer.from(bytes)
    change(copy)
    return copy.toString('base64')
  }
  const algorithm = bytes.lastIndexOf(rsaEncryption) + rsaEncryption.length - 1
  const notBefore = bytes.indexOf(generalizedTime) + generalizedTime.length
  const notAfter = bytes.indexOf(generalizedTime, notBefore) + generalizedTime.length
  return {
    'an even modulus': changed((copy) => copy.writeUInt8(0, exponent - 3)),
    'an exponent of one': changed((copy) => copy.writeUIntBE(1, exponent, 3)),
    'an exponent of nothing': changed((copy) => copy.writeUIntBE(0, exponent, 3)),
    'an even exponent': changed((copy) => copy.writeUIntBE(2, exponent, 3)),
    'an algorithm that nobody knows': changed((copy) => copy.writeUInt8(0x7f, algorithm)),
    'a key that is cut off': changed((copy) => copy.writeUInt8(0x05, begin - 5)),
    'a beginning on no day': changed((copy) => copy.write('20269901000000', notBefore)),
    'an end on no day': changed((copy) => copy.write('20269901000000', notAfter)),
  }
}
