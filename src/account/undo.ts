/** /account/organizations/{id}/undo: somebody undoes by themselves that they left (R142). */
import { undoLeaving } from '../directory/deleted/undo.ts'
import type { TenantId } from '../kernel/ids.ts'
import { wordsOf } from '../pages/reader.ts'
import type { AccountOrganization } from '../wire/account.ts'
import { organizationShape } from './organization-shape.ts'
import { notThere, tenantIdOf } from './organizations.ts'
import type { Exchange, Handler } from './exchange.ts'
import { readOrganizations } from './read-organizations.ts'
import { SpokenRefusal } from './spoken.ts'

/** Undoes it; the organization as it is then. Refuses with every reason against it. */
export const undoAt = async (x: Exchange, tenantId: TenantId): Promise<AccountOrganization> => {
  const { personId } = x.session
  const result = await undoLeaving(x.db, { personId, tenantId }, x)
  if (result.outcome === 'notFound') throw notThere(x)
  const [organization] = await readOrganizations(x, tenantId)
  if (organization === undefined) throw notThere(x)
  if (result.outcome === 'undone') return organizationShape(organization, undefined, x.words)
  const reasons = result.outcome === 'taken' ? (['taken'] as const) : result.reasons
  const why = reasons.map((code) => wordsOf(x.c).undo[code](organization.displayName)).join(' ')
  throw new SpokenRefusal('undoNotPossible', why, { details: { reasons } })
}

export const undoMyLeaving: Handler = async (x) => x.c.json(await undoAt(x, tenantIdOf(x)))
