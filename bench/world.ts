/** An organization of a given size, filled by set-based SQL, and a server over it on loopback. */
import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { browserOf, tokenIn } from '../test/in-process-browser.ts'
import { roles } from '../src/access/roles.ts'
import { createOrganization } from '../src/directory/organizations/create.ts'
import { createGuest, createMember } from '../src/directory/users/create.ts'
import { guestPrincipalName } from '../src/directory/users/user.ts'
import { newId, type PersonId, type TenantId, type UserId } from '../src/kernel/ids.ts'
import { systemClock } from '../src/kernel/time.ts'
import { serverApp } from '../src/server/server.ts'
import { openSession } from '../src/people/open-session.ts'
import { firstRow, type Database } from '../src/store/database.ts'
import { sql } from 'kysely'
import { addressOf } from '../src/kernel/address.ts'
import { closed } from '../test/machines/closed.ts'

export const operator = () => ({
  now: new Date(),
  actor: { kind: 'operator' } as const,
  correlationId: newId<string>(),
  address: null,
})
const device = { address: null, userAgent: 'bench' }

export const makeOrganization = async (
  db: Database,
  name: string,
): Promise<{ id: TenantId; domain: string }> => {
  const domain = `${name.toLowerCase()}-${newId<string>()}.example`
  const result = await createOrganization(
    db,
    { displayName: name, domain, privacyContact: `privacy@${domain}` },
    operator(),
  )
  if (result.outcome !== 'created') throw new Error(result.outcome)
  return { id: result.tenantId, domain }
}

/** Fills a tenant up to `count` members, and a few per cent of them deleted. */
export const fill = async (
  db: Database,
  { id, domain }: { id: TenantId; domain: string },
  count: number,
): Promise<void> => {
  const step = 50_000
  for (let from = 0; from < count; from += step) {
    const to = Math.min(count, from + step)
    await sql`
      insert into users (tenant_id, id, user_type, display_name, user_principal_name, name_key, mail, mail_key, created_at, sort_name, search_words)
      select ${id}, gen_random_uuid(), case when n % 5 = 0 then 'Guest' else 'Member' end, 'Person ' || n, a.address, a.address,
        a.address, a.address, now() - n * interval '1 second', 'person ' || lpad(n::text, 8, '0'),
        array_to_tsvector(array[${`${id}/`}::text || 'person', ${`${id}/`}::text || n])
      from generate_series(${from}::int, ${to - 1}::int) n cross join lateral (select 'person' || n || '@' || ${domain}::text as address) a`.execute(
      db,
    )
  }
  await sql`analyze users`.execute(db)
}

export const publicUrl = 'http://127.0.0.1'

/** What the product is given here, over `db`. */
export const servicesOver = (db: Database) => ({
  db,
  clock: systemClock,
  log: pino({ level: 'silent' }),
  publicUrl,
  trustedProxies: 0,
  sealKey: Buffer.alloc(32),
})

const apps = new WeakMap<Database, ReturnType<typeof serverApp>>()

/**
 * An access token of somebody who has just signed in: for the account API, or for the directory API
 * of an organization.
 */
const tokenOf = async (
  db: Database,
  personId: PersonId,
  organizationId?: TenantId,
): Promise<string> => {
  const app = apps.get(db) ?? serverApp(servicesOver(db))
  apps.set(db, app)
  const browser = browserOf({ app, publicUrl })
  browser.signIn((await openSession(db, personId, device, new Date())).token)
  const token = await tokenIn({ app, publicUrl }, browser, organizationId)
  if (token === undefined) throw new Error('no token')
  return token.text
}

/** `token`: an access token for the account API. */
export type Guest = { readonly personId: PersonId; readonly userId: UserId; readonly token: string }

/** Guests of `resource` whose home is `home`, each signed in. */
export const makeGuests = async (
  db: Database,
  home: { id: TenantId; domain: string },
  resource: { id: TenantId; domain: string },
  count: number,
  groups = 0,
): Promise<Guest[]> => {
  const groupIds = Array.from({ length: groups }, () => newId<string>())
  for (const groupId of groupIds)
    await sql`insert into groups (tenant_id, id, display_name, mail_nickname, created_at, sort_name, search_words)
      values (${resource.id}, ${groupId}, 'Group', 'group', now(), 'group', '')`.execute(db)
  const guests: Guest[] = []
  for (let n = 0; n < count; n++) {
    const upn = `guest-${newId<string>()}@${home.domain}`
    const member = await createMember(
      db,
      home.id,
      { displayName: `Guest ${n}`, userPrincipalName: upn },
      operator(),
    )
    if (member.outcome !== 'created') throw new Error(member.outcome)
    const { personId } = member
    const guest = await createGuest(
      db,
      resource.id,
      {
        personId,
        displayName: `Guest ${n}`,
        userPrincipalName: guestPrincipalName(addressOf(upn), resource.domain),
      },
      operator(),
    )
    if (guest.outcome !== 'created') throw new Error(guest.outcome)
    await sql`insert into memberships (tenant_id, group_id, user_id, added_at)
      select ${resource.id}, g, ${guest.userId}, now() from unnest(${groupIds}::uuid[]) g`.execute(
      db,
    )
    guests.push({ personId, userId: guest.userId, token: await tokenOf(db, personId) })
  }
  return guests
}

/** Somebody at home nowhere special, a guest in `count` organizations. */
export const makeTraveller = async (
  db: Database,
  home: { id: TenantId; domain: string },
  count: number,
): Promise<Guest> => {
  const [first] = await makeGuests(db, home, await makeOrganization(db, 'Stop'), 1)
  if (first === undefined) throw new Error('nobody')
  for (let n = 1; n < count; n++) {
    const stop = await makeOrganization(db, 'Stop')
    const user = {
      personId: first.personId,
      displayName: 'Traveller',
      userPrincipalName: `t#EXT#@${stop.domain}`,
    }
    await createGuest(db, stop.id, user, operator())
  }
  return first
}

/** A Global Administrator of `organization`: an access token for its directory API. */
export const makeAdministrator = async (
  db: Database,
  organization: { id: TenantId; domain: string },
): Promise<string> => {
  const user = {
    displayName: 'Administrator',
    userPrincipalName: `admin-${newId<string>()}@${organization.domain}`,
  }
  const made = await createMember(db, organization.id, user, operator())
  if (made.outcome !== 'created') throw new Error(made.outcome)
  await sql`insert into role_assignments (tenant_id, user_id, role_id, assigned_at)
    values (${organization.id}, ${made.userId}, ${roles.globalAdministrator.id}, now())`.execute(db)
  return tokenOf(db, made.personId, organization.id)
}

/** The product on a free port of loopback. */
export const listen = async (
  db: Database,
): Promise<{ port: number; stop: () => Promise<void> }> => {
  const { promise, resolve } = Promise.withResolvers<AddressInfo>()
  const server = serve(
    { fetch: serverApp(servicesOver(db)).fetch, hostname: '127.0.0.1', port: 0 },
    resolve,
  )
  const { port } = await promise
  const stop = () => closed(server)
  return { port, stop }
}

/** The same at the address that people use, so that its provider can be found. */
export const listenAs = async (
  db: Database,
): Promise<{ publicUrl: string; stop: () => Promise<void> }> => {
  const { promise, resolve } = Promise.withResolvers<AddressInfo>()
  let app: ReturnType<typeof serverApp> | undefined
  const server = serve(
    {
      fetch: (request, env) => app?.fetch(request, env) ?? new Response(),
      hostname: '127.0.0.1',
      port: 0,
    },
    resolve,
  )
  const url = `${publicUrl}:${(await promise).port}`
  app = serverApp({ ...servicesOver(db), publicUrl: url })
  return { publicUrl: url, stop: () => closed(server) }
}

/** How many users a tenant has, to say what was measured. */
export const countUsers = async (db: Database, tenantId: TenantId): Promise<number> =>
  (
    await firstRow(
      db,
      sql<{ n: number }>`select count(*)::int as n from live_users where tenant_id = ${tenantId}`,
    )
  )?.n ?? 0
