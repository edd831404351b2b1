/**
 * Giving an application what it may do in the directory for people, changing that, and taking it
 * away. It is given to be agreed to: whom it is for is asked before the application acts for them
 * (R49). What is taken counts no more from the next request on, whatever a token says.
 */
import { signingIn } from '../../../access/graph-scopes.ts'
import { isItself } from '../../../events/context.ts'
import type { Context } from '../../../events/event.ts'
import { scopesChanged } from '../../../events/scopes-changed.ts'
import { eventOf, record } from '../../../events/record.ts'
import { newId, type ApplicationId, type GrantId, type TenantId } from '../../../kernel/ids.ts'
import { attempt, firstRow, sql, transaction, type Database } from '../../../store/database.ts'
import { select } from '../../../store/columns.ts'
import { allScopesOf } from '../../../store/relations.sql.ts'
import { endDisagreed } from '../end-unassigned.ts'
import { lockApplication } from '../list.sql.ts'
import { askAgain } from './ask-again.ts'

type Which = { readonly tenantId: TenantId; readonly applicationId: ApplicationId }
type Scopes = readonly string[]

export type GrantWish = {
  /** Null: for everybody. */
  readonly userId: string | null
  readonly scopes: Scopes
  /** The service principal at which it is given; null: the directory API. */
  readonly resourceId: ApplicationId | null
}

export type GiveGrantResult =
  | { outcome: 'given'; id: GrantId }
  /** `itself`: an application cannot raise itself. */
  | {
      outcome:
        | 'applicationNotFound'
        | 'resourceNotFound'
        | 'userNotFound'
        | 'alreadyGiven'
        | 'itself'
    }
export type ChangeGrantResult = { outcome: 'changed' | 'notFound' | 'itself' }

const note = (
  tx: Database,
  { tenantId, applicationId }: Which,
  { before, after }: { readonly before: Scopes; readonly after: Scopes },
  context: Context,
): Promise<void> =>
  record(
    tx,
    eventOf(context, {
      tenantId,
      activity: after.length === 0 ? 'application.grantTaken' : 'application.grantGiven',
      target: { kind: 'application', id: applicationId },
      details: scopesChanged(before, after),
    }),
  )

// What is given to nobody any more was agreed to in vain, but to be signed in nobody gives; what
// changes for everybody is asked anew, and who gives something for everybody has consented for all.
const settle = async (
  tx: Database,
  { tenantId, applicationId }: Which,
  isForAll: boolean,
): Promise<void> => {
  await sql`with everybody as (
      select scopes from permission_grants where tenant_id = ${tenantId} and application_id = ${applicationId} and user_id is null and resource_id is null)
    update permission_grants g set agreed_scopes = array(select s from unnest(g.agreed_scopes) as s
      where s = any(g.scopes) or s = ${signingIn} or s in (select unnest(scopes) from everybody))
    where g.tenant_id = ${tenantId} and g.application_id = ${applicationId} and g.user_id is not null and g.resource_id is null`.execute(
    tx,
  )
  await sql`delete from permission_grants where tenant_id = ${tenantId} and application_id = ${applicationId}
      and scopes = '{}' and agreed_scopes = '{}'`.execute(tx)
  if (!isForAll) return
  await askAgain(tx, { tenantId, applicationId })
  await sql`update service_principals p set each_agrees = false where p.tenant_id = ${tenantId} and p.id = ${applicationId} and p.each_agrees
      and exists (select 1 from permission_grants g where g.tenant_id = p.tenant_id and g.application_id = p.id and g.user_id is null and g.resource_id is null)`.execute(
    tx,
  )
}

/**
 * Sets what a held application may do for everybody; nothing for no scopes. In a transaction, of
 * which the log tells by what calls it.
 */
export const setForEverybody = async (
  tx: Database,
  which: Which,
  scopes: Scopes,
  now: Date,
): Promise<void> => {
  const { tenantId, applicationId } = which
  await sql`insert into permission_grants (tenant_id, id, application_id, scopes, created_at)
    values (${tenantId}, ${newId()}, ${applicationId}, ${[...scopes]}::text[], ${now})
    on conflict (tenant_id, application_id) where user_id is null and resource_id is null do update set scopes = excluded.scopes`.execute(
    tx,
  )
  await settle(tx, which, true)
}

const isUser = async (tx: Database, tenantId: TenantId, userId: string): Promise<boolean> =>
  (await firstRow(
    tx,
    sql`select 1 from live_users where tenant_id = ${tenantId} and id = ${userId}::uuid`,
  )) !== undefined

/**
 * Gives a live application scopes, at the directory API or at another application: for everybody,
 * or for one live user.
 */
export const giveGrant = (
  db: Database,
  which: Which,
  { userId, scopes, resourceId }: GrantWish,
  context: Context,
): Promise<GiveGrantResult> =>
  attempt(
    db,
    async (tx): Promise<GiveGrantResult> => {
      const { tenantId, applicationId } = which
      if (!(await lockApplication(tx, tenantId, applicationId)))
        return { outcome: 'applicationNotFound' }
      if (isItself(context, applicationId)) return { outcome: 'itself' }
      if (userId !== null && !(await isUser(tx, tenantId, userId)))
        return { outcome: 'userNotFound' }
      if (resourceId !== null && !(await lockApplication(tx, tenantId, resourceId)))
        return { outcome: 'resourceNotFound' }
      const id = newId<GrantId>()
      await sql`insert into permission_grants (tenant_id, id, application_id, resource_id, user_id, scopes, created_at)
        values (${tenantId}, ${id}, ${applicationId}, ${resourceId}::uuid, ${userId}::uuid, ${[...scopes]}::text[], ${context.now})`.execute(
        tx,
      )
      await settle(tx, which, userId === null && resourceId === null)
      await note(tx, which, { before: [], after: scopes }, context)
      return { outcome: 'given', id }
    },
    {
      an_application_has_one_grant_for_everybody: { outcome: 'alreadyGiven' },
      an_application_has_one_grant_for_a_user: { outcome: 'alreadyGiven' },
      one_grant_at_an_application_for_everybody: { outcome: 'alreadyGiven' },
      one_grant_at_an_application_for_a_user: { outcome: 'alreadyGiven' },
    },
  )

type Stored = GrantWish & {
  readonly applicationId: ApplicationId
  readonly agreed: Scopes
}

const readGrant = (tx: Database, tenantId: TenantId, id: GrantId): Promise<Stored | undefined> =>
  firstRow(
    tx,
    select<Stored>({
      applicationId: 'application_id',
      resourceId: 'resource_id',
      userId: 'user_id',
      scopes: allScopesOf('permission_grants'),
      agreed: 'agreed_scopes',
    })`from permission_grants where tenant_id = ${tenantId} and id = ${id}`,
  )

/**
 * Sets what is given by one; without scopes it is taken away, with what the person agreed to by it.
 * Where that was to be signed in (decision 59), what the application holds of them ends.
 */
export const changeGrant = (
  db: Database,
  { tenantId, id }: { readonly tenantId: TenantId; readonly id: GrantId },
  scopes: Scopes,
  context: Context,
): Promise<ChangeGrantResult> =>
  transaction(db, async (tx) => {
    const seen = await readGrant(tx, tenantId, id)
    if (seen === undefined || !(await lockApplication(tx, tenantId, seen.applicationId)))
      return { outcome: 'notFound' }
    // Read again: it may have been changed, or taken away, until it was held.
    const found = await readGrant(tx, tenantId, id)
    if (found === undefined) return { outcome: 'notFound' }
    const which = { tenantId, applicationId: found.applicationId }
    if (isItself(context, which.applicationId)) return { outcome: 'itself' }
    await sql`update permission_grants set scopes = ${[...scopes]}::text[],
        agreed_scopes = array(select s from unnest(agreed_scopes) as s where s = any(${[...scopes]}::text[]))
      where tenant_id = ${tenantId} and id = ${id}`.execute(tx)
    await settle(tx, which, found.userId === null && found.resourceId === null)
    const { userId, agreed } = found
    if (userId !== null && agreed.includes(signingIn) && !scopes.includes(signingIn))
      await endDisagreed(tx, which, userId)
    await note(tx, which, { before: found.scopes, after: scopes }, context)
    return { outcome: 'changed' }
  })
