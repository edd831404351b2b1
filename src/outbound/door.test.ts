import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { issuerProblem } from '../credentials/provider/address.rule.ts'
import { outboundDoor, Unreachable } from './door.ts'
import { isPublicAddress } from './address.rule.ts'

const hidden = [
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '168.63.129.16',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '64:ff9b::7f00:1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'ff02::1',
  '2002:7f00:1::',
  '2001:db8::1',
  '2001::1',
]

test('only public addresses are reached', () => {
  for (const address of hidden) assert.ok(!isPublicAddress(address), address)
  for (const address of [
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '2a00:1450:4001::1',
  ])
    assert.ok(isPublicAddress(address), address)
  for (const address of ['', 'localhost', '1.2.3', 'x::y'])
    assert.ok(!isPublicAddress(address), address)
})

test('an issuer is a plain https address of the internet', () => {
  for (const issuer of [
    'https://login.contoso.example',
    'https://login.contoso.example:8443/realms/x',
    'https://8.8.8.8/',
  ])
    assert.equal(issuerProblem(issuer, false), undefined, issuer)
  for (const issuer of [
    'http://login.contoso.example',
    'https://user:pass@x.example',
    'https://x.example/?a',
    'https://x.example/#a',
    'x',
    'javascript:1',
    'https://x.example/ a',
  ])
    assert.equal(issuerProblem(issuer, false), 'notAnIssuer', issuer)
  // Other ways to write an address of this machine are folded into the usual one before they are
  // judged.
  for (const issuer of [
    'https://2130706433',
    'https://0x7f.1',
    'https://017700000001',
    'https://[::ffff:127.0.0.1]',
    'https://router',
    'https://a.localhost',
    'https://db.internal',
  ])
    assert.equal(issuerProblem(issuer, false), 'private', issuer)
  assert.equal(issuerProblem('http://127.0.0.1:8080', true), undefined)
})

const get = (url: string, allowPrivate = false) =>
  outboundDoor(allowPrivate).fetch(url, { method: 'GET', headers: {} })

test('a fetch reaches no internal address: not by number, not by a name that stands for one, not without https', async () => {
  let reached = 0
  const server = createServer((_, response) => {
    reached++
    response.end('{}')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  for (const url of [
    `http://127.0.0.1:${port}/`,
    `https://127.0.0.1:${port}/`,
    `https://localhost:${port}/`,
    `https://[::1]:${port}/`,
    `https://169.254.169.254/`,
  ])
    await assert.rejects(get(url), Unreachable, url)
  assert.equal(reached, 0)
  assert.equal((await get(`http://127.0.0.1:${port}/`, true)).status, 200)
  server.close()
})

test('an answer that is too large, or a redirect, is not followed', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/away') response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()
    else response.end('x'.repeat(1_000_000))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await assert.rejects(get(`http://127.0.0.1:${port}/`, true), Unreachable)
  assert.equal((await get(`http://127.0.0.1:${port}/away`, true)).status, 302)
  server.close()
  server.closeAllConnections()
})
