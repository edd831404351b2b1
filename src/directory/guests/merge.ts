/**
 * Two guests of one person become one: what the one is linked to goes over to the other, and what
 * does not is named (R92).
 */
import { ownedApplications } from '../links/owned-applications.sql.ts'
import { isPowerfulApplication } from '../powerful-application.sql.ts'
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import { roleNamed, roles } from '../../access/roles.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { answering } from '../../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { linkKinds, maxSponsors, type LinkKind } from '../../wire/ties.ts'
import type { TieObject } from '../links/ties.rule.ts'
import { endsOf, tieColumns, ties, tiesOf } from '../links/ties.sql.ts'

/**
 * `from` ends after this, `into` stays. Both are guests of the same organization, and of the same
 * person or of one and of nobody.
 */
export type Merging = { readonly tenantId: TenantId; readonly from: UserId; readonly into: UserId }

export type MergedLink = {
  readonly kind: LinkKind
  readonly object: TieObject
  readonly id: string
  readonly displayName: string
}
export type Merged = {
  readonly takenOver: readonly MergedLink[]
  readonly notTakenOver: readonly MergedLink[]
}

export const nothingMerged: Merged = { takenOver: [], notTakenOver: [] }

/**
 * Links `into` to what `from` is linked to, in the transaction that ends `from`. What makes
 * powerful is given by somebody who may give it and never by the way, so roles, groups that can
 * hold roles and applications with scopes are named instead; so are manager and reports, of whom
 * `into` may have others. Addresses go to the other addresses (§3.7). An event for each link says
 * whose it is now.
 */
export const mergeGuest = async (
  tx: Database,
  which: Merging,
  context: Context,
): Promise<Merged> => {
  const before = await listLinks(tx, which)
  const statements = takingOver(which, context.now)
  for (const kind of linkKinds) await statements[kind]?.execute(tx)
  await takeAddresses(tx, which)
  const after = new Set(
    (await listLinks(tx, { ...which, from: which.into })).map(({ kind, id }) => `${kind} ${id}`),
  )
  const takenOver = before.filter(({ kind, id }) => after.has(`${kind} ${id}`))
  const notTakenOver = before.filter(({ kind, id }) => !after.has(`${kind} ${id}`))
  await tell(tx, which, takenOver, context)
  return { takenOver, notTakenOver }
}

const tell = (
  tx: Database,
  { tenantId, into }: Merging,
  links: readonly MergedLink[],
  context: Context,
): Promise<void> =>
  record(
    tx,
    ...links.map(({ kind, object, id }) =>
      eventOf(context, {
        tenantId,
        activity: ties[kind].events[0],
        ...endsOf(kind, into, { object, id }),
        reason: 'merged',
      }),
    ),
  )

/** What of each kind goes over; undefined for what is named instead. */
const takingOver = (
  { tenantId, from, into }: Merging,
  now: Date,
): Readonly<Record<LinkKind, RawBuilder<unknown> | undefined>> => ({
  group: sql`insert into memberships (tenant_id, group_id, user_id, added_at)
    select m.tenant_id, m.group_id, ${into}::uuid, ${now} from memberships m join live_groups g on g.tenant_id = m.tenant_id and g.id = m.group_id
    where m.tenant_id = ${tenantId} and m.user_id = ${from} and not g.is_assignable_to_role on conflict do nothing`,
  ownedGroup: sql`insert into group_owners (tenant_id, group_id, user_id)
    select o.tenant_id, o.group_id, ${into}::uuid from group_owners o join live_groups g on g.tenant_id = o.tenant_id and g.id = o.group_id
    where o.tenant_id = ${tenantId} and o.user_id = ${from} and not g.is_assignable_to_role on conflict do nothing`,
  application: sql`insert into app_role_assignments (tenant_id, id, application_id, registration_id, app_role_id, user_id, created_at)
    select s.tenant_id, gen_random_uuid(), s.application_id, s.registration_id, s.app_role_id, ${into}::uuid, ${now} from app_role_assignments s
    where s.tenant_id = ${tenantId} and s.user_id = ${from} on conflict do nothing`,
  ownedApplication: sql`insert into application_owners (tenant_id, registration_id, owned_registration_id, application_id, user_id)
    select o.tenant_id, o.registration_id, o.owned_registration_id, o.application_id, ${into}::uuid from application_owners o
    join ${ownedApplications} r on r.tenant_id = o.tenant_id and r.id = o.registration_id
    where o.tenant_id = ${tenantId} and o.user_id = ${from}
      and not exists (select 1 from service_principals a where a.tenant_id = r.tenant_id and a.registration_id = r.id and ${isPowerfulApplication('a')})
    on conflict (tenant_id, registration_id, user_id) do update set
      owned_registration_id = coalesce(application_owners.owned_registration_id, excluded.owned_registration_id),
      application_id = coalesce(application_owners.application_id, excluded.application_id)`,
  sponsorOf: sql`insert into sponsors (tenant_id, user_id, id, sponsor_user_id)
    select s.tenant_id, s.user_id, ${into}::uuid, ${into}::uuid from sponsors s
    where s.tenant_id = ${tenantId} and s.sponsor_user_id = ${from} and s.user_id <> ${into} on conflict do nothing`,
  sponsor: sql`insert into sponsors (tenant_id, user_id, id, sponsor_user_id, sponsor_group_id)
    select s.tenant_id, ${into}::uuid, s.id, s.sponsor_user_id, s.sponsor_group_id from sponsors s
    where s.tenant_id = ${tenantId} and s.user_id = ${from} and s.id <> ${into}
      and not exists (select 1 from sponsors h where h.tenant_id = s.tenant_id and h.user_id = ${into} and h.id = s.id)
    order by s.id
    limit greatest(0, ${maxSponsors} - (select count(*) from sponsors h where h.tenant_id = ${tenantId} and h.user_id = ${into}))`,
  role: undefined,
  manager: undefined,
  directReport: undefined,
})

const takeAddresses = async (tx: Database, { tenantId, from, into }: Merging): Promise<void> => {
  await sql`
    with kept as (
      select distinct on (x.key) x.address, x.key, x.n
      from users i join users f on f.tenant_id = i.tenant_id and f.id = ${from} cross join lateral unnest(
        i.other_mails || f.mail || f.other_mails, i.other_mail_keys || f.mail_key || f.other_mail_keys) with ordinality as x(address, key, n)
      where i.tenant_id = ${tenantId} and i.id = ${into} and x.key is not null and (x.key is distinct from i.mail_key or x.key = any(i.other_mail_keys))
      order by x.key, x.n)
    update users set other_mails = array(select address from kept order by n), other_mail_keys = array(select key from kept order by n)
    where tenant_id = ${tenantId} and id = ${into}`.execute(tx)
}

const listLinks = async (
  tx: Database,
  { tenantId, from: userId }: Merging,
): Promise<MergedLink[]> => {
  const found = await rows(
    tx,
    answering<MergedLink>(
      { kind: 'x.kind', object: 'x.object', id: 'x.id', displayName: 'x.name' },
      (list) => sql`select distinct ${list}
        from live_users u cross join lateral (${tiesOf(linkKinds)}) x(${tieColumns})
        where u.tenant_id = ${tenantId} and u.id = ${userId} and x.gone_at is null order by x.kind, x.name, x.id`,
    ),
  )
  return found.map((link) => {
    const role = link.kind === 'role' ? roleNamed(link.id) : undefined
    return role === undefined ? link : { ...link, displayName: roles[role].displayName }
  })
}
