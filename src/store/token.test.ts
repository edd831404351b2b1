/** Secrets that people carry. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { newToken, tokenHash } from './token.ts'

test('a token is 256 random bits, and its hash is SHA-256', () => {
  const { token, hash } = newToken()
  assert.equal(Buffer.from(token, 'base64url').length * 8, 256)
  assert.deepEqual(hash, createHash('sha256').update(token).digest())
  assert.deepEqual(tokenHash(token), hash)
  assert.notEqual(newToken().token, token)
})

test('what can be no token has no hash, so that nothing is asked of the store for it', () => {
  for (const nonsense of [undefined, '', 'x', `${newToken().token}=`, ' '.repeat(43)])
    assert.equal(tokenHash(nonsense), undefined)
})
