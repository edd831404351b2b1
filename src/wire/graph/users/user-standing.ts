/** How a user stands here, as questions about guests ask it: from where, by whom, unused. */
import type { Properties } from '../definition/definition.ts'
import { byOurMoment, byWord } from '../definition/filters.ts'

export const standing = {
  'guesthouse.homeDomain': {
    is: 'text',
    nullable: true,
    byRole: true,
    filter: byWord,
    means: 'Of a guest the domain of their address: where they come from.',
  },
  'guesthouse.lastUsedDateTime': {
    is: 'instant',
    byRole: true,
    filter: byOurMoment,
    means: 'When they were last active here, or were made where nothing else is known (R116).',
  },
  'guesthouse.invitedBy': {
    is: 'object',
    type: 'guesthouse.invitedBy',
    nullable: true,
    byRole: true,
    means: 'Who invited them last; null where that is not known.',
    properties: {
      id: { is: 'id', filter: byWord, means: 'Their object id.' },
      displayName: { is: 'name', nullable: true, means: 'Their name; null when they are gone.' },
    },
  },
  'guesthouse.sponsors': {
    is: 'object',
    type: 'guesthouse.sponsor',
    many: true,
    byRole: true,
    filter: { any: 'plain' },
    means: 'Who answers for them.',
    properties: {
      id: { is: 'id', filter: byWord, means: 'The object id.' },
      kind: { is: 'text', words: ['user', 'group'], means: 'What it is.' },
      displayName: {
        is: 'name',
        nullable: true,
        means: 'The name; null of a group to who reads none.',
      },
    },
  },
} as const satisfies Properties
