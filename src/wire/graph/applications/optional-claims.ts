/** Claims that an application has told in its tokens: which there are, and how they are asked. */
import type { Properties } from '../definition/definition.ts'

/** What an application can have told in its tokens beside what every token says. */
const claimsOfAnyToken = [
  'acct',
  'auth_time',
  'email',
  'family_name',
  'given_name',
  'groups',
  'login_hint',
  'preferred_username',
  'sid',
  'upn',
] as const
export type OptionalClaim = (typeof claimsOfAnyToken)[number]

const claimsOf = (words: readonly string[], means: string) =>
  ({
    is: 'object',
    type: 'optionalClaim',
    many: true,
    mostItems: 100,
    means,
    properties: {
      name: { is: 'text', words, required: true, means: 'The name of the claim.' },
      source: {
        is: 'text',
        nullable: true,
        only: null,
        means: 'Null: of what the directory knows of somebody.',
      },
      essential: {
        is: 'boolean',
        means: 'Kept: a claim is told wherever there is something to tell.',
      },
      additionalProperties: {
        is: 'text',
        many: true,
        only: [],
        means: 'Empty: each is written in one way.',
      },
    },
  }) as const satisfies Properties[string]

/** The property of an application. */
export const optionalClaims = {
  is: 'object',
  type: 'optionalClaims',
  nullable: true,
  means: 'What its tokens say of somebody beside what they all say, as far as scopes allow it.',
  properties: {
    accessToken: claimsOf([...claimsOfAnyToken, 'idtyp'], 'Of access tokens whose audience it is.'),
    idToken: claimsOf(claimsOfAnyToken, 'Of ID tokens.'),
    saml2Token: {
      ...claimsOf(claimsOfAnyToken, 'Empty: there is no SAML here.'),
      only: [],
    },
  },
} as const satisfies Properties[string]
