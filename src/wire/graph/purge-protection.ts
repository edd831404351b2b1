/** What an organization asks for before a permanent deletion, and what was asked for (R137). */
import type { Answer } from './definition/answer.ts'
import { resource } from './definition/definition.ts'
import { operation, type AnsweredBy } from './definition/operation.ts'

export const protections = ['none', 'waiting', 'secondAdministrator'] as const
export type PurgeProtection = (typeof protections)[number]

/** Its bounds stand in the schema too. */
export const waitingHours = { least: 1, most: 168 } as const

export const purgeRequest = resource({
  type: 'guesthouse.purgeRequest',
  called: 'PurgeRequest',
  set: 'guesthouse.purgeRequests',
  key: 'id',
  means: 'An administrator asks for a permanent deletion, or for less protection (R137).',
  properties: {
    id: { is: 'id', byDefault: true, means: 'The id of the request.' },
    kind: {
      is: 'text',
      words: ['user', 'group', 'application', 'protection'],
      byDefault: true,
      means: 'What is to be deleted for good, or that the protection is to change.',
    },
    targetId: { is: 'id', byDefault: true, means: 'The object; or the organization.' },
    targetDisplayName: { is: 'text', nullable: true, byDefault: true, means: 'Its name.' },
    protection: {
      is: 'text',
      words: protections,
      nullable: true,
      byDefault: true,
      means: 'The protection that is asked for.',
    },
    waitingHours: {
      is: 'integer',
      ...waitingHours,
      nullable: true,
      byDefault: true,
      means: 'The hours that are asked for.',
    },
    isMine: { is: 'boolean', byDefault: true, means: 'Whether you asked.' },
    askedBy: { is: 'id', byDefault: true, means: 'Who asks.' },
    askedByDisplayName: { is: 'text', nullable: true, byDefault: true, means: 'Their name.' },
    askedDateTime: { is: 'instant', byDefault: true, orders: true, means: 'When they asked.' },
    dueDateTime: {
      is: 'instant',
      nullable: true,
      byDefault: true,
      means: 'When it is done by itself; null where somebody else has to say yes.',
    },
    state: {
      is: 'text',
      words: ['open', 'done', 'refused', 'withdrawn', 'lapsed'],
      byDefault: true,
      means: 'What became of it.',
    },
    answeredByDisplayName: { is: 'text', nullable: true, byDefault: true, means: 'Who answered.' },
    answeredDateTime: { is: 'instant', nullable: true, byDefault: true, means: 'When.' },
    reason: {
      is: 'text',
      words: ['mayNoLonger'],
      nullable: true,
      byDefault: true,
      means: 'Why it was refused though nobody has refused it: who asked may no longer do it.',
    },
  },
})

/** A yes says to what, since each asks for what doing it asks for. */
export const purgeAnswers = [
  'approve',
  'approveGroup',
  'approveApplication',
  'approveProtection',
  'refuse',
] as const

export const answerPurge = operation({
  called: 'PurgeAnswer',
  means: 'Says yes, which does it, or no; who asked takes it back by no.',
  sent: { action: { is: 'text', words: purgeAnswers, required: true, means: 'The answer.' } },
})

export const protectPurges = operation({
  called: 'PurgeProtection',
  means: 'Sets what is asked for before a permanent deletion; less than before asks for the same.',
  sent: {
    protection: {
      is: 'text',
      words: protections,
      required: true,
      means: 'Nothing, a time to wait, or a second administrator’s yes.',
    },
    waitingHours: {
      is: 'integer',
      ...waitingHours,
      means: 'How long it waits; as it was when left out.',
    },
  },
  answered: {
    outcome: {
      is: 'text',
      words: ['changed', 'asked', 'waits'],
      means: 'Whether it was changed, or was asked for.',
    },
  },
})

export type PurgeRequest = Answer<typeof purgeRequest>
export type PurgeAnswer = (typeof purgeAnswers)[number]
export type ProtectionOutcome = AnsweredBy<typeof protectPurges>
