/** The certificates of an application, as `keyCredentials`. */
import type {
  ApplicationKey,
  KeyWish,
  SetKeysResult,
} from '../../directory/applications/proofs/keys.ts'
import type { Refusal } from '../../edge/refusal.ts'
import type { application } from '../../wire/graph/applications/application.ts'
import { takenKeys } from '../../wire/graph/applications/proof-limits.ts'
import type { GivenChange } from '../../wire/graph/definition/sent.ts'
import { refusedProperty } from '../refusals.ts'

export const keyShape = ({ keyId, displayName, x5t, startsAt, expiresAt }: ApplicationKey) => ({
  keyId,
  displayName,
  type: 'AsymmetricX509Cert' as const,
  usage: 'Verify' as const,
  key: null,
  customKeyIdentifier: Buffer.from(x5t, 'base64url').toString('base64'),
  startDateTime: startsAt.toISOString(),
  endDateTime: expiresAt.toISOString(),
})

/** The keys of a body; undefined where it sends none. */
export const keysIn = ({
  keyCredentials,
}: GivenChange<typeof application>): readonly KeyWish[] | undefined =>
  keyCredentials?.map(({ keyId, displayName, key, startDateTime, endDateTime }) => ({
    keyId,
    displayName,
    key,
    startsAt: startDateTime,
    expiresAt: endDateTime,
  }))

type Bad = Extract<SetKeysResult, { outcome: 'badKey' }>

const words = {
  missing:
    'A new certificate has its key, base64 of the certificate. Send it; one that is there already has its keyId.',
  notACertificate: 'The key is no certificate. Send base64 of an X.509 certificate.',
  weakKey: `The key of the certificate is not taken. Use ${takenKeys}.`,
  over: 'The certificate is over, or ends before it begins. Send one that is good.',
} as const

export const keyRefusal = ({ problem }: Bad): Refusal =>
  refusedProperty('keyCredentials', words[problem], 'InvalidValue')
