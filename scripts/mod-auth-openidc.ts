/**
 * npm run try:mod-auth-openidc: Apache's mod_auth_openidc as an application of an organization. A
 * guest signs in to a page that Apache guards, leaves the organization, and is out there too, told
 * by the back channel. Prints each step, and fails with the first that is not as it should be.
 */
import assert from 'node:assert/strict'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tellEnded } from '../src/propagation/back-channel.ts'
import { setPassword } from '../src/credentials/password/set.ts'
import { reachable } from '../test/peers/relying-application.ts'
import { registerApplication } from '../test/sign-on.ts'
import { store } from '../test/store.ts'

const apache = '/usr/sbin/apache2'
const modules = '/usr/lib/apache2/modules'
const passphrase = 'nine copper kettles sing at dawn'
const isRoot = process.getuid?.() === 0

const step = (text: string): void => console.log(`✔ ${text}`)

const isThere = (): boolean =>
  existsSync(apache) && existsSync(join(modules, 'mod_auth_openidc.so'))

const requireApache = (): void => {
  if (!isThere() && isRoot && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Apache with apt …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    for (const args of [
      ['update'],
      ['install', '-y', '--no-install-recommends', 'apache2', 'libapache2-mod-auth-openidc'],
    ])
      spawnSync('/usr/bin/apt-get', args, { env, stdio: 'ignore' })
  }
  if (!isThere())
    throw new Error(
      'This needs Apache with mod_auth_openidc. On Debian: apt-get install apache2 libapache2-mod-auth-openidc',
    )
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

type Guarded = {
  readonly port: number
  readonly issuer: string
  readonly clientId: string
  readonly secret: string
}

const moduleNames = 'mpm_event authn_core authz_core authz_user dir headers auth_openidc'.split(' ')

const load = (name: string): string => `LoadModule ${name}_module ${modules}/mod_${name}.so`

/** Starts Apache in a folder of its own, in the foreground. */
const startApache = async ({
  port,
  issuer,
  clientId,
  secret,
}: Guarded): Promise<{ child: ChildProcess; folder: string }> => {
  const folder = mkdtempSync(join(tmpdir(), 'guesthouse-apache-'))
  chmodSync(folder, 0o755)
  mkdirSync(join(folder, 'www', 'protected'), { recursive: true })
  writeFileSync(join(folder, 'www', 'protected', 'index.html'), 'for those who are signed in')
  writeFileSync(
    join(folder, 'apache.conf'),
    [
      `ServerRoot ${folder}`,
      `PidFile ${folder}/pid`,
      `ErrorLog ${folder}/error.log`,
      `ServerName 127.0.0.1`,
      `Listen 127.0.0.1:${port}`,
      ...moduleNames.map(load),
      ...(isRoot ? ['User www-data', 'Group www-data'] : []),
      `DocumentRoot ${folder}/www`,
      `DirectoryIndex index.html`,
      `OIDCProviderMetadataURL ${issuer}/.well-known/openid-configuration`,
      `OIDCClientID ${clientId}`,
      `OIDCClientSecret ${secret}`,
      `OIDCRedirectURI http://127.0.0.1:${port}/protected/callback`,
      `OIDCCryptoPassphrase ${randomBytes(24).toString('base64url')}`,
      `OIDCScope "openid profile email"`,
      `OIDCPKCEMethod S256`,
      // Sessions that somebody else can end: they are kept at the server.
      `OIDCSessionType server-cache`,
      `<Location /protected>`,
      `AuthType openid-connect`,
      `Require valid-user`,
      ...['oid', 'tid', 'acct', 'name'].map(
        (claim) => `Header set X-Claim-${claim} "expr=%{env:OIDC_CLAIM_${claim}}"`,
      ),
      `</Location>`,
    ].join('\n'),
  )
  const child = spawn(apache, ['-f', join(folder, 'apache.conf'), '-DFOREGROUND'], {
    stdio: 'inherit',
  })
  for (let tries = 0; tries < 50; tries++) {
    if (await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined)) return { child, folder }
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(
    `Apache did not start. ${existsSync(`${folder}/error.log`) ? readFileSync(`${folder}/error.log`, 'utf8') : ''}`,
  )
}

type Answer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

// Not by fetch: it says of itself that it is a script, and scripts are not sent to sign in.
const ask = (
  url: URL,
  {
    method = 'GET',
    headers,
    body,
  }: { method?: string; headers: Record<string, string>; body?: string },
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asking = request(
      url,
      { method, headers: { accept: 'text/html', ...headers } },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => (text += part))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        )
      },
    )
    asking.on('error', reject)
    asking.end(body)
  })

/** A browser that is a jar of cookies, between two sites. */
const browser = () => {
  const jars = new Map<string, Map<string, string>>()
  const once = async (url: URL, form?: Record<string, string>): Promise<Answer> => {
    const jar = jars.get(url.origin) ?? new Map<string, string>()
    jars.set(url.origin, jar)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await (form === undefined
      ? ask(url, { headers: { cookie } })
      : ask(url, {
          method: 'POST',
          headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams(form).toString(),
        }))
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      jar.set(name, value)
    }
    return answer
  }
  return async (
    address: string,
    form?: Record<string, string>,
  ): Promise<Answer & { readonly url: URL }> => {
    let url = new URL(address)
    let answer = await once(url, form)
    for (let hop = 0; hop < 20; hop++) {
      const next =
        answer.headers.location ??
        /^0; url=(.*)$/.exec(String(answer.headers['refresh'] ?? ''))?.[1]
      if (next === undefined) break
      url = new URL(next, url)
      answer = await once(url)
    }
    return { ...answer, url }
  }
}

const play = async (
  port: number,
  site: Awaited<ReturnType<typeof reachable>>,
  folder: (path: string) => void,
): Promise<ChildProcess> => {
  const { w, services, publicUrl } = site
  const uri = `http://127.0.0.1:${port}/protected/callback`
  const application = await registerApplication(w, w.fabrikam, w.frank, {
    uri,
    backchannel: `${uri}?logout=backchannel`,
  })
  const issuer = `${publicUrl}/${w.fabrikam.id}/v2.0`
  const started = await startApache({
    port,
    issuer,
    clientId: application.appId,
    secret: application.secret ?? '',
  })
  folder(started.folder)
  step(`Apache guards http://127.0.0.1:${port}/protected/ for ${issuer}`)

  const password = { tenantId: w.contoso.id, userId: w.ada.userId, password: passphrase }
  await setPassword(w.db, password, w.operator())
  const open = browser()
  const guarded = `http://127.0.0.1:${port}/protected/`
  const asked = await open(guarded)
  assert.equal(
    asked.url.pathname,
    '/sign-in',
    `Apache sends who is not signed in to Guesthouse, not to ${asked.url.href}`,
  )
  step('who is not signed in is sent to sign in')
  const inside = await open(asked.url.href, { name: w.ada.upn, password: passphrase })
  assert.equal(inside.status, 200, inside.text)
  assert.match(inside.text, /for those who are signed in/)
  const claims = ['oid', 'tid', 'acct', 'name'].map((name) => inside.headers[`x-claim-${name}`])
  assert.deepEqual(claims, [w.userOf(w.ada, w.fabrikam), w.fabrikam.id, '1', 'Ada Lovelace'])
  step(
    `a guest is in; Apache knows oid ${claims[0]}, tid ${claims[1]}, acct ${claims[2]}, name ${claims[3]}`,
  )

  assert.equal((await w.as(w.ada).leave(w.fabrikam)).status, 200)
  assert.equal(await tellEnded(services, new Date()), 1, 'Apache took the logout token')
  step('the guest has left the organization, and Apache was told by the back channel')
  const after = await open(guarded)
  assert.notEqual(after.url.href, guarded)
  assert.doesNotMatch(after.text, /for those who are signed in/)
  assert.match(after.text, /You have left Fabrikam/)
  step('the next request is sent away, and Guesthouse says why there is no way in')
  return started.child
}

requireApache()
const site = await reachable()
let folder: string | undefined
let child: ChildProcess | undefined
try {
  child = await play(await freePort(), site, (path) => {
    folder = path
  })
} finally {
  child?.kill()
  if (folder !== undefined && existsSync(join(folder, 'pid')))
    process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')))
  await site.stop()
  await store.close()
}
if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
process.exit(0)
