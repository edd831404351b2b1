/** Signing in, as the directory API tells it. */
import { byOurMoment } from './definition/filters.ts'
import { resource, type Complex } from './definition/definition.ts'

/** Graph's numbers of what a sign-in came to. */
export const signInCodes = { done: 0, refused: 50_126 } as const

const status = {
  is: 'object',
  type: 'signInStatus',
  byDefault: true,
  means: 'What it came to.',
  properties: {
    errorCode: {
      is: 'integer',
      filter: { eq: 'plain', ne: 'plain' },
      means: `${signInCodes.done} for who came in, ${signInCodes.refused} for who was refused.`,
    },
    failureReason: { is: 'text', nullable: true, means: 'Why not, in a word.' },
    additionalDetails: { is: 'text', nullable: true, means: 'Null.' },
  },
} as const satisfies Complex

export const signIn = resource({
  type: 'signIn',
  called: 'SignIn',
  set: 'auditLogs/signIns',
  key: 'id',
  means: 'That somebody signed in to the organization, or tried to.',
  properties: {
    id: { is: 'id', byDefault: true, means: 'The id of the entry.' },
    createdDateTime: {
      is: 'instant',
      byDefault: true,
      filter: byOurMoment,
      orders: true,
      means: 'When.',
    },
    userId: { is: 'id', byDefault: true, filter: { eq: 'plain' }, means: 'Who.' },
    userDisplayName: {
      is: 'name',
      nullable: true,
      byDefault: true,
      means: 'Their name, while there is one.',
    },
    userPrincipalName: {
      is: 'principalName',
      nullable: true,
      byDefault: true,
      means: 'The name they sign in with.',
    },
    ipAddress: { is: 'text', nullable: true, byDefault: true, means: 'Where they were.' },
    correlationId: { is: 'text', byDefault: true, means: 'The request that it was done with.' },
    isInteractive: { is: 'boolean', only: true, byDefault: true, means: 'True.' },
    clientAppUsed: { is: 'text', words: ['Browser'], byDefault: true, means: 'Browser.' },
    status,
    'guesthouse.method': {
      is: 'text',
      nullable: true,
      means: 'By what: a password, a passkey and so on; null for who came by way of home.',
    },
  },
})
