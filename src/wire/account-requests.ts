/** A person's requests to organizations, on the wire of the account API. */
import { z } from 'zod'
import { longestRequestMessage, parseMessage } from '../kernel/text.ts'
import { requestEnds, requestKinds, requestStates } from './requests.ts'
import { id, instant } from './shapes.ts'

export const accountRequest = z
  .object({
    id,
    kind: z.enum(requestKinds),
    state: z.enum(requestStates),
    createdAt: instant,
    answeredAt: instant.nullable(),
    answer: z.string().nullable().meta({ description: 'What whoever answered wrote with it' }),
    dueAt: instant.nullable().meta({
      description: 'By then an open one is answered (R32); null while it is held, and afterwards',
    }),
    whenDue: z
      .enum(requestEnds)
      .nullable()
      .meta({ description: 'What becomes of it then by itself: removed, or just at its end' }),
    keptBecause: z.string().nullable().meta({
      description: 'Why the organization does not remove by itself, in its own words',
    }),
    hold: z.object({ since: instant, reason: z.string() }).nullable().meta({
      description: 'The organization has stopped the clock of it, and says why',
    }),
  })
  .meta({
    id: 'AccountRequest',
    description: "A person's request to an organization's administrators",
  })

export const newRequest = z
  .strictObject({
    kind: z.enum(requestKinds),
    message: z
      .string()
      .trim()
      .max(longestRequestMessage)
      .refine((text) => parseMessage(text) !== undefined, 'control characters are not allowed')
      .optional(),
  })
  .meta({ id: 'NewAccountRequest' })

export type AccountRequest = z.infer<typeof accountRequest>
