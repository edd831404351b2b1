import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { guesthouse, type Said } from '../../../test/machines/command-line.ts'
import { newStore } from '../../../test/store.ts'
import { sql } from '../../store/database.ts'
import { openStore } from '../../store/store.ts'
import { askClock } from '../../worker/clock.ts'
import { checkKey } from '../key-check.ts'
import { run } from '../program.ts'
import type { Finding } from './finding.rule.ts'

const folder = mkdtempSync(join(tmpdir(), 'guesthouse-doctor-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const data = { GUESTHOUSE_DATA: folder }

const findingsOf = ({ out }: Said): readonly Finding[] =>
  (JSON.parse(out) as { findings: readonly Finding[] }).findings
const about = (said: Said, what: Finding['about']): Finding =>
  findingsOf(said).find((one) => one.about === what) ?? assert.fail(said.out)

test('issue 13: the doctor of a new store says of each thing how it is and what to do, and ends with 0 as nothing is wrong', async (t) => {
  const own = await newStore(2)
  t.after(own.close)
  const said = await guesthouse(['doctor'], undefined, data, own)
  assert.equal(said.code, 0, said.out + said.err)
  for (const words of [
    /^✔ store +PostgreSQL \d+/m,
    /^✔ clock +The clock is right\.$/m,
    /^! mail +No mail is sent: no mail server is set\.\n +→ Set GUESTHOUSE_SMTP_URL/m,
    /^✔ keys +/m,
    /^! backup +No backup/m,
    /^! jobs +No job has run/m,
    /^✔ proxy +/m,
  ])
    assert.match(said.out, words)
})

test('issue 13: the doctor knows the last backup and the last job, and calls it wrong when jobs are silent', async (t) => {
  const own = await newStore(2)
  t.after(own.close)
  await askClock(own.db, new Date())
  const to = join(folder, 'monday.backup')
  const backup = await guesthouse(['backup', '--to', to], undefined, data, own)
  assert.equal(backup.code, 0, backup.err)
  const said = await guesthouse(['doctor', '--json'], undefined, data, own)
  assert.deepEqual([about(said, 'backup').state, about(said, 'jobs').state], ['well', 'well'])

  const kept = Buffer.from(JSON.stringify({ lastAt: new Date(Date.now() - 3_600_000) }))
  await sql`update installation set value = ${kept} where name = 'clock'`.execute(own.db)
  const silent = await guesthouse(['doctor', '--json'], undefined, data, own)
  assert.equal(silent.code, 1)
  assert.match(about(silent, 'jobs').next ?? '', /guesthouse serve/)
  assert.match(silent.err, /One thing is wrong/)
})

test('issue 13: the doctor leaves the schema as it is, and says what has not run', async (t) => {
  const own = await newStore(2)
  t.after(own.close)
  await sql`delete from migrations where name = (select max(name) from migrations)`.execute(own.db)
  const said = await guesthouse(['doctor', '--json'], undefined, data, own)
  assert.match(about(said, 'store').says, /^1 migrations? ha/)
})

test('issue 13: a mail server that does not answer, another key and a store that is away are told, without a secret', async (t) => {
  const own = await newStore(2)
  t.after(own.close)
  await checkKey(own.db, Buffer.alloc(32, 1))
  const env = {
    ...data,
    GUESTHOUSE_KEY: Buffer.alloc(32, 2).toString('base64'),
    GUESTHOUSE_SMTP_URL: 'smtp://me:SECRETMAIL@127.0.0.1:9',
    GUESTHOUSE_MAIL_FROM: 'Guesthouse <no-reply@contoso.example>',
  }
  const said = await guesthouse(['doctor', '--json'], undefined, env, own)
  assert.equal(said.code, 1)
  assert.match(about(said, 'mail').says, /127\.0\.0\.1:9 does not take mail from here/)
  assert.match(about(said, 'keys').says, /not the one that this store was made with/)

  const err: string[] = []
  const out: string[] = []
  const away = { ...env, DATABASE_URL: 'postgres://me:SECRETSTORE@127.0.0.1:9/guesthouse' }
  const code = await run(['doctor', '--json'], {
    terminal: {
      env: away,
      out: (line) => out.push(line),
      err: (line) => err.push(line),
      interactive: false,
      confirm: async () => false,
      stopped: async () => {},
    },
    openStore,
  })
  assert.equal(code, 4)
  const alone = { code, out: out.join('\n'), err: err.join('\n') }
  assert.match(about(alone, 'store').says, /cannot be opened/)
  assert.equal(about(alone, 'mail').state, 'wrong', 'the rest is looked at all the same')
  for (const text of [said.out, said.err, alone.out, alone.err])
    assert.doesNotMatch(text, /SECRET|AgICAgIC/)
})
