/** Requests in one request, as Microsoft Graph has them (contract §5). */
import { z } from 'zod'

/** The most requests of one batch. */
export const maxParts = 20

// Clients of several kinds write numbers.
const partId = z.union([z.string(), z.number()]).transform(String)

/** One request of a batch, relative to the version of the API. */
export const part = z.object({
  id: partId,
  method: z
    .string()
    .transform((method) => method.toUpperCase())
    .pipe(z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])),
  url: z.string().min(1),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.unknown().optional(),
  dependsOn: z.array(partId).default([]),
})
/** A batch; each of its requests is judged by itself, so that the refusal says which it was. */
export const batch = z.object({ requests: z.array(z.unknown()) })
