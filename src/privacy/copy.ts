/**
 * A copy of a person's data in exactly one organization (R106, R107, R139): their user there, each
 * earlier one, and all that hangs on them.
 */
import { roleNamed, roles } from '../access/roles.ts'
import { tieColumns, tiesOf, type TieRow } from '../directory/links/ties.sql.ts'
import { goesToGuest, isFor } from '../people/waiting-invitations.sql.ts'
import { byUser } from '../events/context.ts'
import type { Around, Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import type { PersonId, TenantId, UserId } from '../kernel/ids.ts'
import { answering, select } from '../store/columns.ts'
import {
  firstRow,
  rows,
  sql,
  transaction,
  type Database,
  type RawBuilder,
} from '../store/database.ts'
import { homeUser } from '../store/relations.sql.ts'
import { endings, linkKinds } from '../wire/ties.ts'
import { sectionsOf } from './held.ts'

/** The most events a copy carries of each user, newest first; it says when there were more. */
const maxEvents = 10_000

type Json = { readonly [key: string]: unknown }

/**
 * The copy as plain JSON: the person's live user in the tenant, else the one that ended last, and
 * under `earlier` every older one whose data is still kept, each with everything that hangs on it.
 * Undefined when there is none. Records that it was made.
 */
export const copyMyData = (
  db: Database,
  { personId, tenantId }: { personId: PersonId; tenantId: TenantId },
  around: Around,
): Promise<Json | undefined> =>
  transaction(db, async (tx) => {
    const [current, ...before] = await readUsers(tx, personId, tenantId, around.now)
    if (current === undefined) return undefined
    const copy = await copyOf(tx, tenantId, current)
    const earlier: Json[] = []
    for (const user of before) earlier.push(await copyOf(tx, tenantId, user))

    const context: Context = byUser(around, current.id)
    await record(
      tx,
      eventOf(context, {
        tenantId,
        activity: 'user.dataExported',
        target: { kind: 'user', id: current.id },
      }),
    )
    return { copiedAt: around.now.toISOString(), ...copy, earlier }
  })

// Everything stored about the person on their user object. Derived columns (what names are sorted
// and searched by) say nothing new. Who disabled, deleted or held the user is about somebody else,
// and the reason of a hold is the organization's own.
const notTheirs = [
  'name_key',
  'mail_key',
  'other_mail_keys',
  'sort_name',
  'search_words',
  'hold_reason',
  'held_by',
  'disabled_by',
  'deleted_by',
]

type Found = { readonly id: UserId; readonly user: Json }

// All of the person's users here, whatever has ended: kept while it can be restored, or for a hold
// (R129). And the one that waits for them to accept (R132). Found by their keys first: a condition
// on all users would read those of everybody.
const readUsers = (
  tx: Database,
  personId: PersonId,
  tenantId: TenantId,
  now: Date,
): Promise<Found[]> =>
  rows(
    tx,
    answering<Found>(
      {
        id: 'u.id',
        user: sql`(to_jsonb(u) - ${notTheirs}::text[]) || jsonb_build_object('organization', t.display_name)`,
      },
      (list) => sql`
        with mine as materialized (
          select u.id from users u where u.person_id = ${personId} and u.tenant_id = ${tenantId}
          union select u.id from invitations i join users u on u.tenant_id = i.tenant_id and u.id = i.user_id
          where i.tenant_id = ${tenantId} and ${isFor(personId)} and ${goesToGuest} and u.person_id is null)
        select ${list}
        from mine cross join lateral (select * from users v where v.tenant_id = ${tenantId} and v.id = mine.id offset 0) u
        join tenants t on t.id = u.tenant_id
        where (u.deleted_at is null or u.restorable_until > ${now} or u.held_at is not null)
        order by u.deleted_at desc nulls first`,
    ),
  )

const copyOf = async (tx: Database, tenantId: TenantId, { id, user }: Found): Promise<Json> => {
  const ties = await rows(tx, tiesOfUser(tenantId, id))
  const sections = await firstRow(tx, heldAbout(tenantId, id))
  const events = await rows(tx, eventsOf(tenantId, id))
  const named = Object.fromEntries(
    linkKinds.map(
      (kind) => [endings[kind].all, ties.filter((tie) => tie.kind === kind).map(tieShape)] as const,
    ),
  )
  return {
    user,
    ...named,
    ...sections,
    events: events.slice(0, maxEvents),
    moreEvents: events.length > maxEvents,
  }
}

type Tie = Omit<TieRow, 'object' | 'detail' | 'lost' | 'item'>

const tieShape = ({ kind, id, name, role, since, goneAt }: Tie): Json => {
  const known = kind === 'role' ? roleNamed(id) : undefined
  return {
    id,
    displayName: known === undefined ? name : roles[known].displayName,
    ...(role === null ? {} : { role }),
    ...(since === null ? {} : { since: since.toISOString() }),
    ...(goneAt === null ? {} : { goneAt: goneAt.toISOString() }),
  }
}

const tiesOfUser = (tenantId: TenantId, userId: UserId): RawBuilder<Tie> => select<Tie>({
  kind: 'x.kind',
  id: 'x.id',
  name: 'x.name',
  role: 'x.role',
  since: 'x.since',
  goneAt: 'x.gone_at',
})`from users u cross join lateral (${tiesOf(linkKinds)}) x(${tieColumns})
  where u.tenant_id = ${tenantId} and u.id = ${userId} order by x.kind, x.sort, x.id`

// Where the person is reached, as far as this organization or they themselves have said so.
const mailboxes = sql`array(select m from unnest(u.mail_key || u.other_mail_keys) m where m is not null
  union select i.address_key from invitations i where i.tenant_id = u.tenant_id and i.user_id = u.id
  union select h.mail_key from persons p join ${homeUser()}
    where p.id = u.person_id and h.mail_key is not null
  union select i.subject from identities i where i.person_id = u.person_id and i.issuer = 'urn:guesthouse:email')`

const heldAbout = (tenantId: TenantId, userId: UserId): RawBuilder<Json> => {
  const sections = sectionsOf(tenantId).map(
    ({ name, items }) =>
      [name, sql`(select coalesce(json_agg(s.item), '[]') from (${items}) s)`] as const,
  )
  return select<Json>(Object.fromEntries(sections))`
    from (select u.tenant_id, u.id, u.person_id, ${mailboxes} as mailboxes from users u
      where u.tenant_id = ${tenantId} and u.id = ${userId}) u`
}

// Three ways to be in the log, each with an index that gives the newest first.
const eventsOf = (tenantId: TenantId, userId: UserId) => {
  const by = (column: 'target_id' | 'actor_id' | 'related_id') =>
    sql`(select e.* from events e where e.tenant_id = ${tenantId} and ${sql.ref(`e.${column}`)} = ${userId} order by e.at desc, e.id desc limit ${maxEvents + 1})`
  return select<Json>({
    at: 'e.at',
    activity: 'e.activity',
    targetKind: 'e.target_kind',
    targetId: 'e.target_id',
    byMe: sql`e.actor_id is not distinct from ${userId}::uuid`,
    fromAddress: sql`case when e.actor_id = ${userId}::uuid then e.actor_address end`,
  })`from (${by('target_id')} union ${by('actor_id')} union ${by('related_id')}) e
    order by e.at desc, e.id desc limit ${maxEvents + 1}`
}
