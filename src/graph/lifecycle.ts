/** Lifecycle policies of guests, their simulation, what ends one guest next, and attesting. */
import { asks } from '../access/permission.ts'
import { attest } from '../directory/lifecycle/attest.ts'
import { readEndsOf } from '../directory/lifecycle/ends.ts'
import {
  createPolicy,
  policyProblem,
  removePolicy,
  updatePolicy,
  type PolicyProblem,
  type PolicyWish,
} from '../directory/lifecycle/policies.ts'
import { listPolicies, type Policy } from '../directory/lifecycle/policies.sql.ts'
import type { Outlook } from '../directory/lifecycle/policy.rule.ts'
import { simulate } from '../directory/lifecycle/simulate.ts'
import type { Refusal } from '../edge/refusal.ts'
import { newId, type UserId } from '../kernel/ids.ts'
import type { GivenChange } from '../wire/graph/definition.ts'
import {
  lifecyclePolicy,
  simulatePolicy as simulating,
  userLifecycle,
} from '../wire/graph/lifecycle.ts'
import { readChange, readCreation, readSent } from './body.ts'
import { idParam, type Exchange, type GraphRoute, type Handler } from './exchange.ts'
import { collection, entity, noContent, told } from './query/answers.ts'
import { badProperty, badRequest, notFound } from './refusals.ts'
import { shaped } from './shape.ts'
import { userParam } from './users/param.ts'

const set = 'identityGovernance/lifecycleWorkflows/lifecyclePolicies'

const policyShape = shaped<typeof lifecyclePolicy, Policy>(lifecyclePolicy, {
  gracePeriodInDays: ({ graceDays }) => graceDays,
  'guesthouse.groupId': ({ groupId }) => groupId,
  'guesthouse.inactiveDays': ({ inactiveDays }) => inactiveDays,
  'guesthouse.needsSponsor': ({ needsSponsor }) => needsSponsor,
  'guesthouse.attestationDays': ({ attestationDays }) => attestationDays,
  'guesthouse.redemptionDays': ({ redemptionDays }) => redemptionDays,
  'guesthouse.action': ({ action }) => action,
  'guesthouse.deletionDays': ({ deletionDays }) => deletionDays,
  'guesthouse.groupGoneDateTime': ({ groupGoneAt }) => groupGoneAt?.toISOString() ?? null,
  createdDateTime: ({ createdAt }) => createdAt.toISOString(),
  lastModifiedDateTime: ({ changedAt }) => changedAt.toISOString(),
})

const problems: Readonly<Record<PolicyProblem, (id: string) => Refusal>> = {
  notFound,
  tooMany: () =>
    badRequest(
      'Ten policies are on already, or there are 200. Switch one off or remove one first.',
    ),
  noRule: () =>
    badRequest(
      'A policy needs a rule: guesthouse.inactiveDays, needsSponsor, attestationDays or redemptionDays.',
    ),
  groupNotFound: () =>
    badProperty('guesthouse.groupId', 'There is no such group in the organization.'),
  groupGone: () =>
    badProperty(
      'guesthouse.groupId',
      'The group that the policy was for is permanently deleted. Say for whom it is before you turn it on: a group, or null for all guests.',
    ),
  deletionDays: () =>
    badProperty(
      'guesthouse.deletionDays',
      'disableThenDelete needs the days between the two; the other actions have none.',
    ),
}

type Body = Omit<GivenChange<typeof lifecyclePolicy>, 'guesthouse.action'> & {
  readonly 'guesthouse.action'?: Policy['action'] | undefined
}

const changesIn = (
  body: Body,
): { readonly [N in keyof PolicyWish]?: PolicyWish[N] | undefined } => ({
  displayName: body.displayName,
  description: body.description,
  isEnabled: body.isEnabled,
  priority: body.priority,
  groupId: body['guesthouse.groupId'],
  inactiveDays: body['guesthouse.inactiveDays'],
  needsSponsor: body['guesthouse.needsSponsor'],
  attestationDays: body['guesthouse.attestationDays'],
  redemptionDays: body['guesthouse.redemptionDays'],
  graceDays: body.gracePeriodInDays,
  action: body['guesthouse.action'],
  deletionDays: body['guesthouse.deletionDays'],
})

const given = <T>(value: T | undefined, otherwise: T): T => value ?? otherwise

/** What a body says, with nothing said for what it leaves out. */
const wishIn = (body: Body): PolicyWish => {
  const wish = changesIn(body)
  return {
    displayName: given(wish.displayName, ''),
    description: wish.description ?? null,
    isEnabled: given(wish.isEnabled, true),
    priority: given(wish.priority, 1),
    groupId: wish.groupId ?? null,
    inactiveDays: wish.inactiveDays ?? null,
    needsSponsor: given(wish.needsSponsor, false),
    attestationDays: wish.attestationDays ?? null,
    redemptionDays: wish.redemptionDays ?? null,
    graceDays: given(wish.graceDays, 30),
    action: given(wish.action, 'disableThenDelete'),
    deletionDays: wish.deletionDays ?? null,
  }
}

const list: Handler = async (x) =>
  collection(x, set, await listPolicies(x.db, x.tenantId), policyShape)

const readOr404 = async (x: Exchange, id: string): Promise<Policy> => {
  const found = (await listPolicies(x.db, x.tenantId)).find((one) => one.id === id)
  if (found === undefined) throw notFound(id)
  return found
}

const show: Handler = async (x) => entity(x, set, policyShape, await readOr404(x, idParam(x, 'id')))

const create: Handler = async (x) => {
  const wish = wishIn(await readCreation(x, lifecyclePolicy))
  const result = await createPolicy(x.db, x.tenantId, wish, x.context)
  if (result.outcome !== 'saved') throw problems[result.outcome]('')
  return entity(x, set, policyShape, await readOr404(x, result.id), 201)
}

const update: Handler = async (x) => {
  const id = idParam<string>(x, 'id')
  const changes = changesIn(await readChange(x, lifecyclePolicy))
  const result = await updatePolicy(x.db, { tenantId: x.tenantId, id }, changes, x.context)
  if (result.outcome !== 'saved') throw problems[result.outcome](id)
  return noContent(x)
}

const remove: Handler = async (x) => {
  const id = idParam<string>(x, 'id')
  const result = await removePolicy(x.db, { tenantId: x.tenantId, id }, x.context)
  if (result.outcome !== 'saved') throw problems[result.outcome](id)
  return noContent(x)
}

const comingOf = ({ reason, toldAt, disabledAt, deletedAt }: Outlook) => ({
  reason,
  toldDateTime: toldAt.toISOString(),
  disableDateTime: disabledAt?.toISOString() ?? null,
  deleteDateTime: deletedAt?.toISOString() ?? null,
})

const pageSize = 50

const trial: Handler = async (x) => {
  const { id = newId<string>(), after, ...body } = await readSent(x, simulating)
  const wish = wishIn(body)
  const problem = await policyProblem(x.db, x.tenantId, wish)
  if (problem !== undefined) throw problems[problem](id)
  const before = (await listPolicies(x.db, x.tenantId)).find((one) => one.id === id)
  const policy = {
    ...wish,
    id,
    groupGoneAt: null,
    createdAt: before?.createdAt ?? x.now,
    changedAt: x.now,
  }
  const page = { after: after as UserId | undefined, limit: pageSize }
  const { concerned, next } = await simulate(x.db, x.tenantId, policy, x.now, page)
  return told(x, simulating, {
    value: concerned.map(({ userId, displayName, userPrincipalName, ...coming }) => ({
      id: userId,
      displayName,
      userPrincipalName,
      ...comingOf(coming),
    })),
    next: next ?? null,
  })
}

const showLifecycle: Handler = async (x) => {
  const which = await userParam(x)
  const ends = await readEndsOf(x.db, which, x.now)
  if (ends === undefined) throw notFound(which.userId)
  const { endsAt, attestedAt, disabledByPolicy, policy: coming, comes } = ends
  return told(x, userLifecycle, {
    endDateTime: endsAt?.toISOString() ?? null,
    lastAttestedDateTime: attestedAt?.toISOString() ?? null,
    disabledByPolicy,
    policy:
      coming === undefined
        ? null
        : { id: coming.policy.id, displayName: coming.policy.displayName, ...comingOf(coming) },
    comes: comes.map(({ step, why, at }) => ({ step, why, dateTime: at.toISOString() })),
  })
}

const attestGuest: Handler = async (x) => {
  const which = await userParam(x)
  const { outcome } = await attest(x.db, which, x.context)
  if (outcome === 'notFound') throw notFound(which.userId)
  if (outcome === 'notAGuest') throw badRequest('Only guests whose home is elsewhere are attested.')
  return noContent(x)
}

const one = `/${set}/:id`
const reads = asks('policies.read', 'read lifecycle policies')
const writes = asks('organization.write', 'write lifecycle policies')

export const lifecycleRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: `/${set}`,
    permission: reads,
    takes: { list: true, select: policyShape },
    handler: list,
  },
  { method: 'POST', path: `/${set}`, permission: writes, handler: create },
  {
    method: 'POST',
    path: `/${set}/guesthouse.simulate`,
    permission: writes,
    operation: simulating,
    handler: trial,
  },
  { method: 'GET', path: one, permission: reads, takes: { select: policyShape }, handler: show },
  { method: 'PATCH', path: one, permission: writes, handler: update },
  { method: 'DELETE', path: one, permission: writes, handler: remove },
  {
    method: 'GET',
    path: '/users/:id/guesthouse.lifecycle',
    permission: asks('users.inspect', 'read what ends guests'),
    operation: userLifecycle,
    handler: showLifecycle,
  },
  {
    method: 'POST',
    path: '/users/:id/microsoft.graph.identityGovernance.attest',
    permission: asks('users.update', 'attest guests'),
    handler: attestGuest,
  },
]
