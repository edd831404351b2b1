/**
 * /account/refusals: organizations whose invitations I have refused for good, and taking that back
 * (R37, R132).
 */
import { readJson } from '../edge/body.ts'
import { listRefusals, refuseOrganization, takeBackRefusal } from '../invitations/refusals.ts'
import { pathId } from '../edge/path-id.ts'
import type { TenantId } from '../kernel/ids.ts'
import { newRefusal, type AccountRefusals } from '../wire/account.ts'
import type { Handler } from './exchange.ts'
import { SpokenRefusal } from './spoken.ts'

export const listMyRefusals: Handler = async (x) => {
  const refusals = await listRefusals(x.db, x.session.personId)
  const body: AccountRefusals = {
    value: refusals.map(({ id, tenantId, organizationName, refusedAt }) => ({
      id,
      organization: { id: tenantId, displayName: organizationName },
      refusedAt: refusedAt.toISOString(),
    })),
  }
  return x.c.json(body)
}

export const refuseInvitations: Handler = async (x) => {
  const { organizationId } = await readJson(x.c, newRefusal)
  const tenantId = organizationId.toLowerCase() as TenantId
  const { outcome } = await refuseOrganization(x.db, { personId: x.session.personId, tenantId }, x)
  if (outcome === 'notFound')
    throw new SpokenRefusal('organizationNotFound', x.words.refusal.neverThere)
  if (outcome === 'stillHere') throw new SpokenRefusal('stillHere', x.words.refusal.stillHere)
  return x.c.body(null, 204)
}

export const takeBackMyRefusal: Handler = async (x) => {
  const id = pathId(x.c)
  const done =
    id !== undefined && (await takeBackRefusal(x.db, { personId: x.session.personId, id }, x))
  if (!done) throw new SpokenRefusal('refusalNotFound', x.words.refusal.refusalNotFound)
  return x.c.body(null, 204)
}
