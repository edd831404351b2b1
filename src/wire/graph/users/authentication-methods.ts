/** What somebody at home signs in with, as the directory API tells it: never the secret itself. */
import { resource, type Property } from '../definition/definition.ts'

/** The id that the password has, of everybody alike: as it is published. */
export const passwordMethodId = '28c10230-6103-485e-b985-444c60001490'

const since = (means: string) =>
  ({ is: 'instant', byDefault: true, means }) as const satisfies Property
const hidden = {
  is: 'text',
  nullable: true,
  only: null,
  byDefault: true,
  means: 'Null: nobody is told.',
} as const satisfies Property

export const passwordMethod = resource({
  type: 'passwordAuthenticationMethod',
  called: 'PasswordAuthenticationMethod',
  set: 'users/{id}/authentication/passwordMethods',
  key: 'id',
  means: 'The password of a user at home.',
  properties: {
    id: { is: 'id', byDefault: true, means: `\`${passwordMethodId}\`, as everywhere.` },
    createdDateTime: since('When it was set.'),
    password: hidden,
  },
})

export const passkeyMethod = resource({
  type: 'fido2AuthenticationMethod',
  called: 'Fido2AuthenticationMethod',
  set: 'users/{id}/authentication/fido2Methods',
  key: 'id',
  means: 'A passkey.',
  properties: {
    id: { is: 'id', byDefault: true, means: 'Its id, which is not that of the key itself.' },
    createdDateTime: since('When it was added.'),
    displayName: { is: 'name', byDefault: true, means: 'What its owner calls it.' },
    aaGuid: { ...hidden, means: 'Null: of what make it is, is not asked.' },
    model: { ...hidden, means: 'Null: the same.' },
    attestationCertificates: {
      is: 'text',
      many: true,
      only: [],
      byDefault: true,
      means: 'None: the same.',
    },
    attestationLevel: {
      is: 'text',
      only: 'notAttested',
      byDefault: true,
      means: 'The same.',
    },
  },
})

export const authenticatorMethod = resource({
  type: 'softwareOathAuthenticationMethod',
  called: 'SoftwareOathAuthenticationMethod',
  set: 'users/{id}/authentication/softwareOathMethods',
  key: 'id',
  means: 'An authenticator app whose first code was right, and its recovery codes.',
  properties: {
    id: { is: 'id', byDefault: true, means: 'Its id; another app of the same user has another.' },
    createdDateTime: since('When its first code was right.'),
    secretKey: hidden,
  },
})
