/** Sending notifications: 2xx within three seconds takes one, all else does not. */
import { secondMs } from '../kernel/time.ts'
import { outboundDoor, Unreachable } from '../outbound/door.ts'
import { lanesByStore } from '../outbound/lanes.ts'
import type { Installation } from '../store/installation.ts'

/** How long a receiver may take. */
const answerMs = 3 * secondMs

/** What sending needs: which receivers may be called, and who is told that one does not answer. */
export type Sender = Pick<
  Installation,
  'db' | 'clock' | 'log' | 'allowPrivateProviders' | 'sealKey' | 'publicUrl'
>

/** A message: notifications, and where they bring objects along what shows whom it is from. */
export type Message = {
  readonly value: readonly object[]
  readonly validationTokens?: readonly string[]
}

/** The lanes to receivers, of which each organization has its own. */
export const lanesOf = lanesByStore()

/** Whether the receiver has taken it. */
export const post = async (
  { allowPrivateProviders }: Sender,
  address: string,
  message: Message,
  signal: AbortSignal | undefined,
): Promise<boolean> => {
  try {
    const body = JSON.stringify(message)
    const status = await outboundDoor(allowPrivateProviders === true).status(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-length': String(Buffer.byteLength(body)),
      },
      body,
      signal,
      waitMs: answerMs,
    })
    return status >= 200 && status < 300
  } catch (error) {
    if (error instanceof Unreachable) return false
    throw error
  }
}
