/** Handing over as one leaves, on the wire of the account API. */
import { z } from 'zod'
import { id } from './account.ts'

const thing = z.object({ id, displayName: z.string() })
const things = (what: string) => z.array(thing).meta({ description: what })

export const succession = z
  .object({
    administrator: z
      .boolean()
      .meta({ description: 'I am the last Global Administrator who can act; the role goes over' }),
    groups: things('Groups that nobody else owns'),
    applications: things('Applications that nobody else owns'),
    guests: things('Users whom nobody else sponsors'),
    candidates: z
      .array(z.object({ id, displayName: z.string(), userPrincipalName: z.string() }))
      .meta({
        description: 'Members whom I see there and who could take over, the first 20 by name',
      }),
    more: z.boolean().meta({ description: 'There are more candidates: find them by `search`' }),
  })
  .meta({ id: 'Succession', description: 'What leaving would leave with nobody (R125)' })

export const newHandOver = z
  .strictObject({ successorId: id.meta({ description: 'A user of the organization' }) })
  .meta({ id: 'NewHandOver' })

export type Succession = z.infer<typeof succession>
