/**
 * What a policy would do to whom, before it is saved (R134). It asks the same rule as the job, of
 * the same facts.
 */
import { createHash } from 'node:crypto'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { dayMs, plus } from '../../kernel/time.ts'
import { simulatedDays } from '../../wire/lifecycle.ts'
import type { Database } from '../../store/database.ts'
import { placeOfGuest, readSlice, type Place } from './facts.sql.ts'
import { listPolicies, type Policy } from './policies.sql.ts'
import { outlook, type Outlook } from './policy.rule.ts'

const sliceSize = 2_000
/** So many slices are looked at for one answer at most: half a million guests. */
const mostSlices = 250

type Concerned = Outlook & {
  readonly userId: UserId
  readonly displayName: string
  readonly userPrincipalName: string
}
type Counts = {
  readonly told: number
  readonly disabled: number
  readonly deleted: number
  /** False where there are more guests than are looked at. */
  readonly isWhole: boolean
}
type Page = {
  readonly concerned: readonly Concerned[]
  /** Where the next page begins; undefined at the end. */
  readonly next: UserId | undefined
}
/** A policy as it would be saved, and where and when. */
type Trial = { readonly tenantId: TenantId; readonly policy: Policy; readonly now: Date }

const inOrder = (one: Policy, other: Policy): number =>
  one.priority - other.priority || one.createdAt.getTime() - other.createdAt.getTime()

/** Those whom `policy` decides about, beside the other policies, slice by slice. */
async function* concernedBy(
  db: Database,
  { tenantId, policy, now }: Trial,
  from: Place | undefined,
): AsyncGenerator<Concerned, boolean> {
  const others = (await listPolicies(db, tenantId)).filter(
    ({ id, isEnabled }) => isEnabled && id !== policy.id,
  )
  const policies = [...others, policy].toSorted(inOrder)
  const by = plus(now, simulatedDays * dayMs)
  let after = from
  for (let slices = 0; slices < mostSlices; slices++) {
    const { found, last } = await readSlice(db, tenantId, policies, { after, limit: sliceSize, by })
    for (const { guest, policy: deciding, state } of found) {
      if (deciding.id !== policy.id) continue
      const coming = outlook(policy, guest, state, now)
      if (coming === undefined || coming.toldAt > by) continue
      const { userId, displayName, userPrincipalName } = guest
      yield { userId, displayName, userPrincipalName, ...coming }
    }
    if (last === undefined) return true
    after = last
  }
  return false
}

// What is said of a policy; not when it was made.
const isWished = (name: string): boolean =>
  !['id', 'groupGoneAt', 'createdAt', 'changedAt', 'lastRunAt'].includes(name)

const settingsOf = (policy: Policy): string =>
  JSON.stringify(
    Object.entries(policy)
      .filter(([name]) => isWished(name))
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )

/**
 * Everybody whom `policy`, as it would be saved, decides about, and what would become of each,
 * beside the other policies of the organization: how many, and by name the first `limit`. `seen`
 * says what was seen: the settings, whom they concern and why, not the moment of it. Saves nothing.
 */
export const simulate = async (
  db: Database,
  trial: Trial,
  limit: number,
): Promise<Page & { readonly counts: Counts; readonly seen: string }> => {
  const all = concernedBy(db, trial, undefined)
  const concerned: Concerned[] = []
  const counts = { told: 0, disabled: 0, deleted: 0 }
  const hash = createHash('sha256').update(settingsOf(trial.policy))
  for (;;) {
    const { value, done } = await all.next()
    if (done === true) {
      const next = counts.told > limit ? concerned.at(-1)?.userId : undefined
      return { concerned, next, counts: { ...counts, isWhole: value }, seen: hash.digest('hex') }
    }
    counts.told++
    if (value.disabledAt !== null) counts.disabled++
    if (value.deletedAt !== null) counts.deleted++
    hash.update(`${value.userId} ${value.reason}\n`)
    if (concerned.length < limit) concerned.push(value)
  }
}

/** The next page of the same, after a guest of it. */
export const simulateAfter = async (
  db: Database,
  trial: Trial,
  { after, limit }: { readonly after: UserId; readonly limit: number },
): Promise<Page> => {
  const from = await placeOfGuest(db, trial.tenantId, after)
  const concerned: Concerned[] = []
  for await (const one of concernedBy(db, trial, from)) {
    if (concerned.length === limit) return { concerned, next: concerned.at(-1)?.userId }
    concerned.push(one)
  }
  return { concerned, next: undefined }
}
