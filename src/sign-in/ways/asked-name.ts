/**
 * The name that was typed on the first page of signing in, carried to the next by the browser: it
 * stands in no address, so in no history and no log.
 */
import { z } from 'zod'
import { minuteMs } from '../../kernel/time.ts'
import type { Exchange } from '../exchange.ts'
import { clearSealedCookie, readSealedCookie, writeSealedCookie } from '../../edge/sealed-cookie.ts'

const cookie = 'guesthouse_name'
const lifetimeMs = 15 * minuteMs
const shape = z.strictObject({ name: z.string() })

/** The longest name that is taken from a form or an address. */
export const longestAskedName = 320

export const writeAskedName = (x: Exchange, name: string): void =>
  writeSealedCookie(x, cookie, { name }, lifetimeMs)

/** The name that was typed in this browser a moment ago. */
export const readAskedName = (x: Exchange): string | undefined =>
  readSealedCookie(x, cookie, shape)?.name

export const forgetAskedName = (x: Exchange): void => clearSealedCookie(x, cookie)
