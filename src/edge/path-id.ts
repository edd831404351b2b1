/** An id that stands in an address. */
import { isUuid } from '../kernel/ids.ts'
import type { EdgeContext } from './routes.ts'

/**
 * The id in the path parameter `name`, in the letters that the store writes it in; undefined for
 * what is no id, so that no statement runs for nonsense.
 */
export const pathId = <T extends string>(c: EdgeContext, name = 'id'): T | undefined => {
  const value = c.req.param(name) ?? ''
  return isUuid(value) ? (value.toLowerCase() as T) : undefined
}
