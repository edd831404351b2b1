/** An issuer elsewhere, which gives tokens to what runs there. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, SignJWT, type JWTHeaderParameters } from 'jose'
import { systemClock } from '../../src/kernel/time.ts'

export type Statement = {
  readonly claims: Record<string, unknown>
  readonly key: KeyObject
  readonly header?: Partial<JWTHeaderParameters>
  readonly seconds?: number
}
/** A signed statement. */
export const signed = ({ claims, key, header = {}, seconds = 300 }: Statement): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', ...header })
    .setExpirationTime(Math.floor(systemClock().getTime() / 1_000) + seconds)
    .sign(key)

/** An issuer on a port of loopback, which counts who asks it. */
export const issuerOf = async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }
  const state = { asked: 0, says: '', fails: false }
  const server = createServer((request, response) => {
    state.asked++
    const about = { issuer: state.says, jwks_uri: `${issuer}/keys` }
    response.statusCode = state.fails ? 500 : 200
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(request.url === '/keys' ? { keys: [jwk] } : about))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  state.says = issuer
  return { issuer, privateKey, state, server }
}
