import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from '../../test/properties.ts'
import { seal, sealKeyBytes, unseal } from './sealing.ts'

const key = randomBytes(sealKeyBytes)

test('what was sealed opens with the same key and purpose', () =>
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.string(),
      (plain, purpose) => unseal(key, purpose, seal(key, purpose, plain)) === plain,
    ),
  ))

test('another key, another purpose or one changed bit opens nothing, and the text is not in it', () => {
  const sealed = seal(key, 'provider/1', 'a secret')
  assert.throws(() => unseal(randomBytes(sealKeyBytes), 'provider/1', sealed))
  assert.throws(() => unseal(key, 'provider/2', sealed))
  for (let place = 0; place < sealed.length; place++) {
    const changed = Buffer.from(sealed)
    changed[place] = (changed[place] ?? 0) ^ 1
    assert.throws(() => unseal(key, 'provider/1', changed), `byte ${place}`)
  }
  assert.ok(!sealed.includes('a secret'))
})

test('the same secret is sealed differently each time', () =>
  assert.notDeepEqual(seal(key, 'x', 'y'), seal(key, 'x', 'y')))
