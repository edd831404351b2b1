/** The token that test persons are handed is the one that signing on would give them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { sql } from '../src/store/database.ts'
import { recordHash } from '../src/tokens/access-token.ts'
import { browserWith } from './sign-on.ts'
import { tokenIn } from './in-process-browser.ts'
import { tokenFor } from './token-for.ts'
import { world } from './world.ts'

// Apart from what is new each time.
const saidBy = (token: string) => {
  const { jti: _id, gid: _grant, iat = 0, exp = 0, nbf = 0, ...claims } = decodeJwt(token)
  return { ...claims, lasts: exp - iat, nbf: nbf - iat, ...decodeProtectedHeader(token) }
}

test('a token that a test is handed says what one says that was signed on for', async () => {
  const w = await world()
  for (const at of [undefined, w.fabrikam.id, w.contoso.id]) {
    const browser = await browserWith(w, w.ada)
    const signedOn = (await tokenIn(w, browser, at))?.text ?? ''
    const session = browser.jar.get('guesthouse_session')?.value ?? ''
    const handed = (await tokenFor(w.services, session, at)) ?? ''
    assert.deepEqual(saidBy(handed), saidBy(signedOn))
    // What a grant to one of our own web apps could be widened to is asked of nobody.
    const grantOf = async (token: string) => {
      const hash = recordHash(String(decodeJwt(token)['gid']))
      const found = await sql`
        select tenant_id, kind, user_id, session_id, person_session_id, application_id, standing, provider_id
        from oidc_records where kind = 'Grant' and id_hash = ${hash}`.execute(w.db)
      return found.rows
    }
    const grants = await grantOf(handed)
    assert.equal(grants.length, 1)
    assert.deepEqual(grants, await grantOf(signedOn))
  }
})

test('nobody is handed a token who could not sign on', async () => {
  const w = await world()
  const browser = await browserWith(w, w.bob)
  const session = browser.jar.get('guesthouse_session')?.value ?? ''
  assert.equal(await tokenFor(w.services, session, w.northwind.id), undefined)
  assert.equal(await tokenFor(w.services, 'nobody'), undefined)
})
