/**
 * The lifecycle policies, as a job (R134): finds who does not keep the rules, tells them and who
 * answers for them, and disables or deletes when the grace is over. Notices are noted batch by
 * batch, each in the transaction in which it is queued; ends are judged anew under the lock, one by
 * one. It may be stopped at any moment and run in several processes.
 */
import { bySystem } from '../../events/context.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { eachAlone } from '../../store/batches.ts'
import { transaction, type Database } from '../../store/database.ts'
import { lockWhereAdministrator } from '../administrators.sql.ts'
import { holdLiveUser } from '../lock-user.sql.ts'
import { deleteUser } from '../users/delete.ts'
import { disableUser } from '../users/disable.ts'
import { tellPeople } from '../users/tell.ts'
import type { LifecycleTold } from '../../mail/letters.ts'
import { keepEndDates } from './end-date.ts'
import { readGoverned, readSlice, type Governed, type Place } from './facts.sql.ts'
import { tellSponsors, type Notice } from './guests.sql.ts'
import { holdPolicies, listPolicies, tenantsWithPolicies } from './policies.sql.ts'
import { isSameEnd, type End } from './noted.rule.ts'
import {
  forget,
  forgetUngoverned,
  forgetWhereNothingIsJudged,
  noteDisabled,
  noteSaid,
  noteTold,
  type Said,
} from './noted.sql.ts'
import {
  deletedAfter,
  nextEnd,
  outlook,
  saidNow,
  stepNow,
  type Outlook,
  type Step,
} from './policy.rule.ts'
import { addResult, noteRun } from './results.sql.ts'
import { turnOf } from './turns.rule.ts'

/** So many guests are looked at in one transaction. */
const batchSize = 1_000
const failure = 'Some guests could not be ended.'

/** Does what end dates and policies ask for by `now`. Returns for how many guests. */
export const keepLifecycle = (db: Database, now: Date): Promise<number> =>
  eachAlone([keepEndDates, keepPolicies], (part) => part(db, now), failure)

/** Does what the policies ask for at `now`. Returns for how many guests. */
const keepPolicies = async (db: Database, now: Date): Promise<number> => {
  await forgetWhereNothingIsJudged(db)
  return eachAlone(await tenantsWithPolicies(db), (tenantId) => keepIn(db, tenantId, now), failure)
}

/** The same in one organization. */
export const keepIn = async (db: Database, tenantId: TenantId, now: Date): Promise<number> => {
  let told = 0
  // Each batch tells its own first, and leaves the ends to be judged anew, one by one.
  const due = async function* (): AsyncGenerator<UserId> {
    for (let after: Place | undefined; ;) {
      const before = after
      const batch = await transaction(db, (tx) => noteBatch(tx, tenantId, before, now))
      if (batch === undefined) return
      told += batch.told
      yield* batch.due
      if (batch.last === undefined) return
      after = batch.last
    }
  }
  const ended = await eachAlone(due(), (userId) => end(db, { tenantId, userId }, now), failure)
  return told + ended
}

type Judged = Governed & {
  readonly step: Step
  readonly coming: Outlook | undefined
  readonly next: End | null
  /** What counts as said from now on without a notice; undefined where nothing does. */
  readonly said: End | null | undefined
}

const judge = (governed: Governed, now: Date): Judged => {
  const { policy, guest, state } = governed
  const step = stepNow(policy, guest, state, now)
  const coming = outlook(policy, guest, state, now)
  const next = coming === undefined ? null : nextEnd(coming, guest)
  return { ...governed, step, coming, next, said: saidNow(policy, guest, state, now) }
}

type Batch = { readonly due: readonly UserId[]; readonly told: number; readonly last?: Place }

const noteBatch = async (
  tx: Database,
  tenantId: TenantId,
  after: Place | undefined,
  now: Date,
): Promise<Batch | undefined> => {
  if (!(await holdPolicies(tx, tenantId))) return undefined
  const policies = (await listPolicies(tx, tenantId)).filter(({ isEnabled }) => isEnabled)
  if (after === undefined) await forgetUngoverned(tx, tenantId, policies)
  const { found, last } = await readSlice(tx, tenantId, policies, {
    after,
    limit: batchSize,
    by: now,
  })
  const judged = found.map((governed) => judge(governed, now))
  const over = judged.filter(
    ({ step: { step }, state, isNoted }) =>
      isNoted && (step === 'clear' || (step === 'nothing' && !state)),
  )
  const ids = over.map(({ guest }) => guest.userId)
  if (ids.length > 0) await forget(tx, tenantId, ids)
  await noteSaid(tx, tenantId, later(judged))
  const told = judged.filter(({ step }) => step.step === 'notice')
  await note(tx, tenantId, told, now)
  const due = judged.filter(({ step: { step } }) => step === 'disable' || step === 'delete')
  if (last === undefined) await noteRun(tx, tenantId, now)
  return {
    due: due.map(({ guest }) => guest.userId),
    told: told.length,
    ...(last === undefined ? {} : { last }),
  }
}

/** Those whose end is no more the one that was said, and whom no notice tells now. */
const later = (judged: readonly Judged[]): Said[] =>
  judged.flatMap(({ guest, policy, state, said, step }) => {
    const isSo = guest.notedPolicyId === policy.id && isSameEnd(state?.said ?? null, said ?? null)
    if (said === undefined || step.step !== 'nothing' || isSo) return []
    return [{ userId: guest.userId, policyId: policy.id, said }]
  })

/** What a notice says: what comes first, and when. */
const toldOf = ({ step, coming, next }: Judged): LifecycleTold | undefined => {
  if (step.step !== 'notice' || coming === undefined || next === null) return undefined
  const { ending, at } = next
  const removedAt = ending === 'disable' ? (coming.deletedAt?.toISOString() ?? null) : null
  return { why: coming.reason, notice: step.notice, ending, at: at.toISOString(), removedAt }
}

const note = async (
  tx: Database,
  tenantId: TenantId,
  told: readonly Judged[],
  now: Date,
): Promise<void> => {
  if (told.length === 0) return
  const noted = told.map(({ guest, policy, step, coming, next }) => ({
    userId: guest.userId,
    policyId: policy.id,
    reason: coming?.reason ?? 'inactivity',
    since: coming?.toldAt ?? turnOf(now),
    notices: step.step === 'notice' ? step.notices : 0,
    said: next,
  }))
  await noteTold(tx, tenantId, noted)
  const notices = told.flatMap((one): Notice[] => {
    const values = toldOf(one)
    return values === undefined
      ? []
      : [{ which: { tenantId, userId: one.guest.userId }, told: values }]
  })
  await tellAll(tx, notices, now)
  for (const policyId of new Set(noted.map((one) => one.policyId))) {
    const count = noted.filter((one) => one.policyId === policyId).length
    await addResult(tx, { tenantId, policyId }, { told: count }, now)
  }
}

const tellAll = async (tx: Database, notices: readonly Notice[], now: Date): Promise<void> => {
  const toGuests = notices.filter(({ told }) => told.notice !== 'done' || told.ending === 'disable')
  await tellPeople(
    tx,
    toGuests.map(({ which, told }) => ({ which, told: { kind: 'lifecycle', ...told } })),
    now,
  )
  await tellSponsors(tx, notices, now)
}

type Which = { readonly tenantId: TenantId; readonly userId: UserId }

/** Disables or deletes one guest, unless something has changed since it was found due. */
const end = (db: Database, which: Which, now: Date): Promise<boolean> =>
  transaction(db, async (tx) => {
    await lockWhereAdministrator(tx, which)
    if (!(await holdLiveUser(tx, which))) return false
    const due = await dueNow(tx, which, now)
    if (due === undefined) return false
    const { ending, policyId, reason, deletedAt } = due
    const act = ending === 'disable' ? disable : remove
    if (!(await act(tx, which, due, now))) return false
    const at = deletedAt?.toISOString() ?? null
    const told = { why: reason, notice: 'done', ending, at } as const
    await tellAll(tx, [{ which, told }], now)
    await addResult(tx, { tenantId: which.tenantId, policyId }, { [done[ending]]: 1 }, now)
    return true
  })

const done = { disable: 'disabled', delete: 'deleted' } as const

type Due = Pick<Outlook, 'reason'> & {
  readonly ending: 'disable' | 'delete'
  readonly policyId: string
  /** When whom it disables now is deleted by it. */
  readonly deletedAt: Date | null
}

/** What is due for a guest who is held. */
const dueNow = async (
  tx: Database,
  { tenantId, userId }: Which,
  now: Date,
): Promise<Due | undefined> => {
  const policies = (await listPolicies(tx, tenantId)).filter(({ isEnabled }) => isEnabled)
  const found = await readGoverned(tx, { tenantId, userId }, policies)
  if (found === undefined) return undefined
  const { policy, state } = found
  const {
    step: { step: ending },
    coming,
  } = judge(found, now)
  if (coming === undefined || state === undefined) return undefined
  if (ending !== 'disable' && ending !== 'delete') return undefined
  const deletedAt = ending === 'disable' ? deletedAfter(policy, state, now) : null
  return { ending, policyId: policy.id, reason: coming.reason, deletedAt }
}

const disable = async (
  tx: Database,
  which: Which,
  { reason, deletedAt }: Due,
  now: Date,
): Promise<boolean> => {
  const { outcome } = await disableUser(tx, which, { kind: 'system' }, bySystem(now), reason)
  if (outcome !== 'disabled') return false
  await noteDisabled(tx, which, { at: turnOf(now), deletedAt })
  return true
}

const remove = async (tx: Database, which: Which, { reason }: Due, now: Date): Promise<boolean> =>
  (await deleteUser(tx, which, { kind: 'system' }, bySystem(now), reason)).outcome === 'deleted'
