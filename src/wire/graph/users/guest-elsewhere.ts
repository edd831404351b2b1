/** Where somebody whose home this is is a guest (R141). */
import type { Answer } from '../definition/answer.ts'
import { resource } from '../definition/definition.ts'

export const guestElsewhere = resource({
  type: 'guesthouse.guestElsewhere',
  called: 'GuestElsewhere',
  set: 'guesthouse.guestsElsewhere',
  key: 'id',
  means: 'One of our people is a guest of another organization; both agreed that we see it (R141).',
  properties: {
    id: { is: 'id', byDefault: true, means: 'The id of the guest there.' },
    userId: { is: 'id', byDefault: true, means: 'Who they are here.' },
    userDisplayName: { is: 'text', byDefault: true, means: 'Their name here.' },
    organizationId: { is: 'id', byDefault: true, means: 'The organization.' },
    organizationDisplayName: { is: 'text', byDefault: true, means: 'Its name.' },
    accountEnabled: { is: 'boolean', byDefault: true, means: 'Whether they are let in there.' },
    guestSinceDateTime: { is: 'instant', byDefault: true, means: 'Since when they are there.' },
    agreedDateTime: { is: 'instant', byDefault: true, means: 'When they agreed.' },
  },
})

export type GuestElsewhere = Answer<typeof guestElsewhere>
