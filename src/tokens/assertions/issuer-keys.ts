/**
 * The keys of issuers elsewhere, by their own description (OpenID Connect Discovery), through the
 * one way out. Only issuers that an organization has named are asked. What was found is kept for a
 * while, and so is that there was nothing: a stranger's token asks nobody twice in a row.
 */
import { createLocalJWKSet, type JSONWebKeySet } from 'jose'
import { LRUCache } from 'lru-cache'
import { agedBy } from '../../kernel/aged-by.ts'
import { minuteMs, secondMs, type Clock } from '../../kernel/time.ts'
import { outboundDoor } from '../../outbound/door.ts'
import { fetchOnLane, newLanes } from '../../outbound/lanes.ts'
import type { Installation } from '../../store/installation.ts'

const keptForMs = 10 * minuteMs
const failedForMs = 30 * secondMs
const mostKept = 500

export type IssuerKeys = ReturnType<typeof createLocalJWKSet>

type Found = { readonly keys: IssuerKeys | undefined; readonly at: Date }
type Kept = LRUCache<string, Promise<Found>>

const lanes = newLanes()
const keptByClock = new WeakMap<Clock, Kept>()

const keptBy = (clock: Clock): Kept => {
  const known: Kept =
    keptByClock.get(clock) ?? new LRUCache({ ...agedBy(clock), max: mostKept, ttl: keptForMs })
  keptByClock.set(clock, known)
  return known
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

type From = Pick<Installation, 'allowPrivateProviders' | 'clock'>

const ask = async ({ allowPrivateProviders }: From, issuer: string): Promise<IssuerKeys> => {
  const { fetch } = outboundDoor(allowPrivateProviders === true)
  const onLane = fetchOnLane(lanes, issuer, fetch)
  const read = async (address: string): Promise<Record<string, unknown>> => {
    const answer = await onLane(address, { method: 'GET', headers: { accept: 'application/json' } })
    const body: unknown = answer.status === 200 ? await answer.json() : undefined
    if (!isObject(body)) throw new Error(`${address} did not answer with JSON.`)
    return body
  }
  const about = await read(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
  if (about['issuer'] !== issuer || typeof about['jwks_uri'] !== 'string')
    throw new Error('The issuer describes another one, or no keys.')
  return createLocalJWKSet((await read(about['jwks_uri'])) as unknown as JSONWebKeySet)
}

/**
 * The keys of an issuer; undefined when it cannot be asked, or has just failed. `fresh`: read again
 * what is older than half a minute, since a key is not among those that were kept.
 */
export const keysOfIssuer = async (
  from: From,
  issuer: string,
  { fresh }: { readonly fresh: boolean },
): Promise<IssuerKeys | undefined> => {
  const kept = keptBy(from.clock)
  const asked = (): Promise<Found> => {
    const found = ask(from, issuer)
      .catch(() => undefined)
      .then((keys): Found => ({ keys, at: from.clock() }))
    kept.set(issuer, found)
    return found
  }
  const known = await (kept.get(issuer) ?? asked())
  const age = from.clock().getTime() - known.at.getTime()
  const isOld = age > failedForMs && (fresh || known.keys === undefined)
  return (isOld ? await asked() : known).keys
}
