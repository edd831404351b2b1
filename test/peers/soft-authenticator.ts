/**
 * An authenticator in software, honest or not: it makes passkeys and signs with them, for any site
 * that a test says it is on.
 */
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/** Where the browser is said to be, and what the authenticator is said to have done. */
export type Stage = {
  readonly origin: string
  readonly rpId: string
  readonly challenge: string
  readonly counter?: number
  readonly userVerified?: boolean
}

const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest()
const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

const clientData = (type: string, { origin, challenge }: Stage): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

const flagged = ({ rpId, counter = 0, userVerified = true }: Stage, more: number): Buffer => {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  return Buffer.concat([
    sha256(rpId),
    Buffer.from([0x01 | (userVerified ? 0x04 : 0) | more]),
    count,
  ])
}

const coseKey = (publicKey: KeyObject): Uint8Array => {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const key = new Map<number, number | Uint8Array>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
    [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
  ])
  return isoCBOR.encode(key)
}

export const softAuthenticator = (userHandle: Uint8Array, id: Buffer = randomBytes(32)) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const outer = {
    id: base64url(id),
    rawId: base64url(id),
    type: 'public-key',
    clientExtensionResults: {},
  }
  return {
    id,
    /** The answer to a request for a new passkey. */
    create: (stage: Stage): string => {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const authData = Buffer.concat([
        flagged(stage, 0x40),
        Buffer.alloc(16),
        length,
        id,
        coseKey(publicKey),
      ])
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ])
      const attestationObject = base64url(
        isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0]),
      )
      const response = {
        clientDataJSON: base64url(clientData('webauthn.create', stage)),
        attestationObject,
        transports: ['internal'],
      }
      return JSON.stringify({ ...outer, response })
    },
    /** The answer to a request to sign in. */
    get: (stage: Stage, handle: Uint8Array = userHandle): string => {
      const data = clientData('webauthn.get', stage)
      const authenticatorData = flagged(stage, 0)
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(data)]), privateKey)
      const response = {
        clientDataJSON: base64url(data),
        authenticatorData: base64url(authenticatorData),
        signature: base64url(signature),
        userHandle: base64url(handle),
      }
      return JSON.stringify({ ...outer, response })
    },
  }
}
