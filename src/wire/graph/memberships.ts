/** What is asked about memberships of an object, and about objects of any type. */
import type { Properties } from './definition/definition.ts'
import { operation } from './definition/operation.ts'

/** The most groups that one request asks about, as Graph has it. */
const mostAsked = 20
/** The most objects that one request names. */
const mostNamed = 1_000

const ids = { value: { is: 'id', many: true, means: 'Object ids.' } } as const satisfies Properties

const asked = {
  is: 'id',
  many: true,
  leastItems: 1,
  mostItems: mostAsked,
  required: true,
  means: 'Object ids.',
} as const

const securityEnabledOnly = {
  is: 'boolean',
  means: 'Whether groups that give no access are left out; every group here gives some.',
} as const

export const checkMemberGroups = operation({
  called: 'Groups',
  means: 'Which of these groups the object is in, by itself or through other groups.',
  sent: { groupIds: asked },
  answered: ids,
})

export const checkMemberObjects = operation({
  called: 'Objects',
  means: 'Which of these groups it is in, and which of these directory roles it holds.',
  sent: { ids: asked },
  answered: ids,
})

export const getMemberGroups = operation({
  called: 'Groups',
  means: 'All groups that the object is in, by itself or through other groups.',
  sent: { securityEnabledOnly },
  answered: ids,
})

export const getMemberObjects = operation({
  called: 'Objects',
  means: 'All groups that it is in, and the directory roles that it holds.',
  sent: { securityEnabledOnly },
  answered: ids,
})

const objects = {
  value: {
    is: 'object',
    type: 'directoryObject',
    many: true,
    open: true,
    means: 'Each with its type.',
    properties: { id: { is: 'id', means: 'The object id.' } },
  },
} as const satisfies Properties

export const getByIds = operation({
  called: 'Objects',
  means: 'The objects with these ids, as far as there are any.',
  sent: {
    ids: {
      is: 'id',
      many: true,
      leastItems: 1,
      mostItems: mostNamed,
      required: true,
      means: 'Object ids.',
    },
    types: {
      is: 'text',
      many: true,
      mostItems: mostNamed,
      most: 256,
      means: 'Types of objects, such as user; all where it is absent.',
    },
  },
  answered: objects,
})

export const getUserOwnedObjects = operation({
  called: 'UserOwnedObjects',
  means: 'The deleted groups, applications or service principals that somebody owns.',
  sent: {
    userId: { is: 'id', required: true, means: 'Whose.' },
    type: {
      is: 'text',
      words: ['Group', 'Application', 'ServicePrincipal'],
      required: true,
      means: 'Of which type.',
    },
  },
  answered: objects,
})
