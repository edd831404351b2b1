/**
 * `POST /$batch`: each part is sent through the whole product as if it had come alone, with the
 * batch's token, so that it is judged, counted and logged like any request (contract §5). One part
 * after the other: a batch takes no more of the store at once than a single request.
 */
import { readUnshaped } from '../../edge/body.ts'
import type { EdgeContext } from '../../edge/routes.ts'
import type { AddressReader } from '../address/address.ts'
import { Refusal } from '../../edge/refusal.ts'
import { withoutAnnotations } from '../query/annotations.ts'
import { misread, refusalBody } from '../refusals.ts'
import { partsIn, type Part } from './parts.ts'

/** Sends a request of the same caller through the whole product. */
export type Sender = (c: EdgeContext, request: Request) => Promise<Response>

type Answered = {
  readonly id: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

export const batchPath = '/$batch'

// Who asks is decided by the batch, and where by its address.
const ofBatch =
  /^(?:authorization|cookie|host|origin|forwarded|content-length|transfer-encoding|connection|sec-.*|x-forwarded-.*|x-real-ip)$/i

// What is the batch's own for each of its parts.
const shared = ['authorization', 'x-forwarded-for', 'accept-language']

const headersFor = (c: EdgeContext, { headers, body }: Part): Headers => {
  const sent = new Headers()
  for (const [name, value] of Object.entries(headers))
    if (!ofBatch.test(name)) sent.set(name, value)
  for (const name of shared) {
    const value = c.req.header(name)
    if (value !== undefined && !sent.has(name)) sent.set(name, value)
  }
  if (body !== undefined && !sent.has('content-type')) sent.set('content-type', 'application/json')
  return sent
}

// The version, and the organization that stands in front of the batch: each part is judged by it.
const baseOf = (c: EdgeContext, read: AddressReader): string => {
  const { origin, pathname } = new URL(c.req.url)
  const organization = read(pathname)?.organization
  const version = origin + c.req.path.slice(0, -batchPath.length)
  return organization === undefined ? version : `${version}/${encodeURIComponent(organization)}`
}

// Relative to that, with or without a slash in front.
const urlOf = (base: string, read: AddressReader, { id, url }: Part): URL => {
  const isAbsolute = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(url)
  const found = isAbsolute ? undefined : URL.parse(`${base}/${url.replace(/^\//, '')}`)
  const path = found === null || found === undefined ? undefined : read(found.pathname)?.path
  if (found === null || found === undefined || path === undefined)
    throw misread(
      `The url of the request '${id}' is none below this version of the API. Write it like '/users?$top=5'.`,
    )
  if (path.endsWith(batchPath)) throw misread('A batch cannot hold another one.')
  return found
}

/**
 * The body of a part as text. It is written as JSON, or, as Microsoft's SDK for TypeScript does it,
 * as the base64 of its bytes. What is nested deeper than anything of ours, and so could not be
 * written again, is refused here.
 */
const textOf = ({ method, body }: Part): string | undefined => {
  if (method === 'GET' || body === undefined) return undefined
  if (typeof body === 'string') return Buffer.from(body, 'base64').toString()
  return JSON.stringify(withoutAnnotations(body))
}

// A page of a list is far smaller; what is larger is a file, and is asked for alone.
const maxBytes = 4 * 1024 * 1024
/** All answers of a batch together: they are held until the last one is there. */
const mostBytes = 4 * maxBytes

type Room = { left: number }

const tooLarge = (): Refusal => misread('The answer is too large for a batch. Ask for it alone.')

const bytesOf = async ({ body }: Response, room: Room): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    chunks.push(chunk)
    size += chunk.byteLength
    if (size > Math.min(maxBytes, room.left)) throw tooLarge()
  }
  room.left -= size
  return Buffer.concat(chunks)
}

const answeredBody = async (response: Response, room: Room): Promise<unknown> => {
  const bytes = await bytesOf(response, room)
  const type = response.headers.get('content-type') ?? ''
  if (bytes.length === 0) return null
  if (/^application\/json\b/i.test(type)) return JSON.parse(bytes.toString()) as unknown
  return /^text\/plain\b/i.test(type) ? bytes.toString() : bytes.toString('base64')
}

const refused = (c: EdgeContext, id: string, refusal: Refusal): Answered => ({
  id,
  status: refusal.status,
  headers: { 'content-type': 'application/json' },
  body: refusalBody(c, refusal),
})

/**
 * A handler of `/$batch`; `send` is the product that it stands in, and `admit` refuses a token that
 * is none of ours, before anything is read: what anybody may ask for, a stranger asks for one by
 * one.
 */
export const batchHandler =
  (send: Sender, read: AddressReader, admit: (c: EdgeContext) => Promise<unknown>) =>
  async (c: EdgeContext): Promise<Response> => {
    await admit(c)
    const parts = partsIn(await readUnshaped(c))
    const base = baseOf(c, read)
    const requests = parts.map((part) => ({
      part,
      url: urlOf(base, read, part),
      text: textOf(part),
    }))
    const failed = new Set<string>()
    const room = { left: mostBytes }
    const responses: Answered[] = []
    for (const { part, url, text } of requests) {
      const answered = part.dependsOn.some((one) => failed.has(one))
        ? refused(c, part.id, new Refusal('FailedDependency'))
        : await answerOf(c, send, part, { url, text, room })
      if (answered.status >= 400) failed.add(part.id)
      responses.push(answered)
    }
    return c.json({ responses })
  }

type Written = { readonly url: URL; readonly text: string | undefined; readonly room: Room }

const answerOf = async (
  c: EdgeContext,
  send: Sender,
  part: Part,
  { url, text, room }: Written,
): Promise<Answered> => {
  const { method } = part
  const sent = text === undefined ? {} : { body: text }
  const headers = headersFor(c, part)
  const response = await send(c, new Request(url, { method, headers, ...sent }))
  try {
    const answer = await answeredBody(response, room)
    const told = Object.fromEntries(response.headers)
    return { id: part.id, status: response.status, headers: told, body: answer }
  } catch (error) {
    if (error instanceof Refusal) return refused(c, part.id, error)
    throw error
  }
}
