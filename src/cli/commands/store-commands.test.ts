import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { newPlace } from '../../../test/backups.ts'
import { newId } from '../../kernel/ids.ts'
import { openStore } from '../../store/store.ts'
import { run } from '../program.ts'

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
  assert.equal(
    (await guesthouse('one', 'store', 'load', dump)).code,
    0,
    'nothing of the first try is in the way',
  )
  assert.equal((await guesthouse('one', 'migrate')).code, 0)
  const again = await guesthouse('one', 'store', 'load', dump)
  assert.equal(again.code, 1)
  assert.match(again.err, /holds something already/)
  writeFileSync(dump, 'COPY public.kept (name) FROM stdin;\nkept\n\\.\n')
  assert.match(
    (await guesthouse('two', 'store', 'load', dump)).err,
    /Make the dump with pg_dump --inserts/,
  )
})

test('a command that is given the wrong folder makes no store there: it ends with 4 and says which one it looked for', async (t) => {
  const id = newId()
  const receipt = join(root, 'receipt.jws')
  writeFileSync(receipt, 'x.y.z')
  const backup = join(root, 'never.backup')
  const at = ['--organization', 'fabrikam.example']
  const commands = [
    ['organization', 'list'],
    ['organization', 'close', 'fabrikam.example'],
    ['application', 'list'],
    ['key', 'list', 'people'],
    ['backup', '--to', backup],
    ['audit', 'verify'],
    ['purge', '--due'],
    ['erasures', 'export'],
    ['erasures', 'rewrite'],
    ['receipt', id],
    ['verify-receipt', receipt],
    ['user', 'disable', id, ...at],
    ['user', 'create', '--name', 'Ada', '--guest', 'ada@contoso.example', ...at],
    ['invite', '--email', 'ada@contoso.example', ...at],
    ['leave', id, ...at],
    ['store', 'show'],
  ]
  for (const argv of commands) {
    const { code, out, err } = await guesthouse('wrong', ...argv)
    assert.deepEqual([code, out], [4, ''], argv.join(' '))
    assert.match(err, /no store in the data folder \S*wrong\. Name the one that the server uses/)
    assert.deepEqual([existsSync(join(root, 'wrong')), existsSync(backup)], [false, false], err)
  }
  const named = await newPlace(t, root)
  for (const argv of commands.slice(0, -1)) {
    const { code, out, err } = await named.command(...argv)
    assert.deepEqual([code, out], [4, ''], argv.join(' '))
    assert.match(err, /is empty\. Name the one that the server uses/)
  }
  const make = ['organization', 'create', '--name', 'Fabrikam', '--domain', 'fabrikam.example']
  assert.equal((await named.command('organization', 'list')).code, 4, 'nothing was made meanwhile')
  assert.equal((await named.command(...make)).code, 0)
  assert.match((await named.command('organization', 'list')).out, /fabrikam\.example/)
  assert.equal((await guesthouse('right', ...make)).code, 0)
  assert.match((await guesthouse('right', 'organization', 'list')).out, /fabrikam\.example/)
})

test('what would end the transaction in the middle of a dump loads nothing; what is for psql alone is left out', async () => {
  const dump = join(root, 'ends.sql')
  for (const ending of [
    'commit',
    'rollback',
    'end',
    'abort; begin',
    'savepoint x; rollback to x',
    'begin; commit',
  ]) {
    writeFileSync(
      dump,
      `create table half (x int);\n${ending};\ncreate table other (x int);\nselect 1;\n`,
    )
    const { code, err } = await guesthouse('ends', 'store', 'load', dump)
    assert.deepEqual(
      [code, err.startsWith('Nothing was loaded: the file begins or ends transactions itself')],
      [1, true],
      `${ending}: ${err}`,
    )
  }
  for (const [text, says] of [
    ['', /is empty/],
    ['create table half (x int);\n\\copy half from x', /Nothing was loaded: syntax error/],
    ['\0\u0001garbage', /Nothing was loaded/],
  ] as const) {
    writeFileSync(dump, text)
    const { code, err } = await guesthouse('ends', 'store', 'load', dump)
    assert.deepEqual([code, says.test(err), err.includes('    at ')], [1, true, false], err)
  }
  for (const unreadable of [join(root, 'no-such-file'), root]) {
    const { code, err } = await guesthouse('ends', 'store', 'load', unreadable)
    assert.deepEqual(
      [
        code,
        /cannot be read: (there is no such file|it is a folder)\. Nothing was loaded/.test(err),
        err.includes('    at '),
      ],
      [1, true, false],
      err,
    )
  }
  // As pg_dump writes it.
  const whole = `\\restrict abc\n\nSET statement_timeout = 0;\nSELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.half (x text);\nINSERT INTO public.half VALUES ('$load$ \\restrict');
CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS $$ select 1 $$;\n\\unrestrict abc\n`
  writeFileSync(dump, whole)
  assert.deepEqual(
    (await guesthouse('ends', 'store', 'load', dump)).err,
    '',
    'nothing of what failed is in the way',
  )
})

test('PostgreSQL’s programs get the address and the password, and their exit is ours', async () => {
  const shown = await guesthouse('one', 'store', '--json')
  const { environment, version } = JSON.parse(shown.out) as {
    environment: Record<string, string>
    version: string
  }
  assert.match(version, /^18\./)
  assert.deepEqual(Object.keys(environment), [
    'PGHOST',
    'PGPORT',
    'PGUSER',
    'PGDATABASE',
    'PGPASSFILE',
  ])
  const program = join(root, 'program')
  writeFileSync(
    program,
    '#!/bin/sh\ntest -S "$PGHOST/.s.PGSQL.$PGPORT" && test -r "$PGPASSFILE" && test "$1" = --flag && exit 0\nexit 3\n',
  )
  chmodSync(program, 0o755)
  assert.equal((await guesthouse('one', 'store', 'exec', program, '--flag')).code, 0)
  assert.equal((await guesthouse('one', 'store', 'exec', program)).code, 1)
  const none = await guesthouse('one', 'store', 'exec', join(root, 'none'))
  assert.deepEqual([none.code, /Is it installed\?/.test(none.err)], [1, true])
})
