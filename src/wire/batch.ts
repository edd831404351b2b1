/** Requests in one request, as Microsoft Graph has them (contract §5). */
import { z } from 'zod'

/** The most requests of one batch. */
export const maxParts = 20

// Clients of several kinds write numbers.
const partId = z.union([z.string(), z.number()]).transform(String)

/** What the server takes of a request that comes alone is of no more than this. */
const longest = 8_192
const headerName = z.string().regex(/^[\w!#$%&'*+.^`|~-]{1,100}$/, 'This is no name of a header.')
const headerValue = z
  .string()
  .max(longest)
  .regex(/^[\t\x20-\x7e\x80-\xff]*$/, 'This is no value of a header.')

/** One request of a batch, relative to the version of the API. */
export const part = z.object({
  id: partId,
  method: z
    .string()
    .transform((method) => method.toUpperCase())
    .pipe(z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])),
  url: z.string().min(1).max(longest),
  headers: z.record(headerName, headerValue).default({}),
  body: z.unknown().optional(),
  dependsOn: z.array(partId).default([]),
})
/** A batch; each of its requests is judged by itself, so that the refusal says which it was. */
export const batch = z.object({ requests: z.array(z.unknown()) })
