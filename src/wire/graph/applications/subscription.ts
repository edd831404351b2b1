/** The subscription of the directory API: who is told of changes as they come. */
import { resource } from '../definition/definition.ts'

/** How long one lives at most, in minutes, and by how much a clock may be wrong. */
export const mostMinutes = 41_760
/** The most there are: of an organization, and of one application in it. */
export const mostSubscriptions = { organization: 1_000, application: 100 }
export const mostClientState = 128
export const mostCertificateId = 128

export const tlsVersions = ['v1_0', 'v1_1', 'v1_2', 'v1_3'] as const

export const subscription = resource({
  type: 'subscription',
  called: 'Subscription',
  set: 'subscriptions',
  key: 'id',
  means: 'An application that is told of changes as they come, at an address of its own.',
  properties: {
    id: { is: 'id', byDefault: true, means: 'The id of the subscription.' },
    resource: {
      is: 'unjudged',
      byDefault: true,
      write: 'create',
      required: true,
      means:
        'What it is about: users, users/{id}, groups, groups/{id}, groups/{id}/members or groups/{id}/owners; with resource data $select behind it, such as users?$select=displayName.',
    },
    applicationId: { is: 'id', byDefault: true, means: 'The client id of the application.' },
    changeType: {
      is: 'unjudged',
      byDefault: true,
      write: 'create',
      required: true,
      means:
        'updated, deleted or both with a comma: what is made and soft-deleted is updated, what is permanently deleted is deleted.',
    },
    clientState: {
      is: 'unjudged',
      nullable: true,
      byDefault: true,
      write: 'create',
      means: `A text of the application, which is told it with each notification; ${mostClientState} characters at most.`,
    },
    notificationUrl: {
      is: 'unjudged',
      byDefault: true,
      write: 'create',
      required: true,
      means: 'Where it is told: an https address that answers the validation.',
    },
    lifecycleNotificationUrl: {
      is: 'unjudged',
      nullable: true,
      byDefault: true,
      write: 'create',
      means: 'Where it is told what becomes of the subscription itself.',
    },
    expirationDateTime: {
      is: 'instant',
      byDefault: true,
      write: 'always',
      required: true,
      means: `When it ends, within ${mostMinutes} minutes.`,
    },
    creatorId: {
      is: 'id',
      byDefault: true,
      means: 'The person whom the application acts for, or its service principal.',
    },
    latestSupportedTlsVersion: {
      is: 'text',
      words: tlsVersions,
      nullable: true,
      byDefault: true,
      write: 'create',
      means: 'Kept; it is spoken TLS 1.2 or later.',
    },
    includeResourceData: {
      is: 'boolean',
      nullable: true,
      byDefault: true,
      write: 'create',
      means:
        'True: of users and groups the properties that $select names come along, encrypted. Otherwise ids are told, and what they are of is read.',
    },
    encryptionCertificate: {
      is: 'unjudged',
      nullable: true,
      byDefault: true,
      write: 'always',
      means:
        'For whose key resource data is encrypted: base64 of an X.509 certificate with an RSA key, which is good for as long as the subscription.',
    },
    encryptionCertificateId: {
      is: 'unjudged',
      nullable: true,
      byDefault: true,
      write: 'always',
      means: `What the application calls that certificate; ${mostCertificateId} characters at most.`,
    },
    notificationQueryOptions: {
      is: 'unjudged',
      nullable: true,
      byDefault: true,
      write: 'create',
      means: 'Null.',
    },
    notificationUrlAppId: {
      is: 'unjudged',
      nullable: true,
      byDefault: true,
      write: 'create',
      means: 'Null.',
    },
    'guesthouse.missedDateTime': {
      is: 'instant',
      nullable: true,
      byDefault: true,
      means:
        'When changes were last given up that could not be told; null for never. What was missed is told by delta.',
    },
  },
})
