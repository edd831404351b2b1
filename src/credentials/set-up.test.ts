import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pino } from 'pino'
import { requireFocusOnWrong } from '../../test/doors/refused-form.ts'
import { newStore } from '../../test/store.ts'
import { serverApp } from '../server/server.ts'
import { sql } from '../store/database.ts'
import { createSetUpLink } from './set-up.ts'

test('U11: the first organization is made by a link, while the store is empty', async () => {
  // A store of its own: this is about an empty one.
  const store = await newStore()
  try {
    const now = new Date('2026-05-01T12:00:00Z')
    const app = serverApp({
      db: store.db,
      clock: () => now,
      log: pino({ level: 'silent' }),
      publicUrl: 'http://guesthouse.test',
      trustedProxies: 0,
      sealKey: Buffer.alloc(32),
    })
    const send = (path: string, fields?: Record<string, string>) =>
      app.request(
        `http://guesthouse.test${path}`,
        fields === undefined
          ? {}
          : {
              method: 'POST',
              headers: { 'content-type': 'application/x-www-form-urlencoded' },
              body: new URLSearchParams(fields).toString(),
            },
      )
    const link = async () => `/set-up/${(await createSetUpLink(store.db, now))?.token}`
    const wish = {
      organizationName: 'Contoso',
      domain: 'Contoso.Example',
      displayName: 'Carol Diaz',
      localPart: 'carol',
      password: 'violet harbour sings twice',
    }

    assert.match(
      await (await send('/sign-in')).text(),
      /no organization yet[\s\S]*set-up link/,
      'U11',
    )
    const fresh = await link()
    assert.equal((await send(fresh)).status, 200)
    const refused = await send(fresh, { ...wish, domain: 'no domain', password: 'password' })
    assert.equal(refused.status, 400)
    const page = await refused.text()
    assert.match(page, /A domain looks like/)
    assert.match(page, /The new password is too short/, 'all that is wrong at once')
    const whole = await send(fresh, { ...wish, localPart: 'carol@contoso.example' })
    assert.match(await whole.text(), /leave out the @ and what follows/)
    requireFocusOnWrong(page, 'domain')
    const weak = await send(fresh, { ...wish, password: 'password12' })
    assert.equal(weak.status, 400)
    requireFocusOnWrong(await weak.text(), 'password')
    assert.equal(
      (await sql`select 1 from tenants where state <> 'issuer'`.execute(store.db)).rows.length,
      0,
      'nothing is left of a refused try',
    )
    assert.equal((await send(fresh, wish)).status, 200)
    assert.match(await (await send('/sign-in')).text(), /name="name"/)
    assert.equal(
      await createSetUpLink(store.db, now),
      undefined,
      'there is nothing to set up any more',
    )
    const signedIn = await send('/sign-in', {
      name: 'carol@contoso.example',
      password: wish.password,
    })
    assert.equal(signedIn.status, 303)
  } finally {
    await store.close()
  }
})
