import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { pino } from 'pino'
import { store } from '../../test/store.ts'
import type { Env, Services } from './routes.ts'
import { beginRequest, useOwnName } from './request.ts'
import { staticFiles } from './static-files.ts'
import { refusalPages } from '../pages/refusal-page.ts'

const root = await mkdtemp(join(tmpdir(), 'guesthouse-static-'))
after(() => rm(root, { recursive: true, force: true }))

const folders = { desk: join(root, 'desk'), admin: join(root, 'admin') }
for (const [app, folder] of Object.entries(folders)) {
  await mkdir(join(folder, 'assets', 'folder'), { recursive: true })
  await writeFile(
    join(folder, 'index.html'),
    `<meta name="style-nonce" content="__NONCE__"><meta name="guesthouse-origin" content="__ORIGIN__"><meta name="guesthouse-demo" content="__DEMO__"><title>${app}</title>`,
  )
  const script = `console.log('${app}')`
  await writeFile(join(folder, 'assets', `${app}-1a2b.js`), script)
  await writeFile(join(folder, 'assets', `${app}-1a2b.js.br`), brotliCompressSync(script))
  await writeFile(join(folder, 'assets', `${app}-1a2b.js.gz`), gzipSync(script))
  await writeFile(join(folder, 'secret.txt'), 'not an asset')
}

const services: Services = {
  db: store.db,
  clock: () => new Date('2026-05-01T12:00:00.000Z'),
  log: pino({ level: 'silent' }),
  publicUrl: 'http://guesthouse.test',
  trustedProxies: 0,
  sealKey: Buffer.alloc(32),
}

const appWith = (signedIn: boolean, where = folders) =>
  new Hono<Env>({ strict: false }).use(beginRequest(services)).route(
    '/',
    staticFiles(
      services,
      where,
      () =>
        Promise.resolve({
          isSignedIn: signedIn,
          language: 'en',
          direction: 'ltr' as const,
          needsScript: 'It needs JavaScript.',
        }),
      refusalPages(services),
    ),
  )
const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
const get = (path: string, headers: Record<string, string> = browser, app = appWith(true)) =>
  app.request(`http://guesthouse.test${path}`, { headers })

test('each page of an app is its index, under a policy with a fresh nonce that the page carries', async () => {
  const nonces = new Set<string>()
  for (const [path, title] of [
    ['/admin', 'admin'],
    ['/admin/', 'admin'],
    ['/admin/1/users/2', 'admin'],
  ] as const) {
    const response = await get(path)
    assert.equal(response.status, 200, path)
    const text = await response.text()
    const nonce = /content="([^"]+)"/.exec(text)?.[1] ?? ''
    assert.match(text, new RegExp(`<title>${title}</title>`), path)
    assert.match(nonce, /^[\w+/]{20,}=*$/)
    assert.ok(response.headers.get('content-security-policy')?.includes(`'nonce-${nonce}'`), path)
    assert.equal(response.headers.get('cache-control'), 'no-store')
    nonces.add(nonce)
  }
  assert.equal(nonces.size, 3)
})

test('who is not signed in is sent to sign in and back to where they were going', async () => {
  const response = await get('/admin/1/users?a=a&b=c', browser, appWith(false))
  assert.equal(response.status, 303)
  assert.equal(
    response.headers.get('location'),
    `/sign-in?return=${encodeURIComponent('/admin/1/users?a=a&b=c')}`,
  )
})

test('assets are kept for good, typed, and compressed for who takes that', async () => {
  const plain = await get('/assets/desk-1a2b.js', {}, appWith(false))
  assert.equal(plain.status, 200)
  assert.equal(await plain.text(), `console.log('desk')`)
  assert.match(plain.headers.get('cache-control') ?? '', /immutable/)
  assert.match(plain.headers.get('content-type') ?? '', /^text\/javascript/)
  assert.equal(plain.headers.get('vary'), 'accept-encoding')
  for (const [taken, encoding, open] of [
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
  ] as const) {
    const compressed = await get('/admin/assets/admin-1a2b.js', { 'accept-encoding': taken })
    assert.equal(compressed.headers.get('content-encoding'), encoding)
    assert.match(compressed.headers.get('content-type') ?? '', /^text\/javascript/)
    assert.equal(compressed.headers.get('vary'), 'accept-encoding')
    assert.equal(open(await compressed.arrayBuffer()).toString(), `console.log('admin')`)
  }
})

test('a part of an asset that does not exist is refused, and nobody keeps that', async () => {
  const response = await get('/assets/desk-1a2b.js', { range: 'bytes=999999-' })
  assert.equal(response.status, 416)
  assert.doesNotMatch(response.headers.get('cache-control') ?? '', /max-age|immutable/)
  const part = await get('/assets/desk-1a2b.js', { range: 'bytes=0-6' })
  assert.deepEqual([part.status, await part.text()], [206, 'console'])
})

test('nothing outside the assets can be read', async () => {
  for (const name of [
    '..%2fsecret.txt',
    '%2e%2e%2fsecret.txt',
    '..%5csecret.txt',
    '.',
    '%00',
    'folder',
    '%2fetc%2fpasswd',
    'desk-1a2b.js%00.css',
  ]) {
    const response = await get(`/assets/${name}`)
    assert.equal(response.status, 404, name)
    assert.doesNotMatch(response.headers.get('cache-control') ?? '', /immutable/, name)
  }
})

test('an unknown address is a plain page, or JSON for a program; other methods are told which one there is', async () => {
  const page = await get('/nothing-of-this-name')
  assert.equal(page.status, 404)
  assert.match(page.headers.get('content-type') ?? '', /^text\/html/)
  assert.match(await page.text(), /There is nothing at this address/)
  const inGerman = await get('/nothing-of-this-name', { ...browser, 'accept-language': 'de' })
  assert.equal(inGerman.headers.get('content-language'), 'de')
  assert.match(await inGerman.text(), /<h1>Hier ist nichts<\/h1>/)
  const json = await get('/admin/', { accept: 'application/json' })
  assert.equal(json.status, 404)
  assert.equal(((await json.json()) as { error: { code: string } }).error.code, 'notFound')
  const posted = await appWith(true).request('http://guesthouse.test/admin/', { method: 'POST' })
  assert.equal(posted.status, 405)
  assert.equal(posted.headers.get('allow'), 'GET')
})

test('apps that were not built say how to build them', async () => {
  const response = await get(
    '/admin/',
    browser,
    appWith(true, { desk: join(root, 'none'), admin: join(root, 'none') }),
  )
  assert.equal(response.status, 503)
  assert.match(response.headers.get('content-type') ?? '', /^text\/plain/)
  assert.match(await response.text(), /npm run build/)
})

test('a page asked for by another name of this machine is sent to the name that is set; addresses behind a proxy are left alone', async () => {
  const at = async (
    publicUrl: string,
    host: string,
    headers: Record<string, string> = browser,
    method = 'GET',
  ) => {
    const own = { ...services, publicUrl }
    const app = new Hono<Env>()
      .use(beginRequest(own), useOwnName(own))
      .all('*', (c) => c.text('served'))
    const response = await app.request(`${publicUrl}/organizations?x=1`, {
      method,
      headers: { ...headers, host },
    })
    return response.headers.get('location') ?? (await response.text())
  }
  assert.equal(
    await at('http://127.0.0.1:7090', 'localhost:7090'),
    'http://127.0.0.1:7090/organizations?x=1',
  )
  assert.equal(
    await at('http://localhost:7090', '127.0.0.1:7090'),
    'http://localhost:7090/organizations?x=1',
  )
  for (const [publicUrl, host] of [
    ['http://127.0.0.1:7090', '127.0.0.1:7090'],
    ['http://localhost:8080', '127.0.0.1:7090'],
    ['https://guests.example', 'localhost:7090'],
    ['http://127.0.0.1:7090', 'evil.example'],
    ['http://127.0.0.1:7090', 'no host'],
  ] as const)
    assert.equal(await at(publicUrl, host), 'served', `${publicUrl} asked for as ${host}`)
  assert.equal(
    await at('http://127.0.0.1:7090', 'localhost:7090', { accept: 'application/json' }),
    'served',
    'programs are not moved',
  )
  assert.equal(
    await at('http://127.0.0.1:7090', 'localhost:7090', browser, 'POST'),
    'served',
    'nothing that was sent is lost',
  )
})

test('a page says at which address it is to be used', async () => {
  assert.match(
    await (await get('/admin/')).text(),
    /<meta name="guesthouse-origin" content="http:\/\/guesthouse\.test">/,
  )
})
