/** /account/organizations/{id}/requests: asking the administrators, and taking it back. */
import { Refusal } from '../edge/refusal.ts'
import { readJson } from '../edge/body.ts'
import { ask, withdrawRequest, type AskResult } from '../directory/requests/ask.ts'
import { isUuid, type RequestId } from '../kernel/ids.ts'
import { parseMessage } from '../kernel/text.ts'
import { newRequest } from '../wire/account.ts'
import type { Handler } from './exchange.ts'
import { notThere, tenantIdOf } from './organizations.ts'

const askRefusals = {
  canLeave: [409, 'Nothing stands in the way: you can leave this organization by yourself.'],
  homeOrganization: [
    409,
    'This is your home organization. Ask its administrators if your account there should end.',
  ],
  lastAdministrator: [
    409,
    'You are the only Global Administrator of this organization who could still act, so nobody there could answer. Make somebody else one first, then leave.',
  ],
  nothingToRestore: [
    409,
    'There is nothing to restore here: your user is there, or the time in which it could be restored is over.',
  ],
} as const satisfies Partial<Record<AskResult['outcome'], readonly [number, string]>>

export const askAdministrators: Handler = async (x) => {
  const wish = await readJson(x.c, newRequest)
  const result = await ask(
    x.db,
    {
      personId: x.session.personId,
      tenantId: tenantIdOf(x),
      kind: wish.kind,
      message: wish.message === undefined ? undefined : parseMessage(wish.message),
    },
    x,
  )
  if (result.outcome === 'notFound') throw notThere()
  if (result.outcome !== 'asked')
    throw new Refusal(
      askRefusals[result.outcome][0],
      result.outcome,
      askRefusals[result.outcome][1],
    )
  const body = {
    id: result.requestId,
    kind: wish.kind,
    state: 'open',
    createdAt: result.createdAt.toISOString(),
    answeredAt: null,
    answer: null,
  }
  return x.c.json(body, result.again ? 200 : 201)
}

export const withdrawMyRequest: Handler = async (x) => {
  const requestId = x.c.req.param('requestId') ?? ''
  const who = { personId: x.session.personId, tenantId: tenantIdOf(x) }
  const { outcome } = isUuid(requestId)
    ? await withdrawRequest(x.db, { ...who, requestId: requestId.toLowerCase() as RequestId }, x)
    : ({ outcome: 'notFound' } as const)
  if (outcome === 'notFound')
    throw new Refusal(
      404,
      'requestNotFound',
      'You have no request with this id in this organization.',
    )
  if (outcome === 'answered')
    throw new Refusal(
      409,
      'alreadyAnswered',
      'This request is answered or withdrawn already; there is nothing to take back.',
    )
  return x.c.body(null, 204)
}
