/** One search for everything: what a reference, an id, an address or a name leads to. */
import { operation, type AnsweredBy } from './definition/operation.ts'

/** What can be found, in the order in which it is told. */
export const findingKinds = [
  'receipt',
  'request',
  'user',
  'deletedUser',
  'group',
  'application',
  'auditEntry',
] as const
export type FindingKind = (typeof findingKinds)[number]

export const findings = operation({
  called: 'Findings',
  means: 'What a reference, a request id, an id, an address or the beginning of a name leads to.',
  answered: {
    value: {
      is: 'object',
      type: 'guesthouse.finding',
      many: true,
      means: 'A few of each kind, of those that the caller may read.',
      properties: {
        kind: { is: 'text', words: findingKinds, means: 'What it is.' },
        id: { is: 'id', means: 'Its id; of a receipt its reference.' },
        displayName: { is: 'name', nullable: true, means: 'Its name, where it has one.' },
        detail: {
          is: 'text',
          nullable: true,
          means:
            'What tells it from others: the principal name of a user, the activity of an entry, the kind of a receipt or a request.',
        },
        at: { is: 'instant', nullable: true, means: 'When it happened, where it did.' },
      },
    },
  },
})

export type Findings = AnsweredBy<typeof findings>
export type Finding = Findings['value'][number]
