/** /account/organizations/{id}/handOver: leaving, and naming who takes over (R125). */
import {
  handOver,
  readInheritances,
  readSuccession,
  type HandOverResult,
  type Inheritance,
  type Succession as Read,
} from '../directory/succession/hand-over.ts'
import { readJson } from '../edge/body.ts'
import type { TenantId, UserId } from '../kernel/ids.ts'
import { wordsOf } from '../pages/reader.ts'
import { newHandOver, type Succession } from '../wire/account-hand-over.ts'
import type { Departure } from '../wire/account.ts'
import type { Exchange, Handler } from './exchange.ts'
import { departureShape } from './organization-shape.ts'
import { blockedAt, closedTo, myOrganization, notThere, tenantIdOf } from './organizations.ts'
import { SpokenRefusal } from './spoken.ts'

const longestSearch = 256

const whoIn = (x: Exchange, tenantId: TenantId) => ({
  personId: x.session.personId,
  sessionId: x.session.sessionId,
  tenantId,
})

const named = (all: Inheritance['sponsorOf']) =>
  all.map(({ id, displayName }) => ({ id, displayName }))

const estateOf = (inheritance: Inheritance) => ({
  administrator: inheritance.administrator,
  groups: named(inheritance.ownedGroup),
  applications: named(inheritance.ownedApplication),
  guests: named(inheritance.sponsorOf),
})

const shapeOf = ({
  inheritance,
  candidates,
  more,
}: Extract<Read, { outcome: 'open' }>): Succession => ({
  ...estateOf(inheritance),
  candidates: [...candidates],
  more,
})

/** What would have nobody, and who could take it; undefined where nothing can be handed over. */
export const successionIn = async (
  x: Exchange,
  tenantId: TenantId,
): Promise<Succession | undefined> => {
  const found = await readSuccession(x.db, whoIn(x, tenantId), undefined)
  return found.outcome === 'open' ? shapeOf(found) : undefined
}

/** What would have nobody in each of these, where anything can be handed over. */
export const inheritancesIn = async (x: Exchange, tenantIds: readonly TenantId[]) => {
  const found = await readInheritances(x.db, x.session, tenantIds)
  return new Map([...found].map(([tenantId, left]) => [tenantId, estateOf(left)]))
}

type Kept = Exclude<HandOverResult, { outcome: 'left' }>

const refusalOf = async (x: Exchange, tenantId: TenantId, kept: Kept): Promise<SpokenRefusal> => {
  const { handOver: words } = wordsOf(x.c)
  if (kept.outcome === 'notFound') return notThere(x)
  if (kept.outcome === 'notTrusted') return closedTo(x, tenantId, true)
  if (kept.outcome === 'blocked') return blockedAt(x, tenantId, kept.reasons)
  if (kept.outcome === 'removed')
    return new SpokenRefusal('alreadyRemoved', x.words.refusal.alreadyRemoved)
  if (kept.outcome === 'successorNotFound') return new SpokenRefusal(kept.outcome, words.notFound)
  const { displayName } = await myOrganization(x, tenantId)
  const { outcome, reasons } = kept
  const why = reasons.map((code) => words.refused[code](displayName)).join(' ')
  return new SpokenRefusal(outcome, why, { details: { reasons } })
}

/** The same, found by name. Refuses where it is none of mine, or does not trust this session. */
export const successionAt = async (
  x: Exchange,
  tenantId: TenantId,
  typed: string,
): Promise<Succession> => {
  const search = typed.trim().slice(0, longestSearch)
  const who = whoIn(x, tenantId)
  const found = await readSuccession(x.db, who, search === '' ? undefined : search)
  if (found.outcome !== 'open') throw await refusalOf(x, tenantId, found)
  return shapeOf(found)
}

export const showSuccession: Handler = async (x) =>
  x.c.json(await successionAt(x, tenantIdOf(x), x.c.req.query('search') ?? ''))

/** Hands over and leaves; refuses both or does both. */
export const handOverAt = async (
  x: Exchange,
  tenantId: TenantId,
  successorId: UserId,
): Promise<Departure> => {
  const result = await handOver(x.db, whoIn(x, tenantId), successorId, x)
  if (result.outcome !== 'left') throw await refusalOf(x, tenantId, result)
  return departureShape(result.departure)
}

export const handOverAndLeave: Handler = async (x) => {
  const tenantId = tenantIdOf(x)
  const { successorId } = await readJson(x.c, newHandOver)
  return x.c.json(await handOverAt(x, tenantId, successorId.toLowerCase() as UserId))
}
