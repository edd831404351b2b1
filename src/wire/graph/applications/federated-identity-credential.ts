/** The federated identity credential of the directory API: an issuer that an application trusts. */
import { optionalText, resource } from '../definition/definition.ts'
import { mostFederated } from './proof-limits.ts'

const audience = 'api://AzureADTokenExchange'

export const federatedIdentityCredential = resource({
  type: 'federatedIdentityCredential',
  called: 'FederatedIdentityCredential',
  set: 'federatedIdentityCredentials',
  key: 'id',
  means: 'An issuer elsewhere by whose tokens an application proves itself, without a secret.',
  properties: {
    id: { is: 'id', byDefault: true, means: 'Its id.' },
    name: {
      is: 'text',
      least: 1,
      most: 120,
      byDefault: true,
      write: 'create',
      required: true,
      means: `Its name; each of the at most ${mostFederated} of an application has its own.`,
    },
    issuer: {
      is: 'webAddress',
      most: 600,
      byDefault: true,
      write: 'always',
      required: true,
      means: 'Who makes the tokens: `iss`, at whose address its keys are found.',
    },
    subject: {
      is: 'text',
      least: 1,
      most: 600,
      byDefault: true,
      write: 'always',
      required: true,
      means: 'Whom they are about: `sub`, to the letter.',
    },
    audiences: {
      is: 'text',
      many: true,
      mostItems: 1,
      least: 1,
      most: 600,
      byDefault: true,
      write: 'always',
      required: true,
      means: `Whom they are for: \`aud\`; one, as a rule \`${audience}\`.`,
    },
    description: { ...optionalText, most: 600, byDefault: true, means: 'What it is for.' },
  },
})
