/**
 * Several who are restored together come to what one after the other comes to: who is back before
 * stands there for the next, with their name, their addresses and their links.
 */
import type { Link } from '../links/ties.rule.ts'
import type { StoredLink } from './plan.rule.ts'
import type { Holder, RestoreFacts } from './restore.rule.ts'

/** What of somebody who comes back can stand in the way of another. */
export type Comer = Holder &
  RestoreFacts & {
    readonly personId: string | null
    readonly nameKey: string
    readonly mailKey: string | null
    readonly proxyAddresses: readonly string[]
  }

/** Who is back so far, and what their coming back has changed of the links of the others. */
export type Back = {
  readonly byId: Map<string, Comer>
  readonly byPerson: Map<string, Holder>
  readonly byName: Map<string, Holder>
  /** By proxy addresses and mails, both as proxy addresses. */
  readonly byAddress: Map<string, Holder>
  /** By how many the live sponsors of a guest have become more. */
  readonly moreSponsors: Map<string, number>
  /** Sponsors that were taken away, as guest and sponsor. */
  readonly ended: Set<string>
}

export const nobodyBack = (): Back => ({
  byId: new Map(),
  byPerson: new Map(),
  byName: new Map(),
  byAddress: new Map(),
  moreSponsors: new Map(),
  ended: new Set(),
})

const held = (user: Comer): readonly string[] => [
  ...user.proxyAddresses,
  ...(user.mailKey === null ? [] : [`smtp:${user.mailKey}`]),
]

const addressHolder = (back: Back, { proxyAddresses }: Comer): RestoreFacts['addressHolder'] => {
  const clashing = proxyAddresses.filter((address) => back.byAddress.has(address))
  const holder = back.byAddress.get(clashing[0] ?? '')
  if (holder === undefined) return undefined
  const { id, displayName } = holder
  const addresses = clashing.filter((address) => back.byAddress.get(address)?.id === id)
  return { id, displayName, addresses }
}

/** What stands in the way of the next, with those who are back by then. */
export const factsAmong = <Facts extends Comer>(back: Back, user: Facts): Facts => ({
  ...user,
  personHolder: user.personHolder ?? back.byPerson.get(user.personId ?? ''),
  nameHolder: user.nameHolder ?? back.byName.get(user.nameKey),
  addressHolder: user.addressHolder ?? addressHolder(back, user),
})

// One row of the store, whichever of its two ends is restored.
const sponsoring = (userId: string, { kind, id }: Pick<Link, 'kind' | 'id'>): string | undefined =>
  kind === 'sponsor' ? `${userId} ${id}` : kind === 'sponsorOf' ? `${id} ${userId}` : undefined

const isEnded = (back: Back, userId: string, link: Link): boolean => {
  const row = sponsoring(userId, link)
  return row !== undefined && back.ended.has(row)
}

/** The links of the next as they are by then. */
export const linksAmong = (
  back: Back,
  userId: string,
  links: readonly StoredLink[],
): StoredLink[] =>
  links
    .filter((link) => !isEnded(back, userId, link))
    .map((link) => {
      const { othersThere } = link
      const isBack = link.object === 'user' && back.byId.has(link.id)
      const more = back.moreSponsors.get(link.id) ?? 0
      return {
        ...link,
        ...(isBack ? { lost: null, had: true } : {}),
        othersThere: othersThere === null ? null : othersThere + more,
      }
    })

const add = (counts: Map<string, number>, id: string, by: number): void => {
  counts.set(id, (counts.get(id) ?? 0) + by)
}

const countsAsSponsor = ({ kind, lost }: Link): boolean =>
  kind === 'sponsor' && (lost === null || lost === 'tooManySponsors')

const noteSponsors = (
  back: Back,
  userId: string,
  links: readonly StoredLink[],
  ended: readonly Link[],
): void => {
  for (const row of ended.flatMap((link) => sponsoring(userId, link) ?? [])) back.ended.add(row)
  for (const link of links)
    if (link.kind === 'sponsorOf' && !isEnded(back, userId, link))
      add(back.moreSponsors, link.id, 1)
  add(back.moreSponsors, userId, -ended.filter(countsAsSponsor).length)
}

/** Notes that somebody is back, of whose links these were taken away. */
export const noteBack = (
  back: Back,
  user: Comer,
  links: readonly StoredLink[],
  ended: readonly Link[],
): void => {
  const holder = { id: user.id, displayName: user.displayName }
  back.byId.set(user.id, user)
  if (user.personId !== null) back.byPerson.set(user.personId, holder)
  back.byName.set(user.nameKey, holder)
  for (const address of held(user)) back.byAddress.set(address, holder)
  noteSponsors(back, user.id, links, ended)
}
