/** /account/organizations/{id}/requests: asking the administrators, and taking it back. */
import { readJson } from '../edge/body.ts'
import { ask, withdrawRequest } from '../directory/requests/ask.ts'
import { pathId } from '../edge/path-id.ts'
import type { RequestId } from '../kernel/ids.ts'
import { parseMessage } from '../kernel/text.ts'
import { newRequest } from '../wire/account.ts'
import type { Exchange, Handler } from './exchange.ts'
import { SpokenRefusal } from './spoken.ts'
import { blockersAt, notThere, tenantIdOf } from './organizations.ts'

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
  if (result.outcome === 'notFound') throw notThere(x)
  if (result.outcome === 'noUse') throw await noUse(x)
  if (result.outcome !== 'asked')
    throw new SpokenRefusal(result.outcome, x.words.refusal[result.outcome])
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

// Why there is nothing to ask for is what the reasons say themselves.
const noUse = async (x: Exchange): Promise<SpokenRefusal> => {
  const blockers = await blockersAt(x, tenantIdOf(x))
  const message = blockers
    .filter(({ liftedByAsking }) => !liftedByAsking)
    .map((blocker) => `${blocker.message} ${blocker.nextStep}`)
    .join(' ')
  return new SpokenRefusal('askingIsNoUse', message, { details: { blockers } })
}

export const withdrawMyRequest: Handler = async (x) => {
  const requestId = pathId<RequestId>(x.c, 'requestId')
  const who = { personId: x.session.personId, tenantId: tenantIdOf(x) }
  const { outcome } =
    requestId === undefined
      ? ({ outcome: 'notFound' } as const)
      : await withdrawRequest(x.db, { ...who, requestId }, x)
  if (outcome === 'notFound')
    throw new SpokenRefusal('requestNotFound', x.words.refusal.requestNotFound)
  if (outcome === 'answered')
    throw new SpokenRefusal('alreadyAnswered', x.words.refusal.alreadyAnswered)
  return x.c.body(null, 204)
}
