/**
 * npm run try:azure-cli: Azure CLI, unchanged, as an application that acts by itself. It signs in,
 * and makes, finds, changes and deletes users, groups, applications and service principals. Prints
 * each command, and fails with the first that does not answer what it should.
 *
 * Versions before 2.49 ask Microsoft's own host which hosts are authorities, whatever they are told
 * ("az config set core.instance_discovery=false" is what newer ones are told). Here that question
 * goes to a host of ours: a proxy for everything but localhost.
 */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createProxy, type IncomingMessage } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { connect, type AddressInfo, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { roleIds } from '../src/access/graph-scopes.ts'
import { givePermission } from '../src/directory/applications/give-permission.ts'
import { registerProgram } from '../src/directory/applications/register.ts'
import { dayMs, plus } from '../src/kernel/time.ts'
import { listening } from '../test/machines/listening.ts'
import { certificate } from '../test/peers/certificate.ts'
import { store } from '../test/store.ts'
import type { World } from '../test/sign-on.ts'
import { world } from '../test/world.ts'

const az = '/usr/bin/az'
const permissions = [
  'User.ReadWrite.All',
  'Group.ReadWrite.All',
  'Application.ReadWrite.All',
  'AppRoleAssignment.ReadWrite.All',
  'Directory.Read.All',
] as const

const requireAzureCli = (): void => {
  if (!existsSync(az) && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Azure CLI with apt …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'azure-cli']])
      spawnSync('/usr/bin/apt-get', args, { env, stdio: 'ignore' })
  }
  if (!existsSync(az)) throw new Error('This needs Azure CLI. On Debian: apt-get install azure-cli')
}

/** What a host of this name proves itself with. */
const proofOf = (of: string) => {
  const now = new Date()
  const { privateKey, base64 } = certificate(plus(now, -dayMs), plus(now, dayMs), { of })
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${base64.replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  }
}

const portOf = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** Microsoft's host, which says that every authority is one; and a proxy that leads there. */
const discovering = async (url: string, proof: { readonly key: string; readonly cert: string }) => {
  const { host } = new URL(url)
  const discovery = createSecureServer(proof, ({ url: asked = '' }, response) => {
    const at = new URL(asked, 'https://asked').searchParams.get('authorization_endpoint') ?? ''
    const [, tenant] = new URL(at).pathname.split('/')
    response.setHeader('content-type', 'application/json').end(
      JSON.stringify({
        tenant_discovery_endpoint: `${url}/${tenant}/v2.0/.well-known/openid-configuration`,
        'api-version': '1.1',
        metadata: [
          { preferred_network: host, preferred_cache: host, aliases: [host, 'localhost'] },
        ],
      }),
    )
  })
  const port = await portOf(discovery)
  const proxy = createProxy().on('connect', (_: IncomingMessage, socket: Socket) => {
    const through = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      through.pipe(socket).pipe(through)
    })
    for (const one of [socket, through]) one.on('error', () => one.destroy())
  })
  return {
    proxy: `http://127.0.0.1:${await portOf(proxy)}`,
    stop: () => [discovery, proxy].map((one) => one.close()),
  }
}

/** An application that may do all of it. */
const registered = async (w: World) => {
  const context = w.operator()
  const secret = { displayName: 'Azure CLI', expiresAt: plus(w.now(), 30 * dayMs) }
  const wish = { displayName: 'Azure CLI', settings: { askedRoles: permissions }, secret }
  const made = await registerProgram(w.db, w.fabrikam.id, wish, context)
  assert.ok(made.outcome === 'registered' && made.secret !== null)
  const to = { tenantId: w.fabrikam.id, applicationId: made.applicationId }
  for (const one of permissions)
    assert.equal((await givePermission(w.db, to, one, true, context)).outcome, 'given')
  return { appId: made.appId, secret: made.secret }
}

type Run = (...args: readonly string[]) => Promise<unknown>

/** Runs a command, and reads what it prints as JSON. Throws what it says when it fails. */
const runner =
  (env: Record<string, string>): Run =>
  async (...args) => {
    const child = spawn(az, [...args, '-o', 'json'], { env: { ...process.env, ...env } })
    let [out, err] = ['', '']
    child.stdout.on('data', (text: Buffer) => (out += text.toString()))
    child.stderr.on('data', (text: Buffer) => (err += text.toString()))
    const code = await new Promise((resolve) => child.on('close', resolve))
    if (code !== 0) throw new Error(`az ${args.join(' ')}: ${err}`)
    console.log(`✔ az ${args.slice(0, 4).join(' ')}`)
    return out.trim() === '' ? undefined : (JSON.parse(out) as unknown)
  }

const text = (value: unknown): string => {
  assert.equal(typeof value, 'string')
  return value as string
}

const usersAndGroups = async (run: Run, w: World): Promise<void> => {
  const guests = await run(
    'ad',
    'user',
    'list',
    '--filter',
    "userType eq 'Guest'",
    '--query',
    '[].displayName',
  )
  assert.deepEqual((guests as string[]).toSorted(), ['Ada Lovelace', 'Bob Okafor'])
  const upn = `az.test@${w.fabrikam.domain}`
  const password = ['--password', 'seven quiet lanterns cross']
  const made = ['--display-name', 'Az Test', '--user-principal-name', upn, ...password]
  const id = text(await run('ad', 'user', 'create', ...made, '--query', 'id'))
  await run('ad', 'user', 'update', '--id', upn, '--display-name', 'Az Renamed')
  assert.equal(await run('ad', 'user', 'show', '--id', upn, '--query', 'displayName'), 'Az Renamed')
  const group = ['--display-name', 'Az', '--mail-nickname', 'az']
  const groupId = text(await run('ad', 'group', 'create', ...group, '--query', 'id'))
  const of = ['--group', groupId]
  await run('ad', 'group', 'member', 'add', ...of, '--member-id', id)
  const check = await run('ad', 'group', 'member', 'check', ...of, '--member-id', id)
  assert.deepEqual(check, { value: true })
  assert.deepEqual(
    await run('ad', 'user', 'get-member-groups', '--id', upn, '--query', '[].displayName'),
    ['Az'],
  )
  await run('ad', 'group', 'owner', 'add', ...of, '--owner-object-id', id)
  assert.deepEqual(await run('ad', 'group', 'owner', 'list', ...of, '--query', '[].id'), [id])
  await run('ad', 'group', 'member', 'remove', ...of, '--member-id', id)
  assert.deepEqual(await run('ad', 'group', 'member', 'list', ...of), [])
  await run('ad', 'group', 'delete', ...of)
  await run('ad', 'user', 'delete', '--id', upn)
  await assert.rejects(run('ad', 'user', 'show', '--id', upn), /does not exist/)
}

const applications = async (run: Run): Promise<void> => {
  const made = ['--display-name', 'Az App', '--web-redirect-uris', 'https://app.example/back']
  const appId = text(await run('ad', 'app', 'create', ...made, '--query', 'appId'))
  const of = ['--id', appId]
  assert.equal(await run('ad', 'app', 'show', ...of, '--query', 'displayName'), 'Az App')
  assert.equal(await run('ad', 'sp', 'create', ...of, '--query', 'appId'), appId)
  const secret = await run('ad', 'app', 'credential', 'reset', ...of, '--query', 'password')
  assert.ok(text(secret).length > 20)
  const graph = '00000003-0000-0000-c000-000000000000'
  const role = `${roleIds['User.Read.All']}=Role`
  await run('ad', 'app', 'permission', 'add', ...of, '--api', graph, '--api-permissions', role)
  const asked = await run('ad', 'app', 'permission', 'list', ...of, '--query', '[].resourceAppId')
  assert.deepEqual(asked, [graph])
  assert.deepEqual(await run('ad', 'app', 'owner', 'list', ...of), [])
  await run('ad', 'sp', 'delete', ...of)
  await run('ad', 'app', 'delete', ...of)
  await assert.rejects(run('ad', 'app', 'show', ...of), /does(n't| not) exist/)
}

requireAzureCli()
const folder = mkdtempSync(join(tmpdir(), 'guesthouse-azure-cli-'))
const [own, microsoft] = [proofOf('localhost'), proofOf('login.microsoftonline.com')]
const { url, answerBy, stop } = await listening('localhost', own)
const discovery = await discovering(url, microsoft)
try {
  const w = await world(url)
  // Azure CLI goes by the clock of the machine.
  w.pass(Date.now() - w.now().getTime())
  answerBy(w.app)
  const { appId, secret } = await registered(w)
  const [bundle, cloud] = [join(folder, 'trusted.pem'), join(folder, 'cloud.json')]
  writeFileSync(bundle, own.cert + microsoft.cert)
  const endpoints = Object.fromEntries(
    [
      'resourceManager',
      'activeDirectoryResourceId',
      'microsoftGraphResourceId',
      'management',
      'activeDirectoryGraphResourceId',
    ].map((name) => [name, `${url}/`]),
  )
  writeFileSync(
    cloud,
    JSON.stringify({ endpoints: { ...endpoints, activeDirectory: url }, suffixes: {} }),
  )
  const run = runner({
    AZURE_CONFIG_DIR: join(folder, 'config'),
    AZURE_CORE_COLLECT_TELEMETRY: 'no',
    REQUESTS_CA_BUNDLE: bundle,
    HTTPS_PROXY: discovery.proxy,
    NO_PROXY: 'localhost',
  })
  await run('cloud', 'register', '-n', 'guesthouse', '--cloud-config', `@${cloud}`)
  await run('cloud', 'set', '-n', 'guesthouse')
  const as = ['--service-principal', '-u', appId, '-p', secret, '--tenant', w.fabrikam.id]
  await run('login', ...as, '--allow-no-subscriptions')
  await usersAndGroups(run, w)
  await applications(run)
} finally {
  discovery.stop()
  await stop()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)
