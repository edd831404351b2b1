/**
 * Lifecycle policies before they are saved and afterwards: what one would do, saving it as it was
 * seen, and what it did.
 */
import {
  createPolicy,
  policyProblem,
  updatePolicy,
  type PolicyWish,
} from '../../directory/lifecycle/policies.ts'
import { listPolicies, type Policy } from '../../directory/lifecycle/policies.sql.ts'
import { listResults } from '../../directory/lifecycle/results.sql.ts'
import { simulate, simulateAfter } from '../../directory/lifecycle/simulate.ts'
import { Refusal } from '../../edge/refusal.ts'
import { newId, type UserId } from '../../kernel/ids.ts'
import {
  policyResults,
  savePolicy as saving,
  simulatePolicy as simulating,
} from '../../wire/graph/lifecycle.ts'
import { readSent } from '../body.ts'
import { idParam, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import {
  comingOf,
  policyPath,
  problems,
  readPolicyOr404,
  reads,
  set,
  wishIn,
  writes,
} from './policies.ts'
import { told } from '../query/answers.ts'
import { limitedTo } from '../visible.ts'

const pageSize = 50

/** A policy as it would be saved, in the place of the one of this id. */
const tried = async (x: Exchange, id: string | undefined, wish: PolicyWish): Promise<Policy> => {
  const problem = await policyProblem(x.db, x.tenantId, wish)
  if (problem !== undefined) throw problems[problem](id ?? '')
  const before = (await listPolicies(x.db, x.tenantId)).find((one) => one.id === id)
  const createdAt = before?.createdAt ?? x.now
  const unsaved = { groupGoneAt: null, changedAt: x.now, lastRunAt: null }
  return { ...wish, ...unsaved, id: id ?? newId<string>(), createdAt }
}

const trial: Handler = async (x) => {
  const { id, after, ...body } = await readSent(x, simulating)
  const policy = await tried(x, id, wishIn(body))
  const given = { ...x, policy }
  const page =
    after === undefined
      ? await simulate(x.db, given, pageSize)
      : {
          ...(await simulateAfter(x.db, given, { after: after as UserId, limit: pageSize })),
          counts: null,
          seen: null,
        }
  const { concerned, next, counts, seen } = page
  return told(x, simulating, {
    value: concerned.map(({ userId, displayName, userPrincipalName, ...coming }) => ({
      ...limitedTo(x.caller, 'user', { id: userId, displayName, userPrincipalName }),
      ...comingOf(coming),
    })),
    next: next ?? null,
    counts,
    seen,
  })
}

/** What is off does nothing, and so needs not be looked at. */
const refuseUnseen = async (x: Exchange, policy: Policy, seen: string): Promise<void> => {
  if (!policy.isEnabled) return
  if ((await simulate(x.db, { ...x, policy }, 0)).seen !== seen)
    throw new Refusal('simulationOutdated')
}

const save: Handler = async (x) => {
  const { id, seen, ...body } = await readSent(x, saving)
  const wish = wishIn(body)
  if (id !== undefined) await readPolicyOr404(x, id)
  await refuseUnseen(x, await tried(x, id, wish), seen)
  const result =
    id === undefined
      ? await createPolicy(x.db, x.tenantId, wish, x.context)
      : await updatePolicy(x.db, { tenantId: x.tenantId, id }, wish, x.context)
  if (result.outcome !== 'saved') throw problems[result.outcome](id ?? '')
  return told(x, saving, { id: result.id })
}

const showResults: Handler = async (x) => {
  const { id } = await readPolicyOr404(x, idParam(x, 'id'))
  const value = await listResults(x.db, { tenantId: x.tenantId, policyId: id })
  return told(x, policyResults, { value })
}

export const lifecycleTrialRoutes: readonly GraphRoute[] = [
  {
    method: 'POST',
    path: `/${set}/guesthouse.simulate`,
    permission: writes,
    operation: simulating,
    handler: trial,
  },
  {
    method: 'POST',
    path: `/${set}/guesthouse.save`,
    permission: writes,
    operation: saving,
    handler: save,
  },
  {
    method: 'GET',
    path: `${policyPath}/guesthouse.results`,
    permission: reads,
    operation: policyResults,
    handler: showResults,
  },
]
