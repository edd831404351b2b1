/** Which of my organizations a page shows: found, filtered, ordered, and from where on. */
import { cutPage, type Place } from '../../edge/cursor.ts'
import { sortName } from '../../kernel/search-words.ts'
import { unusedBefore } from '../../people/yearly-review.rule.ts'
import type { AccountOrganization } from '../../wire/account.ts'
import { canBeSelected, isEnded, isOpenInvitation } from './leave-control.ts'

/** What a list can be narrowed to. What is hidden is in no other. */
export const filters = ['all', 'active', 'unused', 'waiting', 'blocked', 'ended', 'hidden'] as const
export type Filter = (typeof filters)[number]
export const orders = ['use', 'name'] as const
export type Order = (typeof orders)[number]

export type Wish = {
  readonly search: string
  readonly filter: Filter
  readonly order: Order
  /** An id or a domain that a link names: that organization stands first (R11). */
  readonly named: string | undefined
  readonly after: Place | undefined
  /** When somebody looks: what counts as unused depends on it. */
  readonly now: Date
}

/** So many stand on a page: they fit into the first answer, and are left with one selection. */
export const pageSize = 50

/** Not used since then, or, where no use is recorded, not even joined since. */
const isUnused = ({ lastUsedAt, since, state, kind }: AccountOrganization, now: Date): boolean =>
  kind === 'other' &&
  (state === 'active' || state === 'disabled') &&
  (lastUsedAt ?? since) < unusedBefore(now).toISOString()

const isShown: Readonly<Record<Filter, (one: AccountOrganization, now: Date) => boolean>> = {
  all: ({ hidden }) => !hidden,
  active: ({ hidden, state, closed }) => !hidden && state === 'active' && !closed,
  unused: (one, now) => !one.hidden && isUnused(one, now),
  waiting: (one) => !one.hidden && isOpenInvitation(one),
  blocked: (one) => !one.hidden && canBeSelected(one) && one.blockers.length > 0,
  ended: (one) => !one.hidden && isEnded(one),
  hidden: ({ hidden }) => hidden,
}

const plain = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('en')

/**
 * Whether each word of `typed` is in the organization's name or in one of its verified domains,
 * whatever its accents and case.
 */
export const matches = (
  { displayName, domains, domain }: AccountOrganization,
  typed: string,
): boolean => {
  const text = plain([displayName, domain ?? '', ...domains].join(' '))
  return plain(typed)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** Whether a text, an id or a domain, means this organization (R11). */
export const isNamed = (
  { id, domain, domains }: AccountOrganization,
  named: string | undefined,
): boolean => {
  const text = named?.toLowerCase()
  return text !== undefined && (id === text || domain === text || domains.includes(text))
}

const latest = 9_999_999_999_999
const backwards = (at: string): string => String(latest - Date.parse(at)).padStart(13, '0')

// What waits for an answer first, what has ended last.
const rankOf = (one: AccountOrganization, named: string | undefined): number => {
  if (isNamed(one, named)) return 0
  if (isOpenInvitation(one)) return 1
  return isEnded(one) ? 3 : 2
}

// Who looks for what they do not use sees first what they have not used for the longest.
const useKey = ({ lastUsedAt, since }: AccountOrganization, filter: Filter): string =>
  filter === 'unused' ? (lastUsedAt ?? since) : backwards(lastUsedAt ?? since)

const valueOf = (one: AccountOrganization, { order, named, filter }: Wish): string => {
  const key = order === 'name' ? sortName(one.displayName) : useKey(one, filter)
  return `${rankOf(one, named)} ${key}`
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export type Found = {
  /** The home organization, where this page shows it. */
  readonly home: readonly AccountOrganization[]
  readonly others: readonly AccountOrganization[]
  /** How many there are on all pages. */
  readonly total: number
  /** Where the page ends, while there is more. */
  readonly end: Place | undefined
  readonly counts: Readonly<Record<Filter, number>>
  /** All that are found and can be left, on whichever page. */
  readonly selectable: readonly AccountOrganization[]
}

/** A page of these organizations. */
export const pageOf = (all: readonly AccountOrganization[], wish: Wish): Found => {
  const others = all.filter(({ kind }) => kind === 'other')
  const meets = (one: AccountOrganization): boolean =>
    wish.search === '' || matches(one, wish.search)
  const found = others
    .filter(
      (one) => (isShown[wish.filter](one, wish.now) || isNamed(one, wish.named)) && meets(one),
    )
    .map((organization) => ({
      organization,
      id: organization.id,
      sortValue: valueOf(organization, wish),
    }))
    .toSorted((a, b) => compare(a.sortValue, b.sortValue) || compare(a.id, b.id))
  const [value, id] = wish.after ?? []
  const isBeyond = (one: { readonly sortValue: string; readonly id: string }): boolean =>
    value === undefined ||
    id === undefined ||
    (compare(one.sortValue, value) || compare(one.id, id)) > 0
  const { rows, end } = cutPage(found.filter(isBeyond), pageSize)
  const showsHome = wish.filter === 'all' && wish.after === undefined
  return {
    home: showsHome ? all.filter((one) => one.kind === 'home' && meets(one)) : [],
    others: rows.map(({ organization }) => organization),
    total: found.length,
    selectable: found.map(({ organization }) => organization).filter(canBeSelected),
    end,
    counts: Object.fromEntries(
      filters.map((filter) => [
        filter,
        others.filter((one) => isShown[filter](one, wish.now)).length,
      ]),
    ) as Record<Filter, number>,
  }
}
