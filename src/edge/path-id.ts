/** An id that stands in an address. */
import { isUuid } from '../kernel/ids.ts'
import type { EdgeContext } from './routes.ts'

/**
 * `value` as an id, in the letters that the store writes it in; undefined for what is no id, so
 * that no statement runs for nonsense.
 */
export const idIn = <T extends string>(value: string): T | undefined =>
  isUuid(value) ? (value.toLowerCase() as T) : undefined

/** The id in the path parameter `name`; undefined for what is none. */
export const pathId = <T extends string>(c: EdgeContext, name = 'id'): T | undefined =>
  idIn<T>(c.req.param(name) ?? '')
