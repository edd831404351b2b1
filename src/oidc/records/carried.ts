/**
 * What the provider begins for somebody who has not signed in is carried by their browser, sealed,
 * instead of being written: a stranger who does not come back leaves nothing behind (K20). What
 * does not fit into a cookie, and what programs begin without a secret, is written, within a budget
 * for each network.
 */
import { getCookie } from 'hono/cookie'
import { Provider, type AdapterPayload } from 'oidc-provider'
import { z } from 'zod'
import { budgetOf } from '../../edge/budget.ts'
import { networkOf } from '../../kernel/network.ts'
import { Overloaded } from '../../kernel/overloaded.ts'
import { seal, unseal } from '../../kernel/sealing.ts'
import { hourMs, secondMs, systemClock } from '../../kernel/time.ts'
import { interactionPath } from '../endpoints.ts'
import type { RequestState } from '../request-state.ts'

type Which = {
  readonly kind: string
  readonly id: string
  readonly sealKey: Buffer
  readonly tenantId: string
}

/**
 * Browsers keep about 4,096 bytes of one cookie, and proxies read about as much of all headers of
 * an answer.
 */
const longest = 3_000
/**
 * How long a browser carries it, in seconds; rows that strangers make live no longer than their own
 * ten minutes.
 */
const carriedSeconds = hourMs / secondMs
const writtenSeconds = 600

const names: Readonly<Record<string, string>> = {
  Interaction: 'guesthouse_oidc_request',
  Session: 'guesthouse_oidc_visit',
}
const shape = z.strictObject({
  id: z.string(),
  until: z.int(),
  payload: z.record(z.string(), z.unknown()),
})

const purposeOf = ({ tenantId, kind }: Which): string => `oidc ${tenantId} ${kind} carried`
const pathOf = ({ tenantId, kind, id }: Which): string =>
  kind === 'Interaction' ? `/${tenantId}${interactionPath}/${id}` : `/${tenantId}/`

/**
 * Whether a record is of nobody: a request or a visit of a browser in which nobody is signed in
 * here.
 */
const isOfNobody = ({ kind }: Which, payload: AdapterPayload): boolean => {
  const { accountId, session, result, deviceCode } = payload as {
    result?: { login?: unknown }
  } & Record<string, unknown>
  const isNobodys =
    accountId === undefined &&
    session === undefined &&
    result?.login === undefined &&
    deviceCode === undefined
  return isNobodys && names[kind] !== undefined
}

// What our page notes with a request, before anybody has answered it (choosing.ts).
const isUnanswered = (payload: AdapterPayload): boolean =>
  Object.keys((payload as { result?: object }).result ?? {}).every((name) => name === 'proofBefore')

const attributes = (which: Which, state: RequestState, maxAge: number): string => {
  const secure = state.services.publicUrl.startsWith('https:') ? '; Secure' : ''
  return `; Max-Age=${maxAge}; Path=${pathOf(which)}; HttpOnly; SameSite=Lax${secure}`
}

// Inside of the library's work the answer is the library's; outside of it, ours.
const setCookie = (state: RequestState, line: string): void => {
  if (Provider.ctx === undefined) state.c.header('set-cookie', line, { append: true })
  else Provider.ctx.append('set-cookie', line)
}

/**
 * Gives the browser the record to carry. False when it has to be written: it is somebody's, is
 * answered, or does not fit.
 */
export const carry = (
  which: Which,
  payload: AdapterPayload,
  expiresIn: number,
  state: RequestState | undefined,
): boolean => {
  const name = names[which.kind]
  if (state === undefined || name === undefined) return false
  if (!isOfNobody(which, payload) || !isUnanswered(payload)) {
    // From now on the written one counts.
    if (which.kind === 'Interaction' && getCookie(state.c, name) !== undefined)
      setCookie(state, `${name}=${attributes(which, state, 0)}`)
    return false
  }
  const seconds = Math.min(expiresIn, carriedSeconds)
  const until = systemClock().getTime() + seconds * secondMs
  const sealed = seal(
    which.sealKey,
    purposeOf(which),
    JSON.stringify({ id: which.id, until, payload }),
  ).toString('base64url')
  if (sealed.length > longest) return false
  setCookie(state, `${name}=${sealed}${attributes(which, state, seconds)}`)
  return true
}

/**
 * The record that the browser carries; undefined when it carries none of this id, or it is over or
 * was touched.
 */
export const carriedBack = (
  which: Which,
  state: RequestState | undefined,
): AdapterPayload | undefined => {
  const name = names[which.kind]
  const sealed = state === undefined || name === undefined ? undefined : getCookie(state.c, name)
  if (sealed === undefined) return undefined
  try {
    const { id, until, payload } = shape.parse(
      JSON.parse(unseal(which.sealKey, purposeOf(which), Buffer.from(sealed, 'base64url'))),
    )
    return id === which.id && until > systemClock().getTime()
      ? (payload as AdapterPayload)
      : undefined
  } catch {
    return undefined
  }
}

const budgets = {
  /** Visits and requests that do not fit into a cookie. */
  Session: budgetOf({ burst: 30, perSecond: 0.5 }),
  Interaction: budgetOf({ burst: 30, perSecond: 0.5 }),
  /** A row each for a quarter of an hour. */
  DeviceCode: budgetOf({ burst: 60, perSecond: 0.5 }),
  /** A row each for a minute. */
  PushedAuthorizationRequest: budgetOf({ burst: 120, perSecond: 2 }),
}

const isBudgeted = (kind: string): kind is keyof typeof budgets => Object.hasOwn(budgets, kind)

// Who shows a secret is an application of the organization, whose servers ask for many people from
// one address.
const isStranger = (which: Which, payload: AdapterPayload): boolean =>
  names[which.kind] === undefined
    ? Provider.ctx?.oidc?.client?.clientAuthMethod === 'none'
    : isOfNobody(which, payload)

/**
 * How long a record lives that is written, in seconds. Throws `Overloaded` when it is a stranger's
 * whose network has had its share. In process, without an address, nobody is counted.
 */
export const writtenFor = (
  which: Which,
  payload: AdapterPayload,
  expiresIn: number,
  state: RequestState | undefined,
): number => {
  if (state === undefined || !isBudgeted(which.kind) || !isStranger(which, payload))
    return expiresIn
  const address = state.c.get('address')
  if (address !== null && !budgets[which.kind].spend(networkOf(address), systemClock()))
    throw new Overloaded('Signing on', 5)
  return names[which.kind] === undefined ? expiresIn : Math.min(expiresIn, writtenSeconds)
}
