/**
 * /account/refusals: organizations whose invitations I have refused for good, and taking that back
 * (R37, R132).
 */
import { readJson } from '../edge/body.ts'
import { listRefusals, refuseOrganization, takeBackRefusal } from '../invitations/refusals.ts'
import { pathId } from '../edge/path-id.ts'
import type { TenantId } from '../kernel/ids.ts'
import { newRefusal, type AccountRefusals } from '../wire/account.ts'
import type { Exchange, Handler } from './exchange.ts'
import { SpokenRefusal } from './spoken.ts'

/** The organizations whose invitations I have refused. */
export const myRefusals = async (x: Exchange): Promise<AccountRefusals['value']> => {
  const refusals = await listRefusals(x.db, x.session.personId)
  return refusals.map(({ id, tenantId, organizationName, refusedAt }) => ({
    id,
    organization: { id: tenantId, displayName: organizationName },
    refusedAt: refusedAt.toISOString(),
  }))
}

export const listMyRefusals: Handler = async (x) =>
  x.c.json({ value: await myRefusals(x) } satisfies AccountRefusals)

/** Refuses whatever an organization would send; refuses itself where I am still there. */
export const refuseAt = async (x: Exchange, tenantId: TenantId): Promise<void> => {
  const { outcome } = await refuseOrganization(x.db, { personId: x.session.personId, tenantId }, x)
  if (outcome === 'notFound')
    throw new SpokenRefusal('organizationNotFound', x.words.refusal.neverThere)
  if (outcome === 'stillHere') throw new SpokenRefusal('stillHere', x.words.refusal.stillHere)
}

export const refuseInvitations: Handler = async (x) => {
  const { organizationId } = await readJson(x.c, newRefusal)
  await refuseAt(x, organizationId.toLowerCase() as TenantId)
  return x.c.body(null, 204)
}

/** Takes a refusal of mine back; refuses where there is none. */
export const takeBackAt = async (x: Exchange, id: string | undefined): Promise<void> => {
  const done =
    id !== undefined && (await takeBackRefusal(x.db, { personId: x.session.personId, id }, x))
  if (!done) throw new SpokenRefusal('refusalNotFound', x.words.refusal.refusalNotFound)
}

export const takeBackMyRefusal: Handler = async (x) => {
  await takeBackAt(x, pathId(x.c))
  return x.c.body(null, 204)
}
