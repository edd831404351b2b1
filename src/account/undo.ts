/** /account/organizations/{id}/undo: somebody undoes by themselves that they left (R142). */
import { undoLeaving } from '../directory/deleted/undo.ts'
import { readUndoFacts } from '../directory/users/leave.sql.ts'
import { undoReasons, type UndoReason } from '../directory/users/undo.rule.ts'
import type { TenantId } from '../kernel/ids.ts'
import { wordsOf } from '../pages/reader.ts'
import type { AccountOrganization } from '../wire/account.ts'
import { organizationShape } from './organization-shape.ts'
import { myOrganization, notThere, tenantIdOf } from './organizations.ts'
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
  throw notUndone(x, organization.displayName, reasons)
}

type Against = UndoReason | 'taken'

/** Where the organization is closed nobody there could do what the other reasons advise. */
const notUndone = (x: Exchange, name: string, reasons: readonly Against[]): SpokenRefusal => {
  const said = reasons.includes('organizationClosed') ? (['organizationClosed'] as const) : reasons
  const why = said.map((code) => wordsOf(x.c).undo[code](name)).join(' ')
  return new SpokenRefusal('undoNotPossible', why, { details: { reasons } })
}

/** Refuses with every reason against it, where there is one now. */
export const refuseUndo = async (x: Exchange, tenantId: TenantId): Promise<void> => {
  const facts = await readUndoFacts(x.db, x.session.personId, tenantId)
  if (facts === undefined) return
  const reasons = undoReasons(facts, x.now)
  if (reasons.length === 0) return
  const { displayName } = await myOrganization(x, tenantId)
  throw notUndone(x, displayName, reasons)
}

export const undoMyLeaving: Handler = async (x) => x.c.json(await undoAt(x, tenantIdOf(x)))
