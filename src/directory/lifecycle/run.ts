/**
 * The lifecycle policies, as a job (R134): finds who does not keep the rules, tells them and who
 * answers for them, and disables or deletes when the grace is over. Notices are noted batch by
 * batch, each in the transaction in which it is queued; ends are judged anew under the lock, one by
 * one. It may be stopped at any moment and run in several processes.
 */
import { bySystem } from '../../events/context.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { eachAlone } from '../../store/batches.ts'
import { sql, transaction, type Database } from '../../store/database.ts'
import { lockWhereAdministrator } from '../administrators.sql.ts'
import { holdLiveUser } from '../lock-user.sql.ts'
import { deleteUser } from '../users/delete.ts'
import { disableUser } from '../users/disable.ts'
import { tellPeople } from '../users/tell.ts'
import type { LifecycleTold } from '../../mail/letters.ts'
import { keepEndDates } from './end-date.ts'
import { readGoverned, readSlice, type Governed, type Place } from './facts.sql.ts'
import { forgetUngoverned, forgetWhereNothingIsJudged } from './forget.sql.ts'
import { tellSponsors, type Notice } from './guests.sql.ts'
import { holdPolicies, listPolicies, tenantsWithPolicies } from './policies.sql.ts'
import { outlook, stepNow, type Outlook, type Step } from './policy.rule.ts'
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

type Judged = Governed & { readonly step: Step; readonly coming: Outlook | undefined }

const judge = (governed: Governed, now: Date): Judged => {
  const { policy, guest, state } = governed
  const step = stepNow(policy, guest, state, now)
  return { ...governed, step, coming: outlook(policy, guest, state, now) }
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
  await forget(tx, tenantId, over)
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

const forget = async (tx: Database, tenantId: TenantId, over: readonly Judged[]): Promise<void> => {
  if (over.length === 0) return
  await sql`delete from lifecycle_states where tenant_id = ${tenantId}
    and user_id = any(${over.map(({ guest }) => guest.userId)}::uuid[])`.execute(tx)
}

/** What a notice says: what comes first, and when. */
const toldOf = ({ step, coming }: Judged): LifecycleTold | undefined => {
  if (step.step !== 'notice' || coming === undefined) return undefined
  const ending = coming.disabledAt === null ? 'delete' : 'disable'
  const at = (coming.disabledAt ?? coming.deletedAt)?.toISOString() ?? null
  return { why: coming.reason, notice: step.notice, ending, at }
}

const note = async (
  tx: Database,
  tenantId: TenantId,
  told: readonly Judged[],
  now: Date,
): Promise<void> => {
  if (told.length === 0) return
  const noted = told.map(({ guest, policy, step, coming }) => ({
    userId: guest.userId,
    policyId: policy.id,
    reason: coming?.reason ?? 'inactivity',
    since: coming?.toldAt ?? turnOf(now),
    notices: step.step === 'notice' ? step.notices : 0,
  }))
  await sql`
    insert into lifecycle_states (tenant_id, user_id, policy_id, reason, since, notices)
    select ${tenantId}, k.user_id, k.policy_id, k.reason, k.since, k.notices from unnest(
      ${noted.map(({ userId }) => userId)}::uuid[], ${noted.map(({ policyId }) => policyId)}::uuid[],
      ${noted.map(({ reason }) => reason)}::text[], ${noted.map(({ since }) => since)}::timestamptz[],
      ${noted.map(({ notices }) => notices)}::smallint[]) as k(user_id, policy_id, reason, since, notices)
    on conflict (tenant_id, user_id) do update set policy_id = excluded.policy_id, reason = excluded.reason,
      since = excluded.since, notices = excluded.notices, disabled_at = null`.execute(tx)
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
    const { ending, coming, policyId } = due
    const act = ending === 'disable' ? disable : remove
    if (!(await act(tx, which, coming, now))) return false
    const at = ending === 'disable' ? (coming.deletedAt?.toISOString() ?? null) : null
    const told = { why: coming.reason, notice: 'done', ending, at } as const
    await tellAll(tx, [{ which, told }], now)
    await addResult(tx, { tenantId: which.tenantId, policyId }, { [done[ending]]: 1 }, now)
    return true
  })

const done = { disable: 'disabled', delete: 'deleted' } as const

type Due = {
  readonly ending: 'disable' | 'delete'
  readonly coming: Outlook
  readonly policyId: string
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
  const {
    step: { step },
    coming,
  } = judge(found, now)
  if (coming === undefined || (step !== 'disable' && step !== 'delete')) return undefined
  return { ending: step, coming, policyId: found.policy.id }
}

const disable = async (
  tx: Database,
  which: Which,
  { reason }: Outlook,
  now: Date,
): Promise<boolean> => {
  const { outcome } = await disableUser(tx, which, { kind: 'system' }, bySystem(now), reason)
  if (outcome !== 'disabled') return false
  await sql`update lifecycle_states set disabled_at = ${turnOf(now)} where tenant_id = ${which.tenantId} and user_id = ${which.userId}`.execute(
    tx,
  )
  return true
}

const remove = async (
  tx: Database,
  which: Which,
  { reason }: Outlook,
  now: Date,
): Promise<boolean> =>
  (await deleteUser(tx, which, { kind: 'system' }, bySystem(now), reason)).outcome === 'deleted'
