/** /account/organizations/{id}/requests: asking the administrators, and taking it back. */
import { readJson } from '../edge/body.ts'
import { ask } from '../directory/requests/ask.ts'
import { withdrawRequest } from '../directory/requests/withdraw.ts'
import { pathId } from '../edge/path-id.ts'
import type { RequestId, TenantId } from '../kernel/ids.ts'
import { parseMessage } from '../kernel/text.ts'
import { newRequest, type AccountRequest } from '../wire/account-requests.ts'
import type { Exchange, Handler } from './exchange.ts'
import { SpokenRefusal } from './spoken.ts'
import { myOrganization, notThere, tenantIdOf } from './organizations.ts'

type Wish = Pick<AccountRequest, 'kind'> & { readonly message?: string | undefined }

/** Asks the administrators of an organization; refuses where there is nothing to ask for. */
export const askAt = async (x: Exchange, tenantId: TenantId, wish: Wish) => {
  const result = await ask(
    x.db,
    {
      personId: x.session.personId,
      tenantId,
      kind: wish.kind,
      message: wish.message === undefined ? undefined : parseMessage(wish.message),
    },
    x,
  )
  if (result.outcome === 'notFound') throw notThere(x)
  if (result.outcome === 'noUse') throw await noUse(x, tenantId)
  if (result.outcome !== 'asked')
    throw new SpokenRefusal(result.outcome, x.words.refusal[result.outcome])
  return result
}

export const askAdministrators: Handler = async (x) => {
  const wish = await readJson(x.c, newRequest)
  const tenantId = tenantIdOf(x)
  const result = await askAt(x, tenantId, wish)
  const { requests } = await myOrganization(x, tenantId)
  return x.c.json(
    requests.find(({ id }) => id === result.requestId),
    result.again ? 200 : 201,
  )
}

// Why there is nothing to ask for is what the reasons say themselves.
const noUse = async (x: Exchange, tenantId: TenantId): Promise<SpokenRefusal> => {
  const { blockers } = await myOrganization(x, tenantId)
  const message = blockers
    .filter(({ liftedByAsking }) => !liftedByAsking)
    .map((blocker) => `${blocker.message} ${blocker.nextStep}`)
    .join(' ')
  return new SpokenRefusal('askingIsNoUse', message, { details: { blockers } })
}

/** Takes an open request of mine back; refuses where there is none. */
export const withdrawAt = async (
  x: Exchange,
  tenantId: TenantId,
  requestId: RequestId | undefined,
): Promise<void> => {
  const who = { personId: x.session.personId, tenantId }
  const { outcome } =
    requestId === undefined
      ? ({ outcome: 'notFound' } as const)
      : await withdrawRequest(x.db, { ...who, requestId }, x)
  if (outcome === 'notFound')
    throw new SpokenRefusal('requestNotFound', x.words.refusal.requestNotFound)
  if (outcome === 'answered')
    throw new SpokenRefusal('alreadyAnswered', x.words.refusal.alreadyAnswered)
}

export const withdrawMyRequest: Handler = async (x) => {
  await withdrawAt(x, tenantIdOf(x), pathId<RequestId>(x.c, 'requestId'))
  return x.c.body(null, 204)
}
