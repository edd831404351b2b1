/** More acts on many users at once: disabling, enabling, sponsoring, holding. */
import { operation } from '../definition/operation.ts'
import { resultsOfMany, sentOfMany } from './many.ts'
import { holdUser } from './restoring.ts'

const live = { called: 'Users', sent: sentOfMany, answered: resultsOfMany } as const

export const disableMany = operation({ ...live, means: 'Disables users, each for itself.' })

export const enableMany = operation({ ...live, means: 'Enables users again, each for itself.' })

export const sponsorMany = operation({
  ...live,
  means: 'Makes a user or a group a sponsor of users, each for itself.',
  sent: {
    ...sentOfMany,
    sponsor: { is: 'id', required: true, means: 'The object id of the user or group.' },
  },
})

export const holdMany = operation({
  ...live,
  means: 'Places a legal hold on deleted users, each for itself.',
  sent: { ...sentOfMany, reason: holdUser.sent.reason },
})

export const endHoldMany = operation({
  ...live,
  means: 'Ends the legal hold on deleted users, each for itself.',
})
