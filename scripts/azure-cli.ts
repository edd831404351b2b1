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
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createProxy, type IncomingMessage } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { connect, type AddressInfo, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { roleIds } from '../src/access/graph-scopes.ts'
import { listening } from '../test/machines/listening.ts'
import { actsByItself, proofOf, runner, text, type Run } from '../test/peers/command-line-client.ts'
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
  answerBy(w.app)
  const { appId, secret } = await actsByItself(w, 'Azure CLI', permissions)
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
  const run = runner(
    { called: 'az', file: az, after: ['-o', 'json'] },
    {
      AZURE_CONFIG_DIR: join(folder, 'config'),
      AZURE_CORE_COLLECT_TELEMETRY: 'no',
      REQUESTS_CA_BUNDLE: bundle,
      HTTPS_PROXY: discovery.proxy,
      NO_PROXY: 'localhost',
    },
  )
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
