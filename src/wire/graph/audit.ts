/** The audit log of the directory API. */
import type { Answer } from './definition/answer.ts'
import { resource, type Complex } from './definition/definition.ts'
import { byOurMoment } from './definition/filters.ts'

const one = { eq: 'plain' } as const
const said = { eq: 'plain', in: 'plain' } as const
const id = { is: 'id', nullable: true, means: 'The object id.' } as const
const name = { is: 'name', nullable: true, means: 'The name, while there is one.' } as const
const principalName = {
  is: 'principalName',
  nullable: true,
  means: 'The name to sign in with.',
} as const
const types = [
  'User',
  'Group',
  'ServicePrincipal',
  'Application',
  'Role',
  'Policy',
  'Other',
] as const

const initiatedBy = {
  is: 'object',
  type: 'auditActivityInitiator',
  byDefault: true,
  means: 'Who did it: a user, an application, or the product and its operators.',
  properties: {
    user: {
      is: 'object',
      type: 'userIdentity',
      nullable: true,
      means: 'The user.',
      properties: {
        id: { is: 'id', filter: one, means: 'The object id.' },
        displayName: name,
        userPrincipalName: { ...principalName, filter: one },
        ipAddress: { is: 'text', nullable: true, means: 'Where they were.' },
      },
    },
    app: {
      is: 'object',
      type: 'appIdentity',
      nullable: true,
      means: 'The application, the product, or an operator.',
      properties: { appId: { ...id, filter: one }, displayName: name, servicePrincipalId: id },
    },
  },
} as const satisfies Complex

const targetResources = {
  is: 'object',
  type: 'targetResource',
  many: true,
  byDefault: true,
  filter: { any: 'plain' },
  means: 'To whom or what it was done, and what that was linked with.',
  properties: {
    id: { is: 'id', filter: one, means: 'The object id.' },
    displayName: { ...name, filter: { ...one, startsWith: 'plain' } },
    type: { is: 'text', words: types, means: 'What it is.' },
    userPrincipalName: principalName,
    modifiedProperties: {
      is: 'object',
      type: 'modifiedProperty',
      many: true,
      means: 'What was changed.',
      properties: {
        displayName: { is: 'text', means: 'The property.' },
        oldValue: {
          is: 'text',
          nullable: true,
          means: 'Its value before, as JSON; null for what is somebody’s.',
        },
        newValue: { is: 'text', nullable: true, means: 'Its value after, as JSON.' },
      },
    },
  },
} as const satisfies Complex

export const directoryAudit = resource({
  type: 'directoryAudit',
  called: 'DirectoryAudit',
  set: 'auditLogs/directoryAudits',
  key: 'id',
  means: 'That something happened in the organization.',
  properties: {
    id: { is: 'id', byDefault: true, filter: one, means: 'The id of the entry.' },
    activityDateTime: {
      is: 'instant',
      byDefault: true,
      filter: byOurMoment,
      orders: true,
      means: 'When.',
    },
    activityDisplayName: {
      is: 'text',
      byDefault: true,
      filter: { eq: 'plain', in: 'plain', startsWith: 'plain' },
      means: 'What, in its published words.',
    },
    category: { is: 'text', byDefault: true, filter: said, means: 'Of which kind.' },
    operationType: { is: 'text', byDefault: true, means: 'Of which operation.' },
    correlationId: {
      is: 'id',
      byDefault: true,
      filter: one,
      means: 'The request that it was done with.',
    },
    result: {
      is: 'text',
      words: ['success', 'failure'],
      byDefault: true,
      filter: said,
      means: 'Whether it was done.',
    },
    resultReason: { is: 'text', byDefault: true, means: 'Why, or why not.' },
    loggedByService: {
      is: 'text',
      byDefault: true,
      filter: said,
      means: 'Core Directory or Invited Users.',
    },
    initiatedBy,
    targetResources,
    additionalDetails: {
      is: 'object',
      type: 'keyValue',
      many: true,
      byDefault: true,
      means:
        'Our own word for the activity, which policy it is about, and what became of its mail.',
      properties: {
        key: { is: 'text', means: 'guesthouse.activity, and others of ours.' },
        value: { is: 'text', means: 'The word.' },
      },
    },
  },
})

export const activity = resource({
  type: 'guesthouse.activity',
  called: 'Activity',
  set: 'auditLogs/guesthouse.activities',
  key: 'name',
  means: 'Something that can happen.',
  properties: {
    name: { is: 'text', byDefault: true, means: 'Our own word.' },
    displayName: { is: 'text', byDefault: true, means: 'The published words.' },
    category: { is: 'text', byDefault: true, means: 'Of which kind.' },
  },
})

export type AuditEntry = Answer<typeof directoryAudit>
