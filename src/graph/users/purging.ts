/** Deleting users for good. */
import { purgeUsers, type PurgeOutcome } from '../../directory/deleted/purge.ts'
import { Refusal } from '../../edge/refusal.ts'
import { refusals, type RefusalCode } from '../../edge/refusals/refusals.ts'
import type { UserId } from '../../kernel/ids.ts'
import type { Handler } from '../exchange.ts'
import { purgeUsers as purging } from '../../wire/graph/users/restoring.ts'
import { readSent } from '../body.ts'
import { noContent, told } from '../query/answers.ts'
import { authorityOf, whichOf } from './restoring.ts'

const purgeRefusals = {
  notFound: [
    'Request_ResourceNotFound',
    'There is no deleted user of this id here. It may have been permanently deleted already.',
  ],
  notDeleted: ['notDeleted', refusals.notDeleted.caller],
  targetTooHigh: ['Authorization_RequestDenied', refusals.targetTooHigh.caller],
  onHold: ['onHold', refusals.onHold.caller],
} as const satisfies Record<Exclude<PurgeOutcome, 'purged'>, readonly [RefusalCode, string]>

export const purge: Handler = async (x) => {
  const { tenantId, userId } = whichOf(x)
  const outcome =
    (await purgeUsers(x.db, { tenantId, userIds: [userId] }, authorityOf(x), x.context)).get(
      userId,
    ) ?? 'notFound'
  if (outcome === 'purged') return noContent(x)
  const [code, message] = purgeRefusals[outcome]
  throw new Refusal(code, message)
}

export const purgeMany: Handler = async (x) => {
  const { ids } = await readSent(x, purging)
  const userIds = [...new Set(ids.map((id) => id as UserId))]
  const outcomes = await purgeUsers(
    x.db,
    { tenantId: x.tenantId, userIds },
    authorityOf(x),
    x.context,
  )
  const value = [...outcomes].map(([id, outcome]) => {
    if (outcome === 'purged') return { id, deleted: true }
    const [code, message] = purgeRefusals[outcome]
    return { id, deleted: false, code, message }
  })
  return told(x, purging, { value })
}
