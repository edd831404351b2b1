import { readObjects } from '../graph/subscriptions/read-objects.ts'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { newStore } from '../../test/store.ts'
import { run } from '../cli/program.ts'
import { createOrganization } from '../directory/organizations/create.ts'
import { createMember } from '../directory/users/create.ts'
import { newId } from '../kernel/ids.ts'
import { dayMs, hourMs, minuteMs, plus } from '../kernel/time.ts'
import { firstRow, type Database } from '../store/database.ts'
import { sql } from 'kysely'
import { startWorker } from './schedule.ts'

/** A store with somebody whose window ended a day ago, in which a job last ran at `lastAt`. */
const dueSince = async (db: Database, now: Date, kept: object) => {
  const context = {
    now: plus(now, -60 * dayMs),
    actor: { kind: 'operator' },
    correlationId: newId(),
    address: null,
  } as const
  const made = await createOrganization(
    db,
    { displayName: 'Home', domain: `${newId()}.example` },
    context,
  )
  if (made.outcome !== 'created') throw new Error(made.outcome)
  const [domain] = (
    await sql<{
      name: string
    }>`select name from tenant_domains where tenant_id = ${made.tenantId}`.execute(db)
  ).rows
  const user = await createMember(
    db,
    made.tenantId,
    { displayName: 'Due', userPrincipalName: `due@${domain?.name}` },
    context,
  )
  if (user.outcome !== 'created') throw new Error(user.outcome)
  const session = {
    terminal: {
      env: {},
      out: () => {},
      err: () => {},
      interactive: false,
      confirm: async () => true,
      stopped: async () => {},
    },
  }
  const argv = ['user', 'delete', `due@${domain?.name}`, '--organization', `${domain?.name}`]
  const store = { db, kind: 'named', migrated: () => {}, close: async () => {} } as const
  assert.equal(await run(argv, { ...session, openStore: async () => store }), 0)
  await sql`update users set deleted_at = ${plus(now, -31 * dayMs)}, restorable_until = ${plus(now, -dayMs)} where id = ${user.userId}`.execute(
    db,
  )
  await sql`insert into installation (name, value) values ('clock', ${Buffer.from(JSON.stringify(kept))})
    on conflict (name) do update set value = excluded.value`.execute(db)
  const isThere = async () =>
    (await firstRow(db, sql`select 1 from users where id = ${user.userId}`)) !== undefined
  const command = async (...more: string[]): Promise<{ code: number; err: string }> => {
    let err = ''
    const terminal = { ...session.terminal, err: (line: string) => void (err += line) }
    const code = await run(['purge', '--due', ...more], { terminal, openStore: async () => store })
    return { code, err }
  }
  return { isThere, command }
}

/** Runs the jobs once with this clock, and returns what the log and the health page were told. */
const workOnce = async (db: Database, clock: () => Date) => {
  const lines: string[] = []
  let problem: string | undefined
  const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) })
  const issuer = { sealKey: Buffer.alloc(32, 7), publicUrl: 'http://guesthouse.test' }
  const ran = new Set<string>()
  const stop = startWorker(
    { db, clock, log, issuer, readObjects },
    { ran: (job) => void ran.add(job), overran: () => {}, clock: (told) => (problem = told) },
  )
  for (let tries = 0; tries < 100 && !ran.has('send mail'); tries++) await pause(20)
  await pause(200)
  await stop()
  return { lines: lines.join(''), problem, purged: ran.has('purge users whose window has ended') }
}

test('K26: a clock that is wrong takes nobody away: one that differs from the database’s, one that jumped ahead, one that stands before', async () => {
  const { db, close } = await newStore()
  const now = new Date()
  const { isThere } = await dueSince(db, now, { lastAt: plus(now, -5 * minuteMs).toISOString() })
  const ahead = await workOnce(db, () => plus(new Date(), 40 * dayMs))
  assert.deepEqual([await isThere(), ahead.purged], [true, false])
  assert.match(ahead.lines, /"level":50.*differ by more than a minute/)
  assert.match(ahead.problem ?? '', /differ by more than a minute/)

  const outage = await dueSince(db, now, { lastAt: plus(now, -40 * dayMs).toISOString() })
  const jumped = await workOnce(db, () => new Date())
  assert.deepEqual([await outage.isThere(), jumped.purged], [true, false])
  assert.match(jumped.lines, /More than a day has passed/)
  const refusedOne = await outage.command()
  assert.deepEqual([refusedOne.code, await outage.isThere()], [1, true])
  assert.match(refusedOne.err, /--clock-is-right/)

  const behind = await dueSince(db, now, { lastAt: plus(now, 40 * dayMs).toISOString() })
  assert.equal((await workOnce(db, () => new Date())).purged, false)
  assert.equal(await behind.isThere(), true)
  await close()
})

test('K26: after an outage of a week, permanent deletion goes on when the clock has stood for an hour, or at once when an operator says so', async () => {
  const { db, close } = await newStore()
  const now = new Date()
  const stood = {
    lastAt: plus(now, -7 * dayMs).toISOString(),
    suspectSince: plus(now, -hourMs - minuteMs).toISOString(),
  }
  const first = await dueSince(db, now, stood)
  const done = await workOnce(db, () => new Date())
  assert.deepEqual([await first.isThere(), done.purged, done.problem], [false, true, undefined])

  const second = await dueSince(db, now, { lastAt: plus(now, -7 * dayMs).toISOString() })
  assert.equal((await second.command('--clock-is-right')).code, 0)
  assert.equal(await second.isThere(), false)
  await close()
})
