import assert from 'node:assert/strict'
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test, type TestContext } from 'node:test'
import { dropDatabase, statement } from '../../test/postgres.ts'
import { storeUrl } from '../../test/store.ts'
import { run } from '../cli/program.ts'
import { byOperator } from '../events/context.ts'
import { newId, type PersonId } from '../kernel/ids.ts'
import { sequenceAll } from '../directory/changes/sequence.ts'
import { openSession } from '../people/open-session.ts'
import { firstRow, rows, type Database } from '../store/database.ts'
import { sql } from 'kysely'
import { openPostgres } from '../store/postgres.ts'
import { openStore } from '../store/store.ts'
import { applyJournal, erasureJournal, judgeJournal } from './journal.ts'

const folder = mkdtempSync(join(tmpdir(), 'guesthouse-journal-'))
after(() => rmSync(folder, { recursive: true, force: true }))

let serial = 0
const newDatabase = async (
  t: TestContext,
  template?: string,
): Promise<{ name: string; url: string }> => {
  const name = `journal_${process.pid}_${++serial}`
  await statement(
    storeUrl,
    `create database ${name}${template === undefined ? '' : ` template ${template}`}`,
  )
  t.after(() => dropDatabase(storeUrl, name))
  const url = new URL(storeUrl)
  url.pathname = `/${name}`
  return { name, url: url.href }
}

const command = async (url: string, ...argv: string[]) => {
  const [out, err]: [string[], string[]] = [[], []]
  const terminal = {
    env: { DATABASE_URL: url, GUESTHOUSE_DATA: folder, PORT: '0', LOG_LEVEL: 'silent' },
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    interactive: false,
    confirm: () => Promise.resolve(true),
    stopped: () => Promise.resolve(),
  }
  const code = await run(argv, { terminal, openStore })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

const using = async <T>(url: string, work: (db: Database) => Promise<T>): Promise<T> => {
  const store = await openPostgres(url, 2)
  try {
    return await work(store.db)
  } finally {
    await store.close()
  }
}

const marks = (db: Database) =>
  rows(db, sql<{ epoch: string }>`select epoch from directory_feeds order by tenant_id`)

test('F6, R140: a backup that is put back erases again who was erased since, before anybody is served; nobody is back, and twice is once', async (t) => {
  const live = await newDatabase(t)
  const here = ['--organization', 'home.example']
  assert.equal(
    (
      await command(
        live.url,
        'organization',
        'create',
        '--name',
        'Home',
        '--domain',
        'home.example',
      )
    ).code,
    0,
  )
  for (const name of ['gone', 'later', 'stays'])
    assert.equal(
      (
        await command(
          live.url,
          'user',
          'create',
          ...here,
          '--name',
          name,
          '--user-principal-name',
          `${name}@home.example`,
        )
      ).code,
      0,
    )
  assert.equal((await command(live.url, 'user', 'delete', 'gone@home.example', ...here)).code, 0)
  await using(live.url, async (db) => {
    const stays = await firstRow(
      db,
      sql<{
        id: PersonId
      }>`select person_id as id from live_users where user_principal_name = 'stays@home.example'`,
    )
    await openSession(
      db,
      stays?.id ?? newId<PersonId>(),
      { address: null, userAgent: null },
      new Date(),
    )
  })

  const before = await using(live.url, async (db) => {
    await sequenceAll(db, new Date())
    return marks(db)
  })
  assert.equal(before.length, 1)

  const backup = await newDatabase(t, live.name)
  // 'gone' was in Deleted users when the backup was made, 'later' was not even deleted.
  assert.equal(
    (await command(live.url, 'user', 'purge', 'gone@home.example', ...here, '--yes')).code,
    0,
  )
  assert.equal((await command(live.url, 'user', 'delete', 'later@home.example', ...here)).code, 0)
  assert.equal(
    (await command(live.url, 'user', 'purge', 'later@home.example', ...here, '--yes')).code,
    0,
  )
  const served = await command(live.url, 'serve')
  assert.equal(served.code, 0, `the live store has nothing to erase again: ${served.err}`)
  assert.equal((await command(live.url, 'erasures', 'export', '--json')).code, 0)
  const journal = join(folder, 'erasures.jsonl')
  assert.equal(readFileSync(journal, 'utf8').trim().split('\n').length, 2)
  assert.doesNotMatch(readFileSync(journal, 'utf8'), /gone|later|example/, 'nobody’s name')

  // From the journal to the receipt, and back.
  const lines = readFileSync(journal, 'utf8')
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as { userId: string; receipt: string })
  for (const { userId, receipt } of lines) {
    const said = await command(live.url, 'receipt', receipt)
    assert.equal(said.code, 0, said.err)
    assert.match(said.out, new RegExp(`Reference: ${receipt}\\nThe account ${userId} at Home`))
    assert.match(said.out, /It was erased, with all data/)
    assert.equal(said.out.match(/mail about it/g)?.length, 1, said.out)
    assert.match(said.out, new RegExp(`stands in the journal .*, under the account ${userId}`))
    const all = JSON.parse((await command(live.url, 'receipt', userId, '--json')).out) as {
      receipts: { jti: string; kind: string; journaled: boolean }[]
    }
    assert.deepEqual(
      all.receipts.map(({ kind, journaled }) => [kind, journaled]),
      [
        ['removedByOperator', true],
        ['erased', true],
      ],
    )
    const file = join(folder, `${receipt}.jws`)
    assert.equal((await command(live.url, 'receipt', receipt, '--signed', file)).code, 0)
    const genuine = await command(live.url, 'verify-receipt', file)
    assert.match(genuine.out, new RegExp(`genuine[^]*Reference: ${receipt}`))
    const many = await command(live.url, 'receipt', userId, '--signed', file)
    assert.match(many.err, /names 2 receipts/)
  }
  assert.match((await command(live.url, 'receipt', newId())).err, /No receipt has the reference/)
  assert.equal((await command(live.url, 'receipt', 'nonsense')).code, 2)
  // A line of before names no receipt, and reads as well.
  const [older = '', ...rest] = readFileSync(journal, 'utf8').split('\n')
  const { receipt: lost, ...withoutReceipt } = JSON.parse(older) as Record<string, unknown>
  const shorter = JSON.stringify(withoutReceipt).padEnd(older.length)
  writeFileSync(journal, [shorter, ...rest].join('\n'))

  const replayed = await command(backup.url, 'serve')
  assert.equal(replayed.code, 0)
  assert.match(replayed.err, /comes from a backup: it had undone 2 permanent deletions .*2 users/)
  await using(backup.url, async (db) => {
    const users = await rows(
      db,
      sql<{ name: string }>`select display_name as name from users order by 1`,
    )
    assert.deepEqual(users, [{ name: 'stays' }])
    const causes = await rows(db, sql<{ cause: string }>`select cause from erasures`)
    assert.deepEqual(causes, [{ cause: 'backupRestored' }, { cause: 'backupRestored' }])
    const kept = await rows(
      db,
      sql<{ id: string }>`select id from receipts where kind = 'erased' order by id`,
    )
    const named = lines.map(({ receipt }) => receipt).filter((one) => one !== lost)
    assert.equal(kept.length, 2)
    const again = await command(backup.url, 'receipt', kept[0]?.id ?? '')
    assert.match(again.out, /No mail about it was sent: the person was told when it happened first/)
    assert.ok(
      named.every((one) => kept.some(({ id }) => id === one)),
      'a receipt is found again under the reference that the journal has',
    )
    assert.equal(
      (await rows(db, sql`select 1 from sessions`)).length,
      0,
      'what ended after the backup came back with it',
    )
    assert.notDeepEqual(await marks(db), before, 'clients that keep a copy begin anew')
  })
  assert.deepEqual(JSON.parse((await command(backup.url, 'erasures', 'apply', '--json')).out), {
    undone: 0,
    erased: 0,
  })
  assert.deepEqual(await using(live.url, marks), before, 'and nobody else')
  const again = await command(backup.url, 'serve')
  assert.deepEqual({ code: again.code, err: again.err }, { code: 0, err: '' })

  // Half of it, or none: nobody can say any more what a backup has undone, so that is told.
  truncateSync(journal, Math.floor(statSync(journal).size / 2))
  const cut = await command(live.url, 'serve')
  assert.equal(cut.code, 0)
  assert.match(cut.err, /erasures\.jsonl is shorter than it was/)
  assert.equal((await command(live.url, 'erasures', 'export')).code, 0)
  await using(live.url, async (db) => assert.equal(await judgeJournal(db, journal), undefined))
  assert.equal(readFileSync(journal, 'utf8').trim().split('\n').length, 2, 'written anew')
  for (const name of ['erasures.jsonl', 'erasures.jsonl.end']) rmSync(join(folder, name))
  assert.match((await command(live.url, 'serve')).err, /erasures\.jsonl is not there, though/)
})

const operatorNow = () => byOperator(new Date())

test('F6: a journal that was cut off in its last line goes on; one that is damaged in the middle is said to be', async (t) => {
  const live = await newDatabase(t)
  assert.equal((await command(live.url, 'migrate')).code, 0)
  const file = join(folder, 'cut.jsonl')
  const id = newId()
  await using(live.url, async (db) => {
    appendFileSync(file, `{"tenantId":"${id}","us`)
    assert.deepEqual(await applyJournal(db, file, operatorNow()), { undone: 0, erased: 0 })
    assert.equal(await erasureJournal({ file, keysFile: join(folder, 'no-keys') })(db), 0)
    assert.equal(readFileSync(file, 'utf8'), '')
    appendFileSync(file, 'nonsense\nmore nonsense\n')
  })
  const damaged = await command(live.url, 'erasures', 'apply', file)
  assert.equal(damaged.code, 1)
  assert.match(damaged.err, /cannot be read at line 1/)
})
