import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { dropDatabase, statement } from '../../test/postgres.ts'
import { storeUrl } from '../../test/store.ts'
import { linkEntries } from '../events/chain.ts'
import { sql } from '../store/database.ts'
import { openPostgres } from '../store/postgres.ts'
import { readSealKey } from '../store/seal-key.ts'
import { openStore } from '../store/store.ts'
import { run } from './program.ts'

test('R110: guesthouse audit verify ends with 0 while the log is as it was written, and with 1 and the entry when one was changed', async (t) => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'guesthouse-audit-'))
  const name = `audit_${process.pid}_${Date.now()}`
  await statement(storeUrl, `create database ${name}`)
  const url = new URL(storeUrl)
  url.pathname = `/${name}`
  t.after(async () => {
    await dropDatabase(storeUrl, name)
    rmSync(dataFolder, { recursive: true, force: true })
  })
  const command = async (...argv: string[]) => {
    const [out, err]: [string[], string[]] = [[], []]
    const terminal = {
      env: { DATABASE_URL: url.href, GUESTHOUSE_DATA: dataFolder, LOG_LEVEL: 'silent' },
      out: (line: string) => void out.push(line),
      err: (line: string) => void err.push(line),
      interactive: false,
      confirm: () => Promise.resolve(true),
      stopped: () => Promise.resolve(),
    }
    const code = await run(argv, { terminal, openStore })
    return { code, out: out.join('\n'), err: err.join('\n') }
  }
  const heads = join(dataFolder, 'heads.json')
  const made = ['organization', 'create', '--name', 'Home', '--domain', 'home.example']
  assert.equal((await command(...made)).code, 0)
  const store = await openPostgres(url.href, 2)
  t.after(() => store.close())
  const key = readSealKey({ key: undefined, dataFolder })
  assert.match((await command('audit', 'verify')).out, /wait for their link/)
  assert.ok((await linkEntries(store.db, key, new Date())) > 0)
  const whole = await command('audit', 'verify', '--organization', 'home.example', '--heads', heads)
  assert.equal(whole.code, 0)
  assert.match(whole.out, /Home .*: [1-9]\d* entries, all as they were written\./)
  assert.ok(existsSync(heads))
  assert.equal((await command('audit', 'verify', '--heads', heads)).code, 0)

  await sql`update events set reason = 'other'`.execute(store.db)
  const changed = await command('audit', 'verify')
  assert.equal(changed.code, 1)
  assert.match(
    changed.out,
    /changed: entry 1 \([0-9a-f-]{36}\): its content is not what was written/,
  )
  assert.match(changed.err, /The audit log is not as it was written: \d+ findings/)
  await sql`delete from event_links`.execute(store.db)
  await sql`delete from event_chains`.execute(store.db)
  await sql`delete from events`.execute(store.db)
  const cut = await command('audit', 'verify', '--heads', heads)
  assert.equal(cut.code, 1, 'an empty log is not what was noted')
  assert.equal((await command('audit', 'verify', '--heads', 'package.json')).code, 2)
})
