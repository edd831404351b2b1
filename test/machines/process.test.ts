/** Real processes: what happens between two of them, and when one is stopped or killed. */
import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { authorizationFor } from '../in-process-browser.ts'
import { createOrganization } from '../../src/directory/organizations/create.ts'
import { createGuest, createMember } from '../../src/directory/users/create.ts'
import { guestPrincipalName } from '../../src/directory/users/user.ts'
import { newId, type TenantId } from '../../src/kernel/ids.ts'
import { setPassword } from '../../src/credentials/password/set.ts'
import { rows } from '../../src/store/database.ts'
import { sql } from 'kysely'
import { openStore } from '../../src/store/store.ts'
import { addressOf } from '../../src/kernel/address.ts'

const passphrase = 'violet harbour sings twice'
const folders: string[] = []
const children: ChildProcess[] = []
after(() => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'guesthouse-process-'))
  folders.push(folder)
  return folder
}

type Running = {
  readonly child: ChildProcess
  readonly out: () => string
  readonly err: () => string
  readonly ended: Promise<number | string>
}

const start = (
  argv: readonly string[],
  dataFolder: string,
  env: Record<string, string> = {},
): Running => {
  const { DATABASE_URL: _, ...inherited } = process.env
  const child = spawn(process.execPath, ['bin/guesthouse.js', ...argv], {
    env: { ...inherited, GUESTHOUSE_DATA: dataFolder, PORT: '0', LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let out = ''
  let err = ''
  child.stdout.on('data', (text: Buffer) => (out += text.toString()))
  child.stderr.on('data', (text: Buffer) => (err += text.toString()))
  const ended = new Promise<number | string>((resolve) =>
    child.on('close', (code, signal) => resolve(code ?? signal ?? 'gone')),
  )
  return { child, out: () => out, err: () => err, ended }
}

/** The text that `pattern` finds in what the process prints, as soon as it does. */
const printed = async (running: Running, pattern: RegExp): Promise<string> => {
  for (let tries = 0; tries < 3_600; tries++) {
    const found = pattern.exec(running.out())?.[1]
    if (found !== undefined) return found
    if (running.child.exitCode !== null) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${pattern} was not printed. ${running.out()} ${running.err()}`)
}
const ready = (running: Running) => printed(running, /ready at (http:\S+)/)

const settingsFor = (dataFolder: string) => ({
  databaseUrl: undefined,
  dataFolder,
  databaseConnections: 1,
  durable: true,
})

test('serve prints a set-up link once, is healthy, lets the command line work beside it, and ends with 0 on SIGTERM', async () => {
  const folder = newFolder()
  const server = start(['serve'], folder)
  const url = await ready(server)
  const link = await printed(server, /(http:\S+\/set-up\/\S+)/)
  assert.equal((await fetch(`${url}/healthz`)).status, 200)
  assert.equal((await fetch(`${url}/readyz`)).status, 200)
  assert.equal((await fetch(`${url}/metrics`)).status, 404)
  assert.equal((await fetch(link)).status, 200)
  assert.ok(!server.err().includes(link.slice(-20)), 'the link is not logged')

  const beside = start(['organization', 'list', '--json'], folder)
  assert.equal(await beside.ended, 0, beside.err())
  assert.deepEqual(JSON.parse(beside.out()), { value: [] })
  assert.equal(
    (await fetch(`${url}/readyz`)).status,
    200,
    'who goes first leaves the store to the others',
  )

  const wish = {
    organizationName: 'First',
    domain: 'first.example',
    displayName: 'Root',
    localPart: 'root',
    password: passphrase,
  }
  const made = await fetch(link, { method: 'POST', body: new URLSearchParams(wish) })
  assert.equal(made.status, 200)
  const named = ['--name', 'Nia', '--user-principal-name', 'nia@first.example', '--password-link']
  const linking = start(['user', 'create', '--organization', 'first.example', ...named], folder)
  assert.equal(await linking.ended, 0, linking.err())
  assert.ok(
    linking.out().includes(`${url}/password-link/`),
    'the command line knows where the server is',
  )
  server.child.kill('SIGTERM')
  assert.equal(await server.ended, 0)

  const again = start(['serve'], folder)
  await ready(again)
  again.child.kill('SIGINT')
  assert.equal(await again.ended, 0)
  assert.doesNotMatch(again.out(), /set-up/, 'there is an organization now')
})

test('kill -9 in a stream of leaves loses none that was acknowledged, and leaves no lock behind', async () => {
  const folder = newFolder()
  const organizations = await seedManyOrganizations(folder, 80)
  const server = start(['serve'], folder)
  const url = await ready(server)
  const signedIn = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ name: 'ada@home.example', password: passphrase }),
  })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const app = {
    request: (address: string, init?: RequestInit) =>
      fetch(address, { ...init, redirect: 'manual' }),
  }
  const headers = await authorizationFor({ app, publicUrl: url }, '/account/organizations', cookie)

  const acknowledged: string[] = []
  const leaveAll = async (mine: readonly TenantId[]): Promise<void> => {
    for (const id of mine) {
      const response = await fetch(`${url}/account/organizations/${id}/leave`, {
        method: 'POST',
        headers,
      })
      const { reference } = (await response.json()) as { reference: string }
      acknowledged.push(reference)
      // In the middle: the other streams have a request under way.
      if (acknowledged.length === 30) server.child.kill('SIGKILL')
    }
  }
  const streams = [0, 1, 2, 3].map((n) =>
    leaveAll(organizations.filter((_, index) => index % 4 === n)),
  )
  await Promise.allSettled(streams)
  assert.equal(await server.ended, 'SIGKILL')
  assert.ok(
    acknowledged.length >= 30 && acknowledged.length < organizations.length,
    `${acknowledged.length} acknowledged`,
  )

  const store = await openStore(settingsFor(folder))
  const kept = await rows(
    store.db,
    sql<{
      id: string
    }>`select e.id from events e join deleted_users u on u.tenant_id = e.tenant_id and u.id = e.target_id and u.deletion_event_id = e.id
      where e.activity = 'user.left'`,
  )
  await store.close()
  const ids = new Set(kept.map(({ id }) => id))
  assert.deepEqual(
    acknowledged.filter((reference) => !ids.has(reference)),
    [],
  )
})

/** Ada, at home in one organization and a guest in `count` others. */
const seedManyOrganizations = async (folder: string, count: number): Promise<TenantId[]> => {
  const store = await openStore(settingsFor(folder))
  const context = {
    now: new Date(),
    actor: { kind: 'operator' },
    correlationId: newId(),
    address: null,
  } as const
  const make = async (name: string): Promise<TenantId> => {
    const result = await createOrganization(
      store.db,
      { displayName: name, domain: `${name}.example` },
      context,
    )
    if (result.outcome !== 'created') throw new Error(result.outcome)
    return result.tenantId
  }
  const home = await make('home')
  const upn = 'ada@home.example'
  const ada = await createMember(
    store.db,
    home,
    { displayName: 'Ada', userPrincipalName: upn },
    context,
  )
  if (ada.outcome !== 'created') throw new Error(ada.outcome)
  const { personId, userId } = ada
  assert.equal(
    (await setPassword(store.db, { tenantId: home, userId, password: passphrase }, context))
      .outcome,
    'set',
  )
  const organizations: TenantId[] = []
  for (let n = 0; n < count; n++) {
    const tenantId = await make(`other-${n}`)
    const userPrincipalName = guestPrincipalName(addressOf(upn), `other-${n}.example`)
    const guest = await createGuest(
      store.db,
      tenantId,
      { personId, displayName: 'Ada', userPrincipalName },
      context,
    )
    assert.equal(guest.outcome, 'created')
    organizations.push(tenantId)
  }
  await store.close()
  return organizations
}

test('a half-written import file changes nothing; a whole one is imported', async () => {
  const folder = newFolder()
  const run = async (...argv: string[]) => {
    const running = start(argv, folder)
    return { code: await running.ended, out: running.out(), err: running.err() }
  }
  assert.equal(
    (await run('organization', 'create', '--name', 'Home', '--domain', 'home.example')).code,
    0,
  )
  const text = JSON.stringify({
    value: Array.from({ length: 50 }, (_, n) => ({
      displayName: `N${n}`,
      userPrincipalName: `n${n}@home.example`,
    })),
  })
  const file = join(folder, 'users.json')
  const argv = [
    'import',
    '--organization',
    'home.example',
    '--users',
    file,
    '--results',
    join(folder, 'results.json'),
    '--json',
  ]
  writeFileSync(file, text.slice(0, 1_000))
  const cut = await run(...argv)
  assert.equal(cut.code, 1)
  assert.match(cut.err, /users\.json breaks off at line 1, column 1\d\d\d .*Nothing was imported/)
  writeFileSync(file, text)
  const whole = await run(...argv)
  assert.equal(whole.code, 0, whole.err)
  assert.equal(
    (JSON.parse(whole.out) as { imported: { users: number } }).imported.users,
    50,
    'the cut file had changed nothing',
  )
})

test('bad settings, a folder that is none and a server that is not there each end with a sentence', async () => {
  const folder = newFolder()
  const file = join(folder, 'file')
  writeFileSync(file, 'not a folder')
  const wrong = [
    { running: start(['serve'], folder, { PORT: 'many' }), code: 2, says: /PORT/ },
    {
      running: start(['organization', 'list'], file),
      code: 4,
      says: /is a file, so it cannot be the data folder/,
    },
    {
      running: start(['organization', 'list'], folder, {
        DATABASE_URL: 'postgres://127.0.0.1:1/none',
      }),
      code: 4,
      says: /cannot be opened.*ECONNREFUSED/,
    },
  ]
  for (const { running, code, says } of wrong) {
    assert.equal(await running.ended, code, running.err())
    assert.match(running.err(), says)
    assert.equal(running.err().trim().split('\n').length, 1)
  }
})
