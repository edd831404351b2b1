/** What becomes of an account by itself, on the wire of the account API. */
import { z } from 'zod'
import { comingReasons, comingSteps } from './lifecycle.ts'
import { instant } from './shapes.ts'

export const comingStep = z
  .object({
    step: z.enum(comingSteps),
    why: z.enum(comingReasons),
    already: z.boolean().meta({
      description: 'Why is so already; false where it only comes to be so if nothing happens',
    }),
    at: instant,
  })
  .meta({ id: 'ComingStep', description: 'What becomes of an account by itself, why, and when' })
