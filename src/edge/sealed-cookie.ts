/** Short-lived cookies that the browser carries for us and can neither read nor change. */
import { z } from 'zod'
import { seal, unseal } from '../kernel/sealing.ts'
import { plus } from '../kernel/time.ts'
import { clearCookie, hostCookie, readCookie, writeCookie } from './cookie.ts'
import type { EdgeContext, Services } from './routes.ts'

type Exchange = {
  readonly c: EdgeContext
  readonly services: Pick<Services, 'sealKey' | 'publicUrl'>
  readonly now: Date
}

const wrapped = z.strictObject({ until: z.int(), value: z.unknown() })

/**
 * Gives the browser `value` to carry for `lifetimeMs`. Each name is sealed for itself: one cookie
 * cannot be passed off as another.
 */
export const writeSealedCookie = (
  x: Exchange,
  name: string,
  value: object,
  lifetimeMs: number,
): void => {
  const plain = JSON.stringify({ until: plus(x.now, lifetimeMs).getTime(), value })
  const sealed = seal(x.services.sealKey, `cookie/${name}`, plain).toString('base64url')
  const { publicUrl } = x.services
  writeCookie(x.c, publicUrl, hostCookie(publicUrl, name), sealed, lifetimeMs)
}

/**
 * What the browser carries under this name, in the shape of `schema`; undefined when it is absent,
 * over, changed, or of another shape.
 */
export const readSealedCookie = <S extends z.ZodType>(
  x: Exchange,
  name: string,
  schema: S,
): z.infer<S> | undefined => {
  const sealed = readCookie(x.c, hostCookie(x.services.publicUrl, name))
  if (sealed === undefined || sealed.length > 4_096) return undefined
  const found = wrapped.safeParse(opened(x, name, sealed))
  if (!found.success || found.data.until <= x.now.getTime()) return undefined
  const value = schema.safeParse(found.data.value)
  return value.success ? value.data : undefined
}

const opened = (x: Exchange, name: string, sealed: string): unknown => {
  try {
    return JSON.parse(
      unseal(x.services.sealKey, `cookie/${name}`, Buffer.from(sealed, 'base64url')),
    )
  } catch {
    return undefined
  }
}

export const clearSealedCookie = (x: Exchange, name: string): void =>
  clearCookie(x.c, x.services.publicUrl, hostCookie(x.services.publicUrl, name))
