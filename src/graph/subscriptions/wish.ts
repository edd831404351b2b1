/**
 * What is sent to make a subscription, judged: every fault is InvalidRequest, in words. Whether its
 * addresses agree is asked last.
 */
import type { Refusal } from '../../edge/refusal.ts'
import { shakeHands, type HandshakeResult } from '../../subscriptions/handshake.ts'
import { mayEndAt } from '../../subscriptions/life.rule.ts'
import { changeTypesIn, subscribedIn } from '../../subscriptions/resource.ts'
import {
  mostClientState,
  mostMinutes,
  subscription,
} from '../../wire/graph/applications/subscription.ts'
import type { GivenCreation } from '../../wire/graph/definition/sent.ts'
import type { Exchange } from '../exchange.ts'
import { invalidSubscription as invalid } from '../refusals.ts'
import { resourceDataIn } from './resource-data.ts'

/** What the token of a person is good for; an application by itself has none. */
export const scopesOf = ({ caller }: Exchange): readonly string[] =>
  caller.kind === 'person' ? caller.scopes : []

/** The end that is asked for. */
export const endIn = (x: Exchange, expirationDateTime: string | Date): Date => {
  const end = new Date(expirationDateTime)
  if (mayEndAt(end, x.now)) return end
  throw invalid(
    end > x.now
      ? `Subscription expiration can only be ${mostMinutes} minutes in the future.`
      : 'Subscription expirationDateTime is invalid. It has to be in the future.',
  )
}

const refusedHandshake = (name: string, result: Exclude<HandshakeResult, 'agreed'>): Refusal =>
  invalid(
    result === 'unanswered'
      ? `Subscription validation request failed. The address of ${name} must respond with 200 OK to the validation request, with the validation token as plain text, within 10 seconds.`
      : `The address of ${name} is not valid. It has to be an https address${result === 'private' ? ' that can be reached from the internet' : ''}.`,
  )

/** An address that has agreed. */
export const agreed = async (x: Exchange, name: string, address: string): Promise<string> => {
  const result = await shakeHands(x.services, x.tenantId, address)
  if (result !== 'agreed') throw refusedHandshake(name, result)
  return address
}

/** The most characters of a resource, with what it chooses. */
const longestResource = 2_048

type Body = GivenCreation<typeof subscription>

// What Graph has for other resources: it is said aloud that it is not kept.
const refuseOthers = (body: Body): void => {
  for (const name of ['notificationQueryOptions', 'notificationUrlAppId'] as const)
    if (typeof body[name] === 'string')
      throw invalid(`${name} is not supported for this resource. Leave it out.`)
}

/** What is asked for, but the addresses. */
export const wishIn = (x: Exchange, body: Body) => {
  refuseOthers(body)
  if (body.resource.length > longestResource)
    throw invalid(`resource has more than ${longestResource} characters.`)
  const subscribed = subscribedIn(body.resource)
  if (subscribed === undefined)
    throw invalid(
      `Resource '${body.resource.slice(0, 200)}' does not support subscriptions. Those that do are users, users/{id}, groups, groups/{id}, groups/{id}/members and groups/{id}/owners.`,
    )
  const changeTypes = changeTypesIn(body.changeType)
  if (changeTypes === undefined)
    throw invalid(
      `Invalid changeType '${body.changeType.slice(0, 100)}' for this resource. Those that there are are updated and deleted; what is made is told as updated.`,
    )
  const clientState = body.clientState ?? null
  if (clientState !== null && clientState.length > mostClientState)
    throw invalid(`clientState has more than ${mostClientState} characters.`)
  const expiresAt = endIn(x, body.expirationDateTime)
  return {
    ...subscribed,
    ...resourceDataIn(x, subscribed, body, expiresAt),
    resource: body.resource,
    changeTypes,
    clientState,
    tlsVersion: body.latestSupportedTlsVersion ?? 'v1_2',
    expiresAt,
    scopes: scopesOf(x),
  }
}
