/**
 * A copy of a person's data in exactly one organization (R106, R107, R139): their user there, each
 * earlier one, and all that hangs on them.
 */
import { roleNamed, roles } from '../access/roles.ts'
import type { Which } from '../directory/lock-user.sql.ts'
import { isShutTo } from '../directory/proved-account.sql.ts'
import { cannotSignIn, goesToGuest, isGuestOfAddress } from '../directory/users/own-address.sql.ts'
import type { AddressKey } from '../kernel/address.ts'
import { isFor } from '../people/waiting-invitations.sql.ts'
import { byUser } from '../events/context.ts'
import type { Around } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import type { PersonId, SessionId, TenantId, UserId } from '../kernel/ids.ts'
import { answering } from '../store/columns.ts'
import {
  firstRow,
  rows,
  sql,
  transaction,
  type Database,
  type RawBuilder,
} from '../store/database.ts'
import type { ExportedData, MyData } from '../wire/my-data.ts'
import { endings, linkKinds } from '../wire/ties.ts'
import {
  eventsOf,
  heldAbout,
  maxEvents,
  tiesOfUser,
  userItself,
  type CopiedTie,
  type CopyReader,
  type Json,
} from './copy-columns.ts'

/** Whose copy is asked for, and by which sign-in. */
type Asked = {
  readonly personId: PersonId
  readonly sessionId: SessionId
  readonly tenantId: TenantId
}

/** `shut`: the organization does not trust the provider that this session was opened by. */
export type Copied =
  | { readonly outcome: 'copied'; readonly copy: MyData }
  | { readonly outcome: 'notFound' | 'shut' }

/**
 * The copy as plain JSON: the person's live user in the tenant, else the one that ended last, and
 * under `earlier` every older one whose data is still kept, each with everything that hangs on it.
 * Records that it was made.
 */
export const copyMyData = (
  db: Database,
  { personId, sessionId, tenantId }: Asked,
  around: Around,
): Promise<Copied> =>
  transaction(db, async (tx) => {
    const [current, ...before] = await readUsers(
      tx,
      usersOf(personId, tenantId),
      tenantId,
      around.now,
    )
    if (current === undefined) return { outcome: 'notFound' }
    if (await isShutTo(tx, tenantId, sessionId)) return { outcome: 'shut' }
    const copy = await copyOfUser(tx, tenantId, current, 'person')
    const earlier: Json[] = []
    for (const user of before) earlier.push(await copyOfUser(tx, tenantId, user, 'person'))
    await noteCopied(tx, tenantId, current.id, around)
    const { organization } = current
    const whole = { copiedAt: around.now.toISOString(), organization, ...copy, earlier }
    return { outcome: 'copied', copy: whole as unknown as MyData }
  })

/** A guest of an address that somebody has proved to be theirs. */
type Addressed = { readonly key: AddressKey } & Which

/**
 * The same for whoever has proved the address at which a guest came, there or ended and still kept,
 * and cannot sign in (R43, R107, R130), in whatever state the organization is (R121): of that guest
 * alone, with nothing of the person elsewhere, as a mailbox is no sign-in. Undefined where it is no
 * guest of the address, or they can sign in.
 */
export const copyByAddress = (
  db: Database,
  { key, tenantId, userId }: Addressed,
  around: Around,
): Promise<ExportedData | undefined> =>
  transaction(db, async (tx) => {
    const which = sql`select u.id from users u where u.tenant_id = ${tenantId} and u.id = ${userId}
      and ${cannotSignIn} and ${isGuestOfAddress(key)}`
    const [guest] = await readUsers(tx, which, tenantId, around.now, 'administrator')
    if (guest === undefined) return undefined
    const copy = await copyOfUser(tx, tenantId, guest, 'administrator')
    await noteCopied(tx, tenantId, guest.id, around)
    const { organization } = guest
    const whole = { copiedAt: around.now.toISOString(), organization, ...copy }
    return whole as unknown as ExportedData
  })

/** What a file with a copy is called, without its ending. */
export const copyFileName = (tenantId: string): string => `my-data-${tenantId}`

const noteCopied = (
  tx: Database,
  tenantId: TenantId,
  userId: UserId,
  around: Around,
): Promise<void> =>
  record(
    tx,
    eventOf(byUser(around, userId), {
      tenantId,
      activity: 'user.dataExported',
      target: { kind: 'user', id: userId },
    }),
  )

export type CopiedUser = { readonly id: UserId; readonly user: Json; readonly organization: string }

// All of the person's users here, whatever has ended: kept while it can be restored, or for a hold
// (R129). And the one that waits for them to accept (R132). Found by their keys first: a condition
// on all users would read those of everybody.
const usersOf = (personId: PersonId, tenantId: TenantId): RawBuilder<unknown> => sql`
  select u.id from users u where u.person_id = ${personId} and u.tenant_id = ${tenantId}
  union select u.id from invitations i join users u on u.tenant_id = i.tenant_id and u.id = i.user_id
  where i.tenant_id = ${tenantId} and ${isFor(personId)} and ${goesToGuest} and u.person_id is null`

const readUsers = (
  tx: Database,
  which: RawBuilder<unknown>,
  tenantId: TenantId,
  now: Date,
  reader: CopyReader = 'person',
): Promise<CopiedUser[]> =>
  rows(
    tx,
    answering<CopiedUser>(
      { id: 'u.id', user: userItself(reader), organization: 't.display_name' },
      (list) => sql`
        with mine as materialized (${which})
        select ${list}
        from mine cross join lateral (select * from users v where v.tenant_id = ${tenantId} and v.id = mine.id offset 0) u
        join tenants t on t.id = u.tenant_id
        where (u.deleted_at is null or u.restorable_until > ${now} or u.held_at is not null)
        order by u.deleted_at desc nulls first`,
    ),
  )

/** One user with all that hangs on it, for this reader. */
export const copyOfUser = async (
  tx: Database,
  tenantId: TenantId,
  { id, user }: Pick<CopiedUser, 'id' | 'user'>,
  reader: CopyReader,
): Promise<Json> => {
  const ties = await rows(tx, tiesOfUser(tenantId, id))
  const sections = await firstRow(tx, heldAbout(tenantId, id, reader))
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
    events: events.slice(0, maxEvents).map((event) => ({ ...event, at: event.at.toISOString() })),
    moreEvents: events.length > maxEvents,
  }
}

// What people are called is their own data: at the other end they are an id (decision 30).
const nameOf = ({ kind, object, id, name }: CopiedTie): string | null => {
  if (object === 'user') return null
  const known = kind === 'role' ? roleNamed(id) : undefined
  return known === undefined ? name : roles[known].displayName
}

const tieShape = (tie: CopiedTie): Json => ({
  id: tie.id,
  displayName: nameOf(tie),
  role: tie.role,
  since: tie.since?.toISOString() ?? null,
  goneAt: tie.goneAt?.toISOString() ?? null,
})
