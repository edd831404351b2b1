/** GET /account/organizations: all of mine, a page at a time. */
import { cursorAfter, cutPage, type Place } from '../edge/cursor.ts'
import { Refusal } from '../edge/refusal.ts'
import { sortName } from '../kernel/search-words.ts'
import type { AccountOrganization } from '../wire/account.ts'
import { mostOrganizations } from '../wire/account-page.ts'
import type { Exchange, Handler } from './exchange.ts'
import { myOrganizations } from './organizations.ts'
import { placeAfter } from './place-after.ts'

const sizeIn = (x: Exchange): number => {
  const asked = x.c.req.query('top')
  if (asked === undefined) return mostOrganizations
  const size = /^\d{1,4}$/.test(asked) ? Number(asked) : 0
  if (size >= 1 && size <= mostOrganizations) return size
  throw new Refusal(
    'invalidRequest',
    `The value of \`top\` has to be from 1 to ${mostOrganizations}.`,
  )
}

// As they are ordered: home, then by name, then by id.
const placed = (one: AccountOrganization) => ({
  organization: one,
  id: one.id,
  sortValue: `${one.kind === 'home' ? 0 : 1} ${sortName(one.displayName)}`,
})

const isBeyond = (
  [value, id]: Place,
  one: { readonly sortValue: string; readonly id: string },
): boolean => one.sortValue > value || (one.sortValue === value && one.id > id)

export const listOrganizations: Handler = async (x) => {
  const list = { key: x.sealKey, decides: ['account organizations', x.session.personId] }
  const after = placeAfter(x.c.req.query('after'), list)
  const all = (await myOrganizations(x)).map(placed)
  const found = after === undefined ? all : all.filter((one) => isBeyond(after, one))
  const { rows, end } = cutPage(found, sizeIn(x))
  return x.c.json({
    value: rows.map(({ organization }) => organization),
    next: end === undefined ? null : cursorAfter(end, list),
  })
}
