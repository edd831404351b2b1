/**
 * Where the synthetic guest lives: a home, an organization to leave, and an application there. Made
 * once; nobody else is in them, and no name leads there.
 */
import { createApplication } from '../../directory/applications/create.ts'
import { findApplication } from '../../directory/applications/list.sql.ts'
import { updateSignInSettings } from '../../directory/applications/sign-in.ts'
import { operatorAuthority } from '../../directory/authority.ts'
import { restoreUser } from '../../directory/deleted/restore.ts'
import { createOrganization } from '../../directory/organizations/create.ts'
import { createGuest, createMember } from '../../directory/users/create.ts'
import { readUndoFacts } from '../../directory/users/leave.sql.ts'
import { bySystem } from '../../events/context.ts'
import type { Context } from '../../events/event.ts'
import { newId, type PersonId, type TenantId } from '../../kernel/ids.ts'
import { transaction, type Database } from '../../store/database.ts'
import { keepValue, readKept } from '../../store/kept-value.ts'
import { noteProbes } from './place.sql.ts'

export type Place = {
  readonly homeTenantId: TenantId
  readonly tenantId: TenantId
  readonly personId: PersonId
  /** What the guest sends to which domain; no mailbox stands behind it. */
  readonly domain: string
  readonly appId: string
}

/** Where it stands among the facts of the installation. */
const name = 'revocation probe'

/** Where the application has its answers sent. Nothing is there: the visitor reads the address. */
export const answersAt = 'http://localhost/answer'

type Made<R extends { readonly outcome: string }> = Extract<R, { outcome: 'created' }>

// What is made here is made of names that nobody has: everything else is a bug.
const made = <R extends { readonly outcome: string }>(result: R): Made<R> => {
  if (result.outcome !== 'created')
    throw new Error(`The synthetic guest cannot be made: ${result.outcome}.`)
  return result as Made<R>
}

const organizationAt = async (tx: Database, domain: string, context: Context) => {
  const displayName = 'Guesthouse revocation probe'
  return made(await createOrganization(tx, { displayName, domain }, context)).tenantId
}

const applicationIn = async (
  tx: Database,
  tenantId: TenantId,
  context: Context,
): Promise<string> => {
  const displayName = 'Guesthouse revocation probe'
  const application = made(await createApplication(tx, tenantId, { displayName }, context))
  await updateSignInSettings(
    tx,
    { tenantId, registrationId: application.registrationId },
    { redirectUris: [{ kind: 'native', uri: answersAt }] },
    context,
  )
  const found = await findApplication(tx, tenantId, application.applicationId)
  if (found === undefined) throw new Error('An application that was just made is gone.')
  return found.appId
}

const makePlace = (db: Database, context: Context): Promise<Place> =>
  transaction(db, async (tx) => {
    // Names that cannot be guessed, at a domain that is never anybody's (RFC 6761).
    const [home, domain] = [`${newId()}.invalid`, `${newId()}.invalid`]
    const homeTenantId = await organizationAt(tx, home, context)
    const tenantId = await organizationAt(tx, domain, context)
    await noteProbes(tx, [homeTenantId, tenantId])
    const member = { displayName: 'Synthetic guest', userPrincipalName: `guest@${home}` }
    const { personId } = made(await createMember(tx, homeTenantId, member, context))
    const appId = await applicationIn(tx, tenantId, context)
    const place = { homeTenantId, tenantId, personId, domain, appId }
    await keepValue(tx, name, Buffer.from(JSON.stringify(place)))
    return place
  })

/** The place, which the first round makes. */
export const readOrMakePlace = async (db: Database, now: Date): Promise<Place> => {
  const kept = await readKept(db, name)
  return kept === undefined ? makePlace(db, bySystem(now)) : (JSON.parse(kept.toString()) as Place)
}

/**
 * Sees to it that the guest is there: who left in the round before comes back as the same user, so
 * that nobody has to be erased; who is not there any more is made.
 */
export const seeGuestIn = async (db: Database, place: Place, now: Date): Promise<void> => {
  const { tenantId, personId, domain } = place
  const context = bySystem(now)
  const left = await readUndoFacts(db, personId, tenantId)
  if (left !== undefined) {
    const { userId } = left
    const undone = { undone: true } as const
    const back = await restoreUser(db, { tenantId, userId }, undone, operatorAuthority, context)
    if (back.outcome === 'restored') return
  }
  const guest = { displayName: 'Synthetic guest', userPrincipalName: `guest@${domain}`, personId }
  const result = await createGuest(db, tenantId, guest, context)
  // Who is there still, as after a round that failed, has the name and the place; the store says
  // either of them first.
  if (result.outcome !== 'alreadyHere' && result.outcome !== 'nameTaken') made(result)
}
