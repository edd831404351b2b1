/**
 * What Graph has of applications and service principals and is the same for every one here: what
 * belongs to SAML and to a gallery.
 */
import { none, type Properties } from '../definition/definition.ts'

const usual = { ...none, byDefault: true } as const
const unkept = 'Null: it is not kept.'

const verifiedPublisher = {
  is: 'object',
  type: 'verifiedPublisher',
  byDefault: true,
  means: 'Nobody verifies who publishes an application.',
  properties: {
    addedDateTime: { ...none, is: 'instant', means: unkept },
    displayName: { ...none, means: unkept },
    verifiedPublisherId: { ...none, means: unkept },
  },
} as const satisfies Properties[string]

export const applicationNone = {
  verifiedPublisher,
  disabledByMicrosoftStatus: { ...usual, means: 'Null: nobody else disables it.' },
} as const satisfies Properties

export const principalNone = {
  verifiedPublisher,
  tokenEncryptionKeyId: { ...usual, is: 'id', means: 'Null: tokens are signed, not encrypted.' },
} as const satisfies Properties
