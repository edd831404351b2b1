/**
 * What is ticked in the list, carried from page to page: in the address, as a short text for each,
 * so that hundreds fit.
 */
import type { AccountOrganization } from '../../wire/account.ts'
import type { Exchange } from '../exchange.ts'
import { canBeSelected } from './leave-control.ts'

type Named = Pick<AccountOrganization, 'id'>

/** So long is the text of one: the random end of its id. It is looked for among mine only. */
const length = 8
const textOf = ({ id }: Named): string =>
  Buffer.from(id.replaceAll('-', '').slice(-12), 'hex').toString('base64url')

/** These as one text; empty for none. */
export const writtenTicks = (organizations: readonly Named[]): string =>
  organizations.map(textOf).join('')

/** Those of mine that this address names as ticked, there or on other pages. */
export const tickedIn = <T extends AccountOrganization>(x: Exchange, mine: readonly T[]): T[] => {
  const kept = x.c.req.query('kept') ?? ''
  const texts = new Set(kept.match(new RegExp(`.{${length}}`, 'g')) ?? [])
  const ids = new Set((x.c.req.queries('o') ?? []).map((id) => id.toLowerCase()))
  return mine.filter((one) => canBeSelected(one) && (ids.has(one.id) || texts.has(textOf(one))))
}
