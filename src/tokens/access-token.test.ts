/** A token that came before is known again, and no less is asked of it. */
import assert from 'node:assert/strict'
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { JWK } from 'jose'
import { newId, type TenantId } from '../kernel/ids.ts'
import { issuerOf } from '../kernel/page-address.ts'
import { graphAudience, verifyAccessToken } from './access-token.ts'
import type { SigningKey } from './signing-keys.ts'

const publicUrl = 'https://guesthouse.example'
const keyOf = (kid: string): SigningKey => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
  const privateJwk = privateKey.export({ format: 'jwk' }) as JWK
  return { kid, privateJwk, signsFrom: new Date(0), serial: 1 }
}
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const tokenOf = ({ kid, privateJwk }: SigningKey, tenantId: TenantId, exp: number): string => {
  const times = { exp, iat: exp - 100, jti: randomUUID() }
  const who = { tid: tenantId, oid: randomUUID(), appid: randomUUID(), idtyp: 'user' }
  const body = { iss: issuerOf(publicUrl, tenantId), aud: graphAudience, ...times, ...who }
  const signed = `${encoded({ alg: 'RS256', typ: 'at+jwt', kid })}.${encoded(body)}`
  const key = { key: privateJwk as never, format: 'jwk' } as const
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`
}
const verdictOf = (token: string, keys: readonly SigningKey[], tenantId: TenantId): string => {
  const verdict = verifyAccessToken(token, keys, { publicUrl, tenantId, audience: [graphAudience] })
  return 'problem' in verdict ? verdict.problem : 'good'
}

test('R70: a token that was good is refused once its time is over, its key is gone, or a sign of it is another', async () => {
  const tenantId = newId<TenantId>()
  const [key, other] = [keyOf('one'), keyOf('two')]
  const keys = [key, other]
  const soon = Math.floor(Date.now() / 1_000) + 2
  const token = tokenOf(key, tenantId, soon)
  assert.deepEqual(
    [verdictOf(token, keys, tenantId), verdictOf(token, keys, tenantId)],
    ['good', 'good'],
  )
  const [head = '', body = '', signature = ''] = token.split('.')
  const forged = encoded({ ...JSON.parse(Buffer.from(body, 'base64url').toString()), oid: 'else' })
  assert.equal(verdictOf(`${head}.${forged}.${signature}`, keys, tenantId), 'invalid')
  const turned = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`
  assert.equal(verdictOf(`${head}.${body}.${turned}`, keys, tenantId), 'invalid')
  assert.equal(verdictOf(token, keys, newId<TenantId>()), 'invalid')
  assert.equal(verdictOf(token, [other], tenantId), 'invalid')
  assert.equal(verdictOf(token, keys, tenantId), 'good')
  await pause(soon * 1_000 - Date.now() + 10)
  assert.equal(verdictOf(token, keys, tenantId), 'expired')
})
