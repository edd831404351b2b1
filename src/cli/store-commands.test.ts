import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openStore } from '../store/store.ts'
import { run } from './program.ts'

const root = mkdtempSync(join(tmpdir(), 'guesthouse-store-command-'))
after(() => rmSync(root, { recursive: true, force: true }))

const guesthouse = async (data: string, ...argv: string[]) => {
  const [out, err]: [string[], string[]] = [[], []]
  const terminal = {
    env: { ...process.env, GUESTHOUSE_DATA: join(root, data), DATABASE_URL: undefined },
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    interactive: false,
    confirm: () => Promise.resolve(false),
    stopped: () => Promise.resolve(),
  }
  const code = await run(argv, { terminal, openStore })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

test('a dump is loaded into a new folder, whole or not at all, and brought up to date', async () => {
  const dump = join(root, 'dump.sql')
  writeFileSync(
    dump,
    `create table migrations (name text primary key, digest text not null, ran_at timestamptz not null);\nselect no_such_function();`,
  )
  const bad = await guesthouse('one', 'store', 'load', dump)
  assert.equal(bad.code, 1)
  assert.match(bad.err, /Nothing was loaded: .*no_such_function/)
  writeFileSync(
    dump,
    `create table migrations (name text primary key, digest text not null, ran_at timestamptz not null);\ncreate table kept (name text);\ninsert into kept values ('kept');`,
  )
  assert.equal((await guesthouse('one', 'store', 'load', dump)).code, 0, 'nothing of the first try is in the way')
  assert.equal((await guesthouse('one', 'migrate')).code, 0)
  const again = await guesthouse('one', 'store', 'load', dump)
  assert.equal(again.code, 1)
  assert.match(again.err, /holds something already/)
  writeFileSync(dump, 'COPY public.kept (name) FROM stdin;\nkept\n\\.\n')
  assert.match((await guesthouse('two', 'store', 'load', dump)).err, /Make the dump with pg_dump --inserts/)
})

test('PostgreSQL’s programs get the address and the password, and their exit is ours', async () => {
  const shown = await guesthouse('one', 'store', '--json')
  const { environment, version } = JSON.parse(shown.out) as { environment: Record<string, string>; version: string }
  assert.match(version, /^18\./)
  assert.deepEqual(Object.keys(environment), ['PGHOST', 'PGPORT', 'PGUSER', 'PGDATABASE', 'PGPASSFILE'])
  const program = join(root, 'program')
  writeFileSync(program, '#!/bin/sh\ntest -S "$PGHOST/.s.PGSQL.$PGPORT" && test -r "$PGPASSFILE" && test "$1" = --flag && exit 0\nexit 3\n')
  chmodSync(program, 0o755)
  assert.equal((await guesthouse('one', 'store', 'exec', program, '--flag')).code, 0)
  assert.equal((await guesthouse('one', 'store', 'exec', program)).code, 1)
  const none = await guesthouse('one', 'store', 'exec', join(root, 'none'))
  assert.deepEqual([none.code, /Is it installed\?/.test(none.err)], [1, true])
})
