/** Tries settings of collaboration before they are saved: how many are affected, and who. */
import { roleNamed } from '../access/roles.ts'
import type { TenantId, UserId } from '../kernel/ids.ts'
import type { Database } from '../store/database.ts'
import { settingEffects } from '../wire/graph/settings-trial.ts'
import {
  concernsMembers,
  effectsOn,
  type SettingEffect,
  type Settings,
  type TriedUser,
} from './trial.rule.ts'
import { countAlike, listTried, type TriedRow } from './trial.sql.ts'

const batchSize = 500
/** So many users are looked at for one page at most; the next page goes on. */
const mostBatches = 20
const mostDomains = 50

export type DomainCount = {
  readonly domain: string
  readonly guests: number
  readonly invitations: number
}

export type Concerned = {
  readonly id: UserId
  readonly displayName: string
  readonly userPrincipalName: string
  readonly effects: readonly SettingEffect[]
}

export type Trial = {
  readonly counts: readonly { readonly effect: SettingEffect; readonly count: number }[]
  readonly domains: readonly DomainCount[]
  readonly concerned: readonly Concerned[]
  /** Where the next page begins; undefined at the end. */
  readonly next: UserId | undefined
}

type Tried = { readonly tenantId: TenantId; readonly before: Settings; readonly after: Settings }
type Wanted = {
  readonly effect: SettingEffect | undefined
  readonly after: UserId | undefined
  readonly limit: number
}

const factsOf = ({ roleIds, ...facts }: TriedRow): TriedUser => ({
  ...facts,
  roles: roleIds.flatMap((id) => roleNamed(id) ?? []),
})

type Alike = {
  readonly user: TriedUser
  readonly count: number
  readonly effects: Set<SettingEffect>
}

const countsOf = (found: readonly Alike[]): Trial['counts'] => {
  const counts = new Map<SettingEffect, number>()
  for (const { effects, count } of found)
    for (const effect of effects) counts.set(effect, (counts.get(effect) ?? 0) + count)
  return settingEffects.flatMap((effect) => {
    const count = counts.get(effect)
    return count === undefined ? [] : [{ effect, count }]
  })
}

const domainsOf = (found: readonly Alike[]): DomainCount[] => {
  const domains = new Map<string, { guests: number; invitations: number }>()
  for (const { user, effects, count } of found) {
    const invitations = effects.has('invitationRefused') ? count : 0
    const guests = effects.has('domainRefused') ? count : 0
    if (guests + invitations === 0 || user.domain === null) continue
    const before = domains.get(user.domain) ?? { guests: 0, invitations: 0 }
    domains.set(user.domain, {
      guests: before.guests + guests,
      invitations: before.invitations + invitations,
    })
  }
  const size = ({ guests, invitations }: DomainCount): number => guests + invitations
  return [...domains]
    .map(([domain, counts]) => ({ domain, ...counts }))
    .toSorted((one, other) => size(other) - size(one) || (one.domain < other.domain ? -1 : 1))
    .slice(0, mostDomains)
}

type Of = Tried & { readonly members: boolean; readonly now: Date }

const countTried = async (db: Database, of: Of): Promise<Alike[]> =>
  (await countAlike(db, of)).map(({ count, ...row }) => {
    const user = factsOf(row)
    return { user, count, effects: new Set(effectsOn(user, of.before, of.after)) }
  })

const nameTried = async (
  db: Database,
  of: Of,
  { effect, after, limit }: Wanted,
): Promise<Pick<Trial, 'concerned' | 'next'>> => {
  const concerned: Concerned[] = []
  let place = after
  for (let batches = 0; batches < mostBatches; batches++) {
    const found = await listTried(db, of, { after: place, limit: batchSize })
    for (const { id, displayName, userPrincipalName, ...row } of found) {
      place = id
      const effects = effectsOn(factsOf(row), of.before, of.after)
      const isAsked = effect === undefined ? effects.length > 0 : effects.includes(effect)
      if (!isAsked) continue
      concerned.push({ id, displayName, userPrincipalName, effects })
      if (concerned.length === limit) return { concerned, next: place }
    }
    if (found.length < batchSize) return { concerned, next: undefined }
  }
  return { concerned, next: place }
}

/** Whom the settings `after` would affect that are `before` now (U16). Saves nothing. */
export const trySettings = async (
  db: Database,
  tried: Tried,
  wanted: Wanted,
  now: Date,
): Promise<Trial> => {
  const of = { ...tried, members: concernsMembers(tried.before, tried.after), now }
  const alike = await countTried(db, of)
  const counts = countsOf(alike)
  const named =
    counts.length === 0 ? { concerned: [], next: undefined } : await nameTried(db, of, wanted)
  return { counts, domains: domainsOf(alike), ...named }
}
