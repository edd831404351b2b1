/** Leaving many organizations at once, on the wire of the account API. */
import { z } from 'zod'
import { blocker, departure, id } from './account.ts'
import { mostAtOnce } from './at-once.ts'

export const newLeaves = z
  .strictObject({ organizationIds: z.array(id).min(1).max(mostAtOnce) })
  .meta({ id: 'NewAccountLeaves', description: 'Organizations to leave, one by one' })

const leaveOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('left'), organizationId: id, departure }),
  z.object({ outcome: z.literal('blocked'), organizationId: id, blockers: z.array(blocker) }),
  z.object({ outcome: z.enum(['alreadyRemoved', 'organizationNotFound']), organizationId: id }),
])

export const leaveOutcomes = z
  .object({
    value: z.array(leaveOutcome),
    receipt: id.nullable().meta({
      description:
        'The reference of one receipt for all that were left, read at /receipts/{reference}; null where fewer than two were left just now',
    }),
  })
  .meta({ id: 'AccountLeaves', description: 'What became of each, in the order asked for' })

export type LeaveOutcome = z.infer<typeof leaveOutcome>
export type LeaveOutcomes = z.infer<typeof leaveOutcomes>
