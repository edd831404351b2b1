/**
 * The keys of issuers elsewhere, by their own description (OpenID Connect Discovery), through the
 * one way out. Only issuers that an organization has named are asked, and what they say is kept: a
 * stranger's token asks nobody twice in a row.
 */
import { createLocalJWKSet, type JSONWebKeySet } from 'jose'
import { outboundDoor } from '../../outbound/door.ts'
import { keptAnswers } from '../../outbound/kept-answers.ts'
import { fetchOnLane, newLanes } from '../../outbound/lanes.ts'
import type { Installation } from '../../store/installation.ts'

export type IssuerKeys = ReturnType<typeof createLocalJWKSet>

const lanes = newLanes()
const kept = keptAnswers<IssuerKeys>()

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
 * what is older than half a minute, since a key is not among those that were kept; they stay where
 * it cannot be asked now.
 */
export const keysOfIssuer = (
  from: From,
  issuer: string,
  wish: { readonly fresh: boolean },
): Promise<IssuerKeys | undefined> =>
  kept.of(from.clock, issuer, () => ask(from, issuer), wish).catch(() => undefined)
