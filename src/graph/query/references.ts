/** How references are answered: where objects stand, and nothing of them. */
import { cutPage } from '../../edge/cursor.ts'
import type { Exchange } from '../exchange.ts'
import { nextLink } from './answers.ts'
import { contentType } from './level.ts'

/** Where an object stands: what a reference says of it. */
const referenceTo = ({ root }: Exchange, id: string) => ({
  '@odata.id': `${root}/directoryObjects/${id}`,
})

// A reference is nothing but metadata, which no level leaves out.
const referred = ({ c }: Exchange, answer: object): Response => {
  c.header('content-type', contentType('minimal'))
  return c.body(JSON.stringify(answer))
}

/** The reference to one object. */
export const address = (x: Exchange, id: string): Response =>
  referred(x, { '@odata.context': `${x.root}/$metadata#$ref`, ...referenceTo(x, id) })

/** The references to a page of objects that were asked for with `pageOf`. */
export const addresses = (
  x: Exchange,
  found: readonly { readonly id: string; readonly sortValue: string }[],
): Response => {
  const { rows, end } = cutPage(found, x.query.top)
  return referred(x, {
    '@odata.context': `${x.root}/$metadata#Collection($ref)`,
    ...(end === undefined ? {} : { '@odata.nextLink': nextLink(x, end) }),
    value: rows.map(({ id }) => referenceTo(x, id)),
  })
}
