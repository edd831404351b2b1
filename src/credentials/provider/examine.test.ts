import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { openIdProvider } from '../../../test/peers/openid-provider.ts'
import { checkIssuer } from './examine.ts'

let theirs: Awaited<ReturnType<typeof openIdProvider>>
before(async () => {
  theirs = await openIdProvider('http://guesthouse.test/sign-in/provider/callback')
})
after(() => theirs.stop())

const outcomeOf = async (issuer: string, allowPrivateProviders = true): Promise<string> =>
  (await checkIssuer({ allowPrivateProviders }, { issuer, clientId: 'guesthouse' })).outcome

test('U9: trying an issuer tells each thing that can be wrong from the others', async () => {
  assert.equal(await outcomeOf(theirs.issuer), 'answers')
  assert.equal(await outcomeOf('http://127.0.0.1:1'), 'silent')
  assert.equal(await outcomeOf(`${theirs.issuer}/no/such/place`), 'noProvider')
  for (const [change, outcome] of [
    [{ issuer: `${theirs.issuer}/` }, 'anotherName'],
    [{ issuer: 'https://somebody-else.example' }, 'anotherName'],
    [{ jwks_uri: undefined }, 'noKeys'],
    [{ jwks_uri: `${theirs.issuer}/no/such/place` }, 'noKeys'],
    [{ jwks_uri: 'http://127.0.0.1:1/keys' }, 'keysSilent'],
  ] as const) {
    theirs.state.tamperMetadata = (metadata) => ({ ...metadata, ...change })
    assert.equal(await outcomeOf(theirs.issuer), outcome, JSON.stringify(change))
  }
  theirs.state.tamperMetadata = undefined
})

test('U9: keys that are secret, or for something else, are none to check a signature with', async () => {
  const keys = [
    { kty: 'oct', k: 'c2VjcmV0' },
    { kty: 'RSA', use: 'enc', n: 'x', e: 'AQAB' },
    'a key',
    null,
  ]
  const server = createServer((_, response) => response.end(JSON.stringify({ keys })))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const jwks = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`
  theirs.state.tamperMetadata = (metadata) => ({ ...metadata, jwks_uri: jwks })
  assert.equal(await outcomeOf(theirs.issuer), 'noKeys')
  theirs.state.tamperMetadata = undefined
  server.close()
  server.closeAllConnections()
})

test('U9, K19: an issuer at an internal address is not asked, by number or by a name that stands for one', async () => {
  const asked = theirs.state.requests
  for (const issuer of [theirs.issuer.replace('http:', 'https:'), 'https://localhost:1'])
    assert.equal(await outcomeOf(issuer, false), 'private', issuer)
  assert.equal(theirs.state.requests, asked)
})
