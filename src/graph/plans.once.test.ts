/**
 * What every read of the directory API takes up in an organization that has grown: rows of large
 * tables, by EXPLAIN, planned for all values or for these. What grows with the organization is
 * named here, with why; nothing else may.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listenedTo, rowsRead, type Caught } from '../../test/code/explain.ts'
import { addressOf, scenesOf } from '../../test/doors/graph-scenes.ts'
import { stageOf } from '../../test/doors/graph-stage.ts'
import { newStore } from '../../test/store.ts'
import { world } from '../../test/world.ts'
import { addUpCounts } from '../directory/counts/add-up.ts'
import { sql, transaction, type Database } from '../store/database.ts'
import type { TenantId } from '../kernel/ids.ts'
import { graphRoutes } from './app.ts'

const grow: Readonly<Record<string, string>> = {
  '/guesthouse.overview': 'entries of the days that are not over, and groups without an owner',
  '/groups/$count': 'groups are not counted with each change',
  '/users/:id/sponsorOf': 'all whom one sponsors are put in the order of their names',
  '/users/:id/guesthouse.sponsoredGuests': 'the same',
  '/users/:id/createdObjects': 'all that one has made is put in one order',
  '/domains/:id/domainNameReferences': 'names are not found by their end',
}

const crowd = 12_000
const most = 1_500
const large = [
  'users',
  'persons',
  'invitations',
  'groups',
  'memberships',
  'events',
  'sponsors',
  'directory_changes',
  'user_count_changes',
  'users_by_host',
]

/** Guests with all that guests have, and groups, of an organization in which `hostId` is a user. */
const fill = async (db: Database, tenantId: TenantId, hostId: string): Promise<void> => {
  const many = sql`from users m where m.tenant_id = ${tenantId} and m.display_name = 'Many'`
  const statements = [
    sql`with made as (insert into persons (id, created_at) select gen_random_uuid(), now() from generate_series(1, ${crowd}::int) returning id)
      insert into users (tenant_id, id, person_id, user_type, display_name, user_principal_name, name_key, mail, mail_key, creation_type,
        external_user_state, ever_accepted, created_at, sort_name, search_words)
      select ${tenantId}, gen_random_uuid(), id, 'Guest', 'Many', 'many-' || id, 'many-' || id, id || '@m.example', id || '@m.example', 'Invitation',
        case when id < gen_random_uuid() then 'PendingAcceptance' else 'Accepted' end, true, now(), 'many ' || id, array_to_tsvector(array[${tenantId}::text || '/many']) from made`,
    sql`insert into invitations (tenant_id, id, user_id, address, address_key, redirect_url, created_at, sent_at, expires_at)
      select m.tenant_id, gen_random_uuid(), m.id, m.mail, m.mail_key, 'https://app.example', now(), now(), now() + interval '10 days' ${many}`,
    sql`insert into groups (tenant_id, id, display_name, mail_nickname, created_at, sort_name, search_words)
      select ${tenantId}, gen_random_uuid(), 'Crowd', 'crowd', now(), 'crowd ' || n, '' from generate_series(1, 3000) n`,
    sql`insert into memberships (tenant_id, group_id, user_id, added_at)
      select m.tenant_id, (select g.id from groups g where g.tenant_id = ${tenantId} and g.sort_name = 'crowd 1'), m.id, now() ${many}`,
    sql`insert into events (tenant_id, id, at, activity, actor_kind, actor_id, target_kind, target_id, correlation_id)
      select m.tenant_id, gen_random_uuid(), now(), 'user.created', 'user', ${hostId}, 'user', m.id, gen_random_uuid() ${many}`,
    sql`analyze`,
    sql`insert into sponsors (tenant_id, user_id, id, sponsor_user_id)
      select m.tenant_id, m.id, ${hostId}::uuid, ${hostId}::uuid ${many} limit 400`,
  ]
  for (const statement of statements) await statement.execute(db)
}

test('K11: no read of the directory API grows with the organization, but for those that are named', async () => {
  const own = await newStore()
  const heard: Caught[] = []
  const w = await world(undefined, { db: listenedTo(own.db, heard) })
  const [stage, frank] = [stageOf(w, w.fabrikam, w.frank), w.as(w.frank, w.fabrikam)]
  const reads: { readonly path: string; readonly address: string }[] = []
  for (const { method, path } of graphRoutes.filter((route) => route.method === 'GET')) {
    const [play] = scenesOf({ method, path })
    const scene = await play?.(stage, w.frank.userId)
    if (scene !== undefined && !('refused' in scene))
      reads.push({ path, address: addressOf(path, scene.ids) })
  }
  assert.ok(reads.length > 100, `${reads.length} reads`)
  await fill(own.db, w.fabrikam.id, w.frank.userId)
  await fill(own.db, w.contoso.id, w.carol.userId)
  await addUpCounts(own.db)
  await sql`analyze`.execute(own.db)
  const grown: Record<string, number> = {}
  for (const { path, address } of reads) {
    heard.length = 0
    const response = await frank.get(address, { consistencylevel: 'eventual' })
    assert.ok(response.status < 500, `${path}: ${response.status}`)
    for (const statement of heard.filter(({ sql: text }) => /^\s*(?:select|with)\b/i.test(text))) {
      if (/\b(?:insert into|delete from|update) /.test(statement.sql)) continue
      const read = await transaction(own.db, (tx) => rowsRead(tx, statement, large))
      if (read > most) grown[path] = Math.max(read, grown[path] ?? 0)
    }
  }
  const unnamed = Object.entries(grown).filter(([path]) => !Object.hasOwn(grow, path))
  assert.deepEqual(unnamed, [])
  assert.ok(Object.keys(grown).length > 0, 'what grows is seen to')
  await own.close()
})
