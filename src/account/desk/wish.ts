/** What of my organizations is asked for, as it stands in the address of the list. */
import { placeOf, type List } from '../../edge/cursor.ts'
import { pageAddresses } from '../../kernel/page-address.ts'
import type { Exchange } from '../exchange.ts'
import { filters, orders, type Filter, type Order, type Wish } from './list.ts'

const longestSearch = 256

const oneOf = <T extends string>(all: readonly T[], wish: string | undefined): T =>
  all.find((one) => one === wish) ?? (all[0] as T)

// What decides which rows come in which order: a place in one list is none in another.
export const listOf = (
  x: Exchange,
  { search, filter, order, named }: Omit<Wish, 'after' | 'now'>,
): List => ({
  key: x.sealKey,
  decides: ['my organizations', x.session.personId, search, filter, order, named ?? null],
})

/** What of my organizations the address asks for. */
export const wishOf = (x: Exchange): Wish => {
  const asked = (name: string): string | undefined => x.c.req.query(name)
  const which = {
    search: (asked('search') ?? '').trim().slice(0, longestSearch),
    filter: oneOf<Filter>(filters, asked('show')),
    order: oneOf<Order>(orders, asked('order')),
    named: asked('tenantId'),
  }
  const cursor = asked('after')
  // A place that is none of this list is the beginning.
  const after = cursor === undefined ? undefined : placeOf(cursor, listOf(x, which))
  return { ...which, after, now: x.now }
}

/** The address that asks for it; what is ticked goes along. */
export const addressOf = (
  { search, filter, order, named }: Wish,
  kept: string,
  after?: string,
): string => {
  const given = {
    search,
    show: filter === 'all' ? '' : filter,
    order: order === 'use' ? '' : order,
    tenantId: named ?? '',
    kept,
    after: after ?? '',
  }
  const query = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ''))
  return query.size === 0
    ? pageAddresses.organizations
    : `${pageAddresses.organizations}?${query.toString()}`
}
