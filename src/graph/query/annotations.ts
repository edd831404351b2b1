/**
 * What clients write into bodies beside the properties: OData's annotations (`@odata.type`,
 * `mail@odata.type`), which say nothing that is needed here.
 */
import { misread } from '../refusals.ts'

// `@odata.id` and `…@odata.bind` are no remarks; they name objects.
const remark = /@odata\.(?!id$|bind$)/i

/** Far deeper than any body that is taken here. */
const deepest = 32

/**
 * `body` without its annotations, at every depth (K12). Refuses what is nested deeper than anything
 * that could be meant.
 */
export const withoutAnnotations = (body: unknown, depth = 0): unknown => {
  if (depth > deepest)
    throw misread(`The request body is nested deeper than ${deepest} levels. Send it flatter.`)
  if (Array.isArray(body)) return body.map((one) => withoutAnnotations(one, depth + 1))
  if (typeof body !== 'object' || body === null) return body
  const kept = Object.entries(body).filter(([name]) => !remark.test(name))
  return Object.fromEntries(
    kept.map(([name, value]) => [name, withoutAnnotations(value, depth + 1)]),
  )
}
