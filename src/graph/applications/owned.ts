/** Who owns an application from the beginning; and what one application owns. */
import { ownsAlone } from '../../access/lack.ts'
import { sees } from '../../access/permission.ts'
import {
  withOwners,
  type NotOwned,
  type OwnedSide,
} from '../../directory/links/owning/application-with-owners.ts'
import {
  listOwnedBy,
  ownsApplication,
} from '../../directory/links/owning/owner-applications.sql.ts'
import type { OwnableKind } from '../../store/owners.sql.ts'
import type { Database } from '../../store/database.ts'
import type { ApplicationId } from '../../kernel/ids.ts'
import { idsBound } from '../body.ts'
import { idParam, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { answerObjects, anyShape } from '../objects/any-object.ts'
import { pageOf } from '../query/answers.ts'
import { denied, notFound } from '../refusals.ts'
import { kindsOf } from '../users/references.ts'
import { readApplicationOr404 } from './shape.ts'

/** A side of an application that somebody owns. */
export type Owned = Omit<OwnedSide, 'tenantId'>

/** Whether the caller is an application that changes what it owns, and nothing else. */
const callerOwnsAlone = ({ caller, permission }: Exchange): ApplicationId | undefined =>
  caller.kind === 'application' && ownsAlone(caller, permission.need)
    ? caller.applicationId
    : undefined

const ownersIn = async (
  x: Exchange,
  { 'owners@odata.bind': sent }: { readonly 'owners@odata.bind'?: readonly string[] },
): Promise<readonly string[]> => {
  const [named = []] = await idsBound(x, sent)
  const itself = callerOwnsAlone(x)
  return [...new Set(itself === undefined ? named : [itself, ...named])]
}

/**
 * Makes an application as `make` does, with the owners that the body names, and with the
 * application that makes it where it changes nothing but its own.
 */
export const makeOwned = async <Made extends { readonly outcome: string }>(
  x: Exchange,
  body: { readonly 'owners@odata.bind'?: readonly string[] },
  make: (tx: Database) => Promise<Made>,
  named: (made: Made) => readonly Owned[],
): Promise<Made> => {
  const { tenantId } = x
  const sidesOf = (made: Made) => named(made).map((side) => ({ ...side, tenantId }))
  const owners = await ownersIn(x, body)
  const made = await withOwners(x.db, make, sidesOf, owners, x.context)
  if (isNotOwned(made)) throw notFound(made.id)
  return made
}

const isNotOwned = (made: { readonly outcome: string }): made is NotOwned =>
  made.outcome === 'notOwned'

/** Refuses an application that changes only its own, and does not own this registration. */
export const assertOwned = async (x: Exchange, registrationId: string): Promise<void> => {
  const itself = callerOwnsAlone(x)
  if (itself === undefined || (await ownsApplication(x.db, x.tenantId, itself, registrationId)))
    return
  throw denied('The application changes only applications that it owns, and does not own this one.')
}

const kindOf = (kind: string): OwnableKind[] => {
  if (kind === 'application') return ['registration']
  if (kind === 'servicePrincipal') return ['application']
  return kind === 'group' ? ['group'] : []
}

const listOwned: Handler = async (x) => {
  const ownerId = idParam<ApplicationId>(x, 'id')
  const kinds = kindsOf(x)?.flatMap(kindOf)
  const refs = await listOwnedBy(x.db, { tenantId: x.tenantId, ownerId, kinds }, pageOf(x))
  if (refs.length === 0) await readApplicationOr404(x, ownerId)
  return answerObjects(x, refs)
}

export const ownedByRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/servicePrincipals/:id/ownedObjects',
    permission: sees('applicationUsers', 'GET /servicePrincipals/{id}/ownedObjects'),
    takes: { page: true, casts: true, select: anyShape },
    handler: listOwned,
  },
]
