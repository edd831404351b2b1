/** A large organization about whose guests something can be asked, filled by set-based SQL. */
import { sql } from 'kysely'
import type { TenantId } from '../src/kernel/ids.ts'
import { takesLong } from '../src/store/connection.ts'
import type { Database } from '../src/store/database.ts'

export type Organization = { readonly id: TenantId; readonly domain: string }
/** Every so manyth user is a guest: 1 for all. */
export type Size = { readonly users: number; readonly guestEvery: number }

const step = 25_000
const inSteps = async (
  count: number,
  work: (from: number, to: number) => Promise<unknown>,
): Promise<void> => {
  for (let from = 0; from < count; from += step) await work(from, Math.min(count, from + step) - 1)
}

const nameOf = (n: number): string => `person ${String(n).padStart(8, '0')}`

/**
 * Users whose last use is spread over a year and older, each fiftieth disabled, of each thousandth
 * the home gone; members who invited the guests and answer for them, but for the last hundredth by
 * name, who have nobody; and open requests of the first 10,000.
 */
export const fillLarge = async (
  db: Database,
  { id, domain }: Organization,
  { users, guestEvery }: Size,
): Promise<void> => {
  const nobodys = users - Math.ceil(users / 100)
  await inSteps(users, (from, to) =>
    sql`${sql.raw(takesLong)}
      insert into users (tenant_id, id, user_type, display_name, user_principal_name, name_key, mail, mail_key, created_at, sort_name, search_words,
        last_sign_in_at, account_enabled, disabled_at, home_deleted_at, has_sponsor)
      select ${id}, gen_random_uuid(), case when n % ${guestEvery}::int = 0 then 'Guest' else 'Member' end, 'Person ' || n, a.address, a.address,
        a.mail, a.mail, now() - interval '400 days' - n * interval '1 second', 'person ' || lpad(n::text, 8, '0'),
        array_to_tsvector(array[${`${id}/`}::text || 'person', ${`${id}/`}::text || n]),
        case when n % 10 > 0 then now() - (n % 397) * interval '1 day' end, n % 50 <> 0, case when n % 50 = 0 then now() end,
        case when n % 1000 = 0 and n % ${guestEvery}::int = 0 then now() - n * interval '1 second' end, n % ${guestEvery}::int = 0 and n < ${nobodys}
      from generate_series(${from}::int, ${to}::int) n
      cross join lateral (select 'person' || n || '@' || ${domain}::text as address, 'person' || n || '@home' || n % 2000 || '.example' as mail) a`.execute(
      db,
    ),
  )
  await sql`analyze users`.execute(db)
  await db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx)
    const filled = ['sponsors', 'invitations']
    for (const table of filled)
      await sql`alter table ${sql.table(table)} disable trigger user`.execute(tx)
    await inSteps(nobodys, (from, to) => answerFor(tx, id, nameOf(from), nameOf(to)))
    for (const table of filled)
      await sql`alter table ${sql.table(table)} enable trigger user`.execute(tx)
    await sql`${sql.raw(takesLong)} select add_all_under_hosts()`.execute(tx)
  })
  await sql`
    insert into requests (tenant_id, id, user_id, kind, state, created_at, due_at)
    select tenant_id, gen_random_uuid(), id, 'removal', 'open', now() - interval '1 hour', now() + interval '30 days'
    from users where tenant_id = ${id} and user_type = 'Guest' and deleted_at is null order by sort_name limit 10000`.execute(
    db,
  )
  for (const table of ['sponsors', 'invitations', 'users_by_host', 'requests'])
    await sql`analyze ${sql.table(table)}`.execute(db)
}

const hosts = 100

/** Hosts of their own invited these and answer for them. */
const answerFor = async (tx: Database, id: TenantId, from: string, to: string): Promise<void> => {
  for (let made = await hostsOf(tx, id); made < hosts; made = await hostsOf(tx, id))
    await sql`
      insert into users (tenant_id, id, user_type, display_name, user_principal_name, name_key, created_at, sort_name, search_words)
      select ${id}, gen_random_uuid(), 'Member', 'Host ' || n, 'host' || n || '@' || ${id}::text, 'host' || n || '@' || ${id}::text, now(), 'host ' || n, ''
      from generate_series(1, ${hosts}::int) n`.execute(tx)
  await sql`${sql.raw(takesLong)}
    with hosts as (select id, row_number() over () as n from users where tenant_id = ${id} and sort_name like 'host %'),
      given as (
        select u.tenant_id, u.id, u.mail, h.id as host from users u join hosts h on h.n = 1 + abs(hashtext(u.id::text)) % ${hosts}::int
        where u.tenant_id = ${id} and u.user_type = 'Guest' and u.sort_name between ${from} and ${to}),
      sponsored as (insert into sponsors (tenant_id, user_id, id, sponsor_user_id) select tenant_id, id, host, host from given)
    insert into invitations (tenant_id, id, user_id, address, address_key, redirect_url, invited_by, created_at, expires_at)
    select tenant_id, gen_random_uuid(), id, mail, mail, 'https://x.example/', host, now(), now() from given`.execute(
    tx,
  )
}

const hostsOf = async (tx: Database, id: TenantId): Promise<number> =>
  (
    await sql<{
      n: number
    }>`select count(*)::int as n from users where tenant_id = ${id} and sort_name like 'host %'`.execute(
      tx,
    )
  ).rows[0]?.n ?? 0
