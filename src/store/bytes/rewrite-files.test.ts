/**
 * The bytes of a store's own files, before and after. Each test has a server and a folder of its
 * own.
 */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { installed, statement, urlOf } from '../../../test/postgres.ts'
import { lane, newStore } from '../../../test/store.ts'
import { purgeUsers } from '../../directory/deleted/purge.ts'
import { createOrganization } from '../../directory/organizations/create.ts'
import { createMember } from '../../directory/users/create.ts'
import { deleteUser } from '../../directory/users/delete.ts'
import { updateUser } from '../../directory/users/update.ts'
import { byOperator } from '../../events/context.ts'
import { addressOf } from '../../kernel/address.ts'
import { systemClock } from '../../kernel/time.ts'
import { drainMails } from '../../mail/drain.ts'
import { applyJournal, erasureJournal } from '../../privacy/journal.ts'
import { openSession } from '../../people/open-session.ts'
import { firstRow, sql, transaction, type Database } from '../database.ts'
import { select, counted } from '../columns.ts'
import { joinServer } from '../embedded/server.ts'
import { migrate } from '../migrate.ts'
import { openPostgres } from '../postgres.ts'
import type { Store } from '../store.ts'
import { cleanBytes } from './clean.ts'
import { hurdlesOf } from './hurdles.ts'
import { mayRewrite } from './rewrite.rule.ts'

const operator = { kind: 'operator' } as const
const context = () => byOperator(new Date())
const hurried = { longestPauseMs: 20_000, now: true }

/** A server of this lane's version, the package's or the one of this machine, with its files. */
const ownServer = async (t: TestContext, name: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'guesthouse-bytes-'))
  const binaries = lane === 'named' ? installed() : undefined
  const server = await joinServer(folder, {
    durable: false,
    ...(binaries === undefined ? {} : { binaries }),
  })
  const url = urlOf(await server.ensure())
  const open = new Set<Store>()
  t.after(async () => {
    for (const store of open) await store.close()
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const use = async (database: string): Promise<Store> => {
    const address = new URL(url)
    address.pathname = `/${database}`
    const store = await openPostgres(address.href, 4)
    open.add(store)
    await migrate(store.db)
    return store
  }
  const close = async (store: Store): Promise<void> => {
    open.delete(store)
    await store.close()
  }
  /** A copy of a database as it stands, as one that is put back from a dump. */
  const copy = (from: string, to: string) =>
    statement(url, `create database ${to} template ${from}`)
  await statement(url, `create database ${name}`)
  return { folder, cluster: join(folder, 'postgres'), use, close, copy }
}

/** Which of the words stand in which files, whatever the file is for. */
const found = (cluster: string, words: readonly string[]): string[] =>
  readdirSync(cluster, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name)
      const bytes = readFileSync(path)
      return words
        .filter((word) => bytes.includes(word))
        .map((word) => `${word} in ${path.slice(cluster.length + 1)}`)
    })

const planted = {
  name: 'Zeldabyte Quimbeck',
  address: 'zeldabyte@quimbeck.example',
  former: 'Formerbyte Quimbeck',
  title: 'Plantedtitle of bytes',
  network: '198.51.100.213',
  browser: 'Plantedbrowser/77.7',
}

/** Somebody who has been changed, seen and looked at by the planner, and is deleted. */
const somebodyDeleted = async (db: Database) => {
  const made = await createOrganization(
    db,
    { displayName: 'Home', domain: 'quimbeck.example' },
    context(),
  )
  if (made.outcome !== 'created') throw new Error(made.outcome)
  const { tenantId } = made
  const member = await createMember(
    db,
    tenantId,
    {
      displayName: planted.former,
      userPrincipalName: planted.address,
      mail: addressOf(planted.address),
    },
    context(),
  )
  if (member.outcome !== 'created') throw new Error(member.outcome)
  const { userId, personId } = member
  const which = { tenantId, userId }
  const change = { displayName: planted.name, jobTitle: planted.title }
  await updateUser(db, which, change, operator, context())
  const device = { address: planted.network, userAgent: planted.browser }
  await openSession(db, personId, device, new Date())
  await sql`analyze`.execute(db)
  await deleteUser(db, which, operator, context())
  return which
}

const purge = async (
  db: Database,
  { tenantId, userId }: Awaited<ReturnType<typeof somebodyDeleted>>,
) =>
  assert.equal(
    (await purgeUsers(db, { tenantId, userIds: [userId] }, operator, context())).get(userId),
    'purged',
  )

const owed = async (db: Database): Promise<number> =>
  (await firstRow(db, select(counted)`from bytes_owed`))?.count ?? 0

test('R140: after a purge and its job no byte of a name, an address, a network or a browser is readable in the data files or the write-ahead log, nor in a dump that was put back', async (t) => {
  const { folder, cluster, use, close, copy } = await ownServer(t, 'live')
  const before = await use('live')
  const which = await somebodyDeleted(before.db)
  await sql`checkpoint`.execute(before.db)
  await close(before)
  await copy('live', 'put_back')
  const words = Object.values(planted)
  const readable = found(cluster, words)
  for (const word of words)
    assert.ok(
      readable.some((one) => one.startsWith(word)),
      `${word} stands in a file before`,
    )

  const [{ db }, { db: back }] = [await use('live'), await use('put_back')]
  await purge(db, which)
  const journal = join(folder, 'erasures.jsonl')
  assert.equal(
    await erasureJournal({ file: journal, keysFile: join(dirname(journal), 'backup-keys') })(db),
    1,
  )
  assert.deepEqual(await applyJournal(back, journal, context()), { undone: 1, erased: 1 })
  assert.notDeepEqual(found(cluster, words), [], 'a purge alone leaves bytes behind')
  assert.ok((await owed(db)) > 0)
  for (const each of [db, back]) {
    // The mail that tells them so goes out first.
    const post = { send: async () => ({ outcome: 'taken' }) as const, close: () => {} }
    await drainMails(each, systemClock, post, () => assert.fail('a mail was not taken'))
    const done = await cleanBytes(each, hurried)
    assert.deepEqual(done.left, [])
    assert.ok(done.paid > 0)
    assert.equal(await owed(each), 0)
  }
  assert.deepEqual(found(cluster, words), [])
  assert.deepEqual(await cleanBytes(db, hurried), { paid: 0, rewritten: 0, left: [] })
})

test('R140: what a server keeps of its write-ahead log is said to whoever runs it', () => {
  const none = {
    isRecycled: false,
    isArchived: false,
    slots: 0,
    keptBytes: 0,
    mayCheckpoint: true,
  }
  assert.deepEqual(hurdlesOf(none), [])
  const all = { isRecycled: true, isArchived: true, slots: 2, keptBytes: 1, mayCheckpoint: false }
  assert.equal(hurdlesOf(all).length, 5)
})

test('R140: whoever is in the way is waited for a moment only, and nothing is called clean that somebody may still read', async (t) => {
  const { db, close } = await newStore()
  t.after(close)
  const which = await somebodyDeleted(db)
  await transaction(db, async (tx) => {
    await sql`select 1 from users`.execute(tx)
    await purge(db, which)
    const { left } = await cleanBytes(db, hurried)
    assert.deepEqual(left, [{ relation: '*', why: 'stillRead' }])
  })
  await transaction(db, async (tx) => {
    await sql`select 1 from users`.execute(tx)
    await purge(db, await somebodyElse(db, which.tenantId))
    await sql`update bytes_owed set seen_at = now(), waits_for = '{}' where seen_at is null`.execute(
      db,
    )
    const { left } = await cleanBytes(db, hurried)
    assert.deepEqual(left, [{ relation: 'users', why: 'busy' }])
  })
  assert.ok((await owed(db)) > 0)
  assert.deepEqual((await cleanBytes(db, hurried)).left, [])
})

const somebodyElse = async (db: Database, tenantId: Parameters<typeof createMember>[1]) => {
  const upn = 'other@quimbeck.example'
  const made = await createMember(
    db,
    tenantId,
    { displayName: 'Other', userPrincipalName: upn },
    context(),
  )
  if (made.outcome !== 'created') throw new Error(made.outcome)
  const which = { tenantId, userId: made.userId }
  await deleteUser(db, which, operator, context())
  return which
}

test('R140: a table that takes longer than the pause allows stays as it is, and is told', async (t) => {
  const { db, close } = await newStore()
  t.after(close)
  const which = await somebodyDeleted(db)
  await sql`insert into sign_in_throttles (key, failures, last_failed_at) select decode(md5(n::text), 'hex'), 1, now() from generate_series(1, 20000) n`.execute(
    db,
  )
  await purge(db, which)
  const { left } = await cleanBytes(db, { longestPauseMs: 1, now: true })
  assert.ok(left.some(({ relation, why }) => relation === 'sign_in_throttles' && why === 'tooLong'))
  assert.ok((await owed(db)) > 0)
  assert.deepEqual((await cleanBytes(db, hurried)).left, [])
})

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 27, 12) + minutes * 60_000)

test('R140: a table is written anew in calm moments, a thousandth of its time at most, and in an hour at the latest', () => {
  const facts = { now: at(30), owedSince: at(29), active: 0, last: undefined }
  const done = (minutes: number, tookMs: number) => ({
    beganAt: at(minutes),
    tookMs,
    refused: null,
  })
  assert.equal(mayRewrite(facts), true)
  assert.equal(mayRewrite({ ...facts, active: 4 }), false)
  assert.equal(mayRewrite({ ...facts, active: 40, owedSince: at(-30) }), true)
  assert.equal(mayRewrite({ ...facts, last: done(28, 10) }), true)
  assert.equal(mayRewrite({ ...facts, last: done(29.5, 10) }), false)
  assert.equal(mayRewrite({ ...facts, last: done(0, 2_000) }), false)
  assert.equal(mayRewrite({ ...facts, last: done(-4, 2_000) }), true)
  const refused = (why: 'busy' | 'tooLong') => ({ beganAt: at(29), tookMs: 300, refused: why })
  assert.equal(mayRewrite({ ...facts, last: refused('busy') }), true)
  assert.equal(mayRewrite({ ...facts, last: refused('tooLong') }), false)
})
