/** How passwords are kept. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashPassword, verifyPassword } from './password.ts'

test('a password is kept as argon2id, 19 MiB and two passes, with a salt of its own', async () => {
  const [one, other] = await Promise.all([
    hashPassword('a long passphrase'),
    hashPassword('a long passphrase'),
  ])
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  assert.notEqual(one, other)
  assert.deepEqual(await verifyPassword('a long passphrase', one), { right: true, outdated: false })
  assert.deepEqual(await verifyPassword('another passphrase', one), {
    right: false,
    outdated: false,
  })
})

test('a password with weaker parameters is known to be outdated', async () => {
  const old = (await hashPassword('a long passphrase')).replace('t=2', 't=1')
  assert.equal((await verifyPassword('a long passphrase', old)).outdated, true)
})
