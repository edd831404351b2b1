/** Reading request bodies: bounded, of the right type, in the right shape. */
import { channel } from 'node:diagnostics_channel'
import type { Context as HonoContext } from 'hono'
import type { z } from 'zod'
import { Refusal } from './refusal.ts'

/** The most bytes a request body may have. */
export const maxBodyBytes = 256 * 1024

const tooLarge = (): Refusal =>
  new Refusal(
    'bodyTooLarge',
    `The request body is larger than ${maxBodyBytes / 1024} KiB. Send less at once.`,
  )

const readText = async (c: HonoContext): Promise<string> => {
  const told = c.req.header('content-length')
  if (Number(told ?? 0) > maxBodyBytes) throw tooLarge()
  // No more comes over a connection than its sender has told.
  if (told !== undefined && 'incoming' in (c.env ?? {})) return c.req.raw.text()
  const body = c.req.raw.body
  if (body === null) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > maxBodyBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

/** Says which shape a body was read in, and whether it had it; for tools that make bodies. */
export const shapes = channel('guesthouse.bodies')
export type Shaped = { readonly schema: z.ZodType; readonly passed: boolean }

/** `value` in the shape of `schema`, or why it is not; every edge judges shapes by this. */
export const inShape = <S extends z.ZodType>(
  schema: S,
  value: unknown,
): z.ZodSafeParseResult<z.infer<S>> => {
  const parsed = schema.safeParse(value)
  if (shapes.hasSubscribers) shapes.publish({ schema, passed: parsed.success } satisfies Shaped)
  return parsed
}

/** One sentence per problem of a value that has the wrong shape. */
export const problemsOf = (error: z.ZodError): { path: string; message: string }[] =>
  error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))

/**
 * The JSON body in the shape of `schema`. Refuses with 413, 415 or 400. An absent body counts as
 * `{}` when `mayBeEmpty`.
 */
export const readJson = async <S extends z.ZodType>(
  c: HonoContext,
  schema: S,
  options: { mayBeEmpty?: boolean } = {},
): Promise<z.infer<S>> => shaped(schema, await readUnshaped(c, options))

/**
 * The JSON body in whatever shape it came, for edges that judge shapes in words of their own.
 * Refuses with 413, 415 or 400.
 */
export const readUnshaped = async (
  c: HonoContext,
  { mayBeEmpty = false }: { mayBeEmpty?: boolean } = {},
): Promise<unknown> => {
  const text = await readText(c)
  if (text === '' && mayBeEmpty) return {}
  if (text === '') throw new Refusal('emptyBody')
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new Refusal('wrongContentType', undefined, {
      headers: { 'accept-post': 'application/json' },
    })
  }
  return parse(text)
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('invalidJson')
  }
}

const shaped = <S extends z.ZodType>(schema: S, value: unknown): z.infer<S> => {
  const parsed = inShape(schema, value)
  if (parsed.success) return parsed.data
  const problems = problemsOf(parsed.error)
  const first = problems[0]
  const where = first === undefined || first.path === '' ? '' : `${first.path}: `
  throw new Refusal(
    'invalidRequest',
    `The request cannot be used as it is. ${where}${first?.message ?? ''}`,
    { details: { problems } },
  )
}

/** A posted form as it came, or nothing where there is no body. Refuses with 413. */
export const readFormText = (c: HonoContext): Promise<string> => readText(c)

/** The fields of a posted form. Refuses with 413 or 415. */
export const readForm = async (c: HonoContext): Promise<Record<string, string>> => {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
    throw new Refusal('wrongContentType', 'Send the form as application/x-www-form-urlencoded.')
  }
  return Object.fromEntries(new URLSearchParams(await readText(c)))
}
