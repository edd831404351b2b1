/** Certificates that hide nothing or cannot be used, at both their doors. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal } from '../../../test/json.ts'
import { oddCertificates } from '../../../test/peers/odd-certificates.ts'
import { path, subscribersIn } from '../../../test/subscribers.ts'
import { dayMs, plus } from '../../kernel/time.ts'

const words = /is no certificate|is not taken/

test('a certificate whose key hides nothing, or whose key or days cannot be read, is refused in words wherever one is sent', async () => {
  const { to, w, frank, wish, subscribe } = await subscribersIn()
  const { id } = await json(await frank.post('/v1.0/applications', { displayName: 'Odd' }), 201)
  const odd = oddCertificates(plus(w.now(), -dayMs), plus(w.now(), 60 * dayMs))
  const encrypted = { encryptionCertificateId: 'odd', includeResourceData: true }
  for (const [what, encryptionCertificate] of Object.entries(odd)) {
    const along = wish('users?$select=displayName', { ...encrypted, encryptionCertificate })
    assert.match((await refusal(await frank.post(path, along), 400)).message, words, what)
    const key = { type: 'AsymmetricX509Cert', usage: 'Verify', key: encryptionCertificate }
    const set = frank.patch(`/v1.0/applications/${id}`, { keyCredentials: [key] })
    assert.match((await refusal(await set, 400)).message, words, what)
  }
  assert.deepEqual(to.asked, [])
  await subscribe('users')
  await to.stop()
})
