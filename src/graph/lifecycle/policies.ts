/** Lifecycle policies of guests, what ends one guest next, and attesting. */
import { asks } from '../../access/permission.ts'
import { attest } from '../../directory/lifecycle/attest.ts'
import { readEndsOf } from '../../directory/lifecycle/ends.ts'
import {
  createPolicy,
  removePolicy,
  updatePolicy,
  type PolicyProblem,
  type PolicyWish,
} from '../../directory/lifecycle/policies.ts'
import { listPolicies, mostPolicies, type Policy } from '../../directory/lifecycle/policies.sql.ts'
import type { Outlook } from '../../directory/lifecycle/policy.rule.ts'
import type { Coming } from '../../directory/lifecycle/what-ends-next.rule.ts'
import { Refusal } from '../../edge/refusal.ts'
import type { GivenChange, GivenCreation } from '../../wire/graph/definition/sent.ts'
import {
  attestGuest as attesting,
  lifecyclePolicy,
  userLifecycle,
} from '../../wire/graph/lifecycle.ts'
import { readChange, readCreation, readSent } from '../body.ts'
import { authorityOf, idParam, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { collection, entity, noContent, told } from '../query/answers.ts'
import { badProperty, notAllowedOnTarget, notFound } from '../refusals.ts'
import { shaped } from '../shape.ts'
import { refusePastEnd } from '../users/past-end.ts'
import { userParam } from '../users/param.ts'

export const { set } = lifecyclePolicy

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
  'guesthouse.exceptGroupId': ({ exceptGroupId }) => exceptGroupId,
  'guesthouse.lastRunDateTime': ({ lastRunAt }) => lastRunAt?.toISOString() ?? null,
  createdDateTime: ({ createdAt }) => createdAt.toISOString(),
  lastModifiedDateTime: ({ changedAt }) => changedAt.toISOString(),
})

export const problems: Readonly<Record<PolicyProblem, (id: string) => Refusal>> = {
  notFound,
  tooMany: () =>
    new Refusal(
      'tooManyPolicies',
      `${mostPolicies.on} policies are on already, or there are ${mostPolicies.all}. Switch one off or remove one first.`,
    ),
  noRule: () => new Refusal('policyWithoutRule'),
  groupNotFound: () => badProperty('guesthouse.groupId', 'noSuchGroup'),
  groupGone: () => badProperty('guesthouse.groupId', 'policyGroupGone'),
  exceptGroupNotFound: () => badProperty('guesthouse.exceptGroupId', 'noSuchGroup'),
  graceBeforeDeletion: () => badProperty('gracePeriodInDays', 'policyGraceBeforeDeletion'),
  deletionDays: () => badProperty('guesthouse.deletionDays', 'policyDeletionDays'),
}

type Body = GivenCreation<typeof lifecyclePolicy>

const changesIn = (body: GivenChange<typeof lifecyclePolicy>) => ({
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
  exceptGroupId: body['guesthouse.exceptGroupId'],
})

/** What a body says, with nothing said for what it may leave out. */
export const wishIn = (body: Body): PolicyWish => ({
  displayName: body.displayName,
  description: body.description ?? null,
  isEnabled: body.isEnabled,
  priority: body.priority,
  groupId: body['guesthouse.groupId'] ?? null,
  inactiveDays: body['guesthouse.inactiveDays'] ?? null,
  needsSponsor: body['guesthouse.needsSponsor'] ?? false,
  attestationDays: body['guesthouse.attestationDays'] ?? null,
  redemptionDays: body['guesthouse.redemptionDays'] ?? null,
  graceDays: body.gracePeriodInDays,
  action: body['guesthouse.action'],
  deletionDays: body['guesthouse.deletionDays'] ?? null,
  exceptGroupId: body['guesthouse.exceptGroupId'] ?? null,
})

const list: Handler = async (x) =>
  collection(x, set, await listPolicies(x.db, x.tenantId), policyShape)

export const readPolicyOr404 = async (x: Exchange, id: string): Promise<Policy> => {
  const found = (await listPolicies(x.db, x.tenantId)).find((one) => one.id === id)
  if (found === undefined) throw notFound(id)
  return found
}

const show: Handler = async (x) =>
  entity(x, set, policyShape, await readPolicyOr404(x, idParam(x, 'id')))

const create: Handler = async (x) => {
  const wish = wishIn(await readCreation(x, lifecyclePolicy))
  const result = await createPolicy(x.db, x.tenantId, wish, x.context)
  if (result.outcome !== 'saved') throw problems[result.outcome]('')
  return entity(x, set, policyShape, await readPolicyOr404(x, result.id), 201)
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

export const comingOf = ({ reason, already, toldAt, disabledAt, deletedAt }: Outlook) => ({
  reason,
  already,
  toldDateTime: toldAt.toISOString(),
  disableDateTime: disabledAt?.toISOString() ?? null,
  deleteDateTime: deletedAt?.toISOString() ?? null,
})

const stepsOf = (comes: readonly Coming[]) =>
  comes.map(({ step, why, already, at }) => ({ step, why, already, dateTime: at.toISOString() }))

const showLifecycle: Handler = async (x) => {
  const which = await userParam(x)
  const ends = await readEndsOf(x.db, which, x.now)
  if (ends === undefined) throw notFound(which.userId)
  const { endsAt, attestedAt, disabledByPolicy, policy: coming, comes, comesIfKept } = ends
  return told(x, userLifecycle, {
    endDateTime: endsAt?.toISOString() ?? null,
    lastAttestedDateTime: attestedAt?.toISOString() ?? null,
    disabledByPolicy,
    policy:
      coming === undefined
        ? null
        : { id: coming.policy.id, displayName: coming.policy.displayName, ...comingOf(coming) },
    comes: stepsOf(comes),
    comesIfKept: stepsOf(comesIfKept),
  })
}

const sayNeeded: Handler = async (x) => {
  const which = await userParam(x)
  const { 'guesthouse.endDateTime': endsAt } = await readSent(x, attesting, { mayBeEmpty: true })
  refusePastEnd(endsAt, x.now)
  const { outcome } = await attest(x.db, which, { endsAt, authority: authorityOf(x) }, x.context)
  if (outcome === 'notFound') throw notFound(which.userId)
  if (outcome === 'targetTooHigh') throw notAllowedOnTarget()
  if (outcome === 'notAGuest') throw new Refusal('notAGuest')
  return noContent(x)
}

export const policyPath = `/${set}/:id`
export const reads = asks('policies.read', 'read lifecycle policies')
export const writes = asks('organization.write', 'write lifecycle policies')

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
    method: 'GET',
    path: policyPath,
    permission: reads,
    takes: { select: policyShape },
    handler: show,
  },
  { method: 'PATCH', path: policyPath, permission: writes, handler: update },
  { method: 'DELETE', path: policyPath, permission: writes, handler: remove },
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
    operation: attesting,
    handler: sayNeeded,
  },
]
