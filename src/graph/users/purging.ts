/** Deleting users for good. */
import { purgeUsers, type PurgeOutcome } from '../../directory/deleted/purge.ts'
import { usersNamed, type UsersNamed } from '../../directory/named.sql.ts'
import { commonReasons } from '../deleted/many.ts'
import { Refusal } from '../../edge/refusal.ts'
import { refusals, type RefusalCode } from '../../edge/refusals/refusals.ts'
import { authorityOf, type Exchange, type Handler } from '../exchange.ts'
import { purgeUsers as purging } from '../../wire/graph/users/restoring.ts'
import { readSent } from '../body.ts'
import { needsPerson } from '../refusals.ts'
import { accepted, noContent, told } from '../query/answers.ts'
import { whichOf } from './restoring.ts'

export type Waiting = 'asked' | 'waits'

/** What was asked for, and is not done yet (R137). */
const waitingWords: Readonly<Record<Waiting, string>> = {
  asked: 'Asked for. It is done when a second administrator has said yes.',
  waits: 'Asked for. It is done when the time that the organization asks for has passed.',
}

/** The same of one of many. */
export const waitingLine = (id: string, outcome: Waiting) => ({
  id,
  deleted: false,
  waits: true,
  message: waitingWords[outcome],
})

export const isWaiting = (outcome: string): outcome is Waiting => outcome in waitingWords

const purgeRefusals = {
  notFound: [
    'Request_ResourceNotFound',
    'There is no deleted user of this id here. It may have been permanently deleted already.',
  ],
  notDeleted: ['notDeleted', refusals.notDeleted.caller],
  targetTooHigh: ['Authorization_RequestDenied', refusals.targetTooHigh.caller],
  onHold: ['onHold', refusals.onHold.caller],
  // An application asks nobody for a second yes.
  protected: ['Authorization_RequestDenied', needsPerson().message],
} as const satisfies Record<
  Exclude<PurgeOutcome, 'purged' | Waiting>,
  readonly [RefusalCode, string]
>

export const purge: Handler = async (x) => {
  const { tenantId, userId } = whichOf(x)
  const outcome =
    (await purgeUsers(x.db, { tenantId, userIds: [userId] }, authorityOf(x), x.context)).get(
      userId,
    ) ?? 'notFound'
  if (outcome === 'purged') return noContent(x)
  if (isWaiting(outcome)) return accepted(x)
  const [code, message] = purgeRefusals[outcome]
  throw new Refusal(code, message)
}

// A name stands for a deleted user before it stands for a live one.
const meantBy = async (x: Exchange, names: readonly string[]): Promise<UsersNamed> => {
  const deleted = await usersNamed(x.db, 'deleted_users', x.tenantId, names)
  const live = await usersNamed(x.db, 'live_users', x.tenantId, names)
  return new Map(
    [...deleted].map(([name, ids]) => [name, ids.length > 0 ? ids : (live.get(name) ?? [])]),
  )
}

export const purgeMany: Handler = async (x) => {
  const { ids } = await readSent(x, purging)
  const named = await meantBy(x, ids)
  const userIds = [...new Set([...named.values()].flatMap((found) => (found[1] ? [] : found)))]
  const which = { tenantId: x.tenantId, userIds }
  const outcomes = await purgeUsers(x.db, which, authorityOf(x), x.context)
  const value = [...named].map(([id, [userId, another]]) => {
    if (another !== undefined) return { id, deleted: false, ...commonReasons.several }
    const outcome = (userId && outcomes.get(userId)) ?? 'notFound'
    if (outcome === 'purged') return { id, deleted: true }
    if (isWaiting(outcome)) return waitingLine(id, outcome)
    const [code, message] = purgeRefusals[outcome]
    return { id, deleted: false, code, message }
  })
  return told(x, purging, { value })
}
