/**
 * Asking an address whether it wants to be told: it is sent a text, and gives it back within ten
 * seconds. Who does not answer so is not told anything.
 */
import { randomBytes } from 'node:crypto'
import type { TenantId } from '../kernel/ids.ts'
import { secondMs } from '../kernel/time.ts'
import { outboundProblem } from '../outbound/address.rule.ts'
import { NotPublic, outboundDoor, Unreachable } from '../outbound/door.ts'
import { lanesByStore } from '../outbound/lanes.ts'
import type { Installation } from '../store/installation.ts'

/** How long a receiver may take to answer. */
const answerMs = 10 * secondMs
const longestAddress = 2_048

/** `notAnAddress`: no https address; `private`: an internal one; `unanswered`: not as it has to. */
export type HandshakeResult = 'agreed' | 'notAnAddress' | 'private' | 'unanswered'

type Asker = Pick<Installation, 'db' | 'clock' | 'allowPrivateProviders'>

const lanesOf = lanesByStore()

/** Whose lane an address is on. */
export const receiverOf = (address: string): string => URL.parse(address)?.host ?? address

const asked = (address: string, token: string): string => {
  const url = new URL(address)
  url.search += `${url.search === '' ? '?' : '&'}validationToken=${encodeURIComponent(token)}`
  return url.href
}

const isText = (answer: Response): boolean =>
  /^text\/plain\s*(?:;|$)/i.test(answer.headers.get('content-type') ?? '')

/**
 * Asks an address, for an organization. One call, on the lane that the receiver has for it: what
 * one has asked in vain is nothing to others.
 */
export const shakeHands = async (
  asker: Asker,
  tenantId: TenantId,
  address: string,
): Promise<HandshakeResult> => {
  const isPrivateAllowed = asker.allowPrivateProviders === true
  if (address.length > longestAddress) return 'notAnAddress'
  const problem = outboundProblem(address, isPrivateAllowed)
  if (problem !== undefined) return problem
  const token = `Validation: ${randomBytes(24).toString('base64url')}`
  let result: HandshakeResult = 'unanswered'
  const ask = async (): Promise<boolean> => {
    try {
      const answer = await outboundDoor(isPrivateAllowed).fetch(asked(address, token), {
        method: 'POST',
        headers: { 'content-type': 'text/plain; charset=utf-8', 'content-length': '0' },
        signal: AbortSignal.timeout(answerMs),
        waitMs: answerMs,
      })
      if (answer.status === 200 && isText(answer) && (await answer.text()) === token)
        result = 'agreed'
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error
      if (error instanceof NotPublic) result = 'private'
    }
    return result === 'agreed'
  }
  await lanesOf(asker).run(`${tenantId} ${receiverOf(address)}`, ask, asker.clock)
  return result
}
