/** How a page of my organizations is asked for. */
import { z } from 'zod'

/** The most organizations that one answer holds. */
export const mostOrganizations = 1_000

export const organizationsQuery = z.object({
  top: z
    .int()
    .min(1)
    .max(mostOrganizations)
    .optional()
    .meta({
      description: `How many an answer holds; ${mostOrganizations} when left out`,
    }),
  after: z.string().optional().meta({ description: '`next` of the page before' }),
})
