/**
 * /subscriptions: who is told of changes as they come. Asked for as Microsoft Graph does, with a
 * handshake; each application sees those that it made for the same caller.
 */
import { asks } from '../../access/permission.ts'
import { neededFor } from '../../access/subscribing.ts'
import { Refusal } from '../../edge/refusal.ts'
import type { SubscriptionId } from '../../kernel/ids.ts'
import { createSubscription } from '../../subscriptions/create.ts'
import { keepSubscription, removeSubscription, type Kept } from '../../subscriptions/keep.ts'
import { findSubscription, listSubscriptions } from '../../subscriptions/subscriptions.sql.ts'
import type { Subscriber, Subscription } from '../../subscriptions/subscription.ts'
import { mostSubscriptions, subscription } from '../../wire/graph/applications/subscription.ts'
import { readChange, readCreation } from '../body.ts'
import { idParam, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { answerList, entity, noContent, pageOf } from '../query/answers.ts'
import { invalidSubscription, notFound } from '../refusals.ts'
import { shaped } from '../shape.ts'
import { certificateIn, certificateRefusal } from './resource-data.ts'
import { agreed, endIn, scopesOf, wishIn } from './wish.ts'

const { set } = subscription

const shape = shaped<typeof subscription, Subscription>(subscription, {
  applicationId: ({ appId }) => appId,
  changeType: ({ changeTypes }) => changeTypes.join(','),
  lifecycleNotificationUrl: ({ lifecycleUrl }) => lifecycleUrl,
  expirationDateTime: ({ expiresAt }) => expiresAt.toISOString(),
  latestSupportedTlsVersion: ({ tlsVersion }) => tlsVersion,
  includeResourceData: ({ chosen }) => (chosen === null ? null : true),
  encryptionCertificate: ({ certificate }) => certificate,
  encryptionCertificateId: ({ certificateId }) => certificateId,
  notificationQueryOptions: () => null,
  notificationUrlAppId: () => null,
  'guesthouse.missedDateTime': ({ missedAt }) => missedAt?.toISOString() ?? null,
})

const subscriberOf = ({ caller, tenantId }: Exchange): Subscriber => ({
  tenantId,
  appId: caller.appId,
  userId: caller.kind === 'person' ? caller.userId : null,
  applicationId: caller.kind === 'application' ? caller.applicationId : null,
})

const foundAt = async (x: Exchange, id: SubscriptionId): Promise<Subscription> => {
  const found = await findSubscription(x.db, subscriberOf(x), id, x.now)
  if (found === undefined) throw notFound(id)
  return found
}

const tooMany = (of: keyof typeof mostSubscriptions): Refusal =>
  new Refusal(
    'Forbidden',
    of === 'application'
      ? `Application has reached the limit of ${mostSubscriptions.application} subscriptions in this organization.`
      : `The organization has reached the limit of ${mostSubscriptions.organization} subscriptions.`,
  )

const create: Handler = async (x) => {
  const body = await readCreation(x, subscription)
  const wish = wishIn(x, body)
  const notificationUrl = await agreed(x, 'notificationUrl', body.notificationUrl)
  const lifecycle = body.lifecycleNotificationUrl ?? null
  const lifecycleUrl =
    lifecycle === null ? null : await agreed(x, 'lifecycleNotificationUrl', lifecycle)
  const by = subscriberOf(x)
  const made = await createSubscription(
    x.db,
    by,
    { ...wish, notificationUrl, lifecycleUrl },
    x.context,
  )
  if (made.outcome === 'tooMany') throw tooMany(made.of)
  return entity(x, set, shape, await foundAt(x, made.id), 201)
}

const list: Handler = async (x) =>
  answerList(x, set, await listSubscriptions(x.db, subscriberOf(x), x.now, pageOf(x)), shape)

const show: Handler = async (x) => entity(x, set, shape, await foundAt(x, idParam(x, 'id')))

const keep = async (x: Exchange, wish: Omit<Kept, 'scopes'>): Promise<SubscriptionId> => {
  const id = idParam<SubscriptionId>(x, 'id')
  const by = subscriberOf(x)
  const kept = { ...wish, scopes: scopesOf(x) }
  const result = await keepSubscription(x.db, { by, id }, kept, x.context)
  if (result.outcome === 'notFound') throw notFound(id)
  if (result.outcome === 'idsAlone')
    throw invalidSubscription(
      'The subscription tells ids alone, and nothing is encrypted. Make another one with includeResourceData: true.',
    )
  if (result.outcome === 'badCertificate') throw certificateRefusal(result.problem)
  return id
}

const change: Handler = async (x) => {
  const body = await readChange(x, subscription)
  const { expirationDateTime: end, encryptionCertificate, encryptionCertificateId } = body
  const isEncrypted = (encryptionCertificate ?? encryptionCertificateId ?? null) !== null
  if (end === undefined && !isEncrypted)
    throw invalidSubscription(
      'A subscription is changed by its expirationDateTime, or by another encryptionCertificate with its encryptionCertificateId. Send one of them.',
    )
  const id = await keep(x, {
    ...(end !== undefined && { expiresAt: endIn(x, end) }),
    ...(isEncrypted && { encrypted: certificateIn(body) }),
  })
  return entity(x, set, shape, await foundAt(x, id))
}

const reauthorize: Handler = async (x) => {
  await keep(x, {})
  return noContent(x)
}

const remove: Handler = async (x) => {
  const id = idParam<SubscriptionId>(x, 'id')
  const { outcome } = await removeSubscription(x.db, { by: subscriberOf(x), id }, x.context)
  if (outcome === 'notFound') throw notFound(id)
  return noContent(x)
}

const one = `/${set}/:id`
const needed = asks('subscribe', 'subscriptions')

export const subscriptionRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: `/${set}`,
    permission: needed,
    takes: { page: true, select: shape },
    handler: list,
  },
  {
    method: 'POST',
    path: `/${set}`,
    permission: asks('subscribe', 'subscriptions', { besides: neededFor }),
    handler: create,
  },
  { method: 'GET', path: one, permission: needed, takes: { select: shape }, handler: show },
  { method: 'PATCH', path: one, permission: needed, handler: change },
  { method: 'DELETE', path: one, permission: needed, handler: remove },
  { method: 'POST', path: `${one}/reauthorize`, permission: needed, handler: reauthorize },
]
