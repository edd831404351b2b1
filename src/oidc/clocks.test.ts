/** Processes whose clocks differ: what one of them has given is taken by the others. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeJwt, decodeProtectedHeader, importJWK, SignJWT } from 'jose'
import * as client from 'openid-client'
import { tokenIn } from '../../test/in-process-browser.ts'
import { browserWith, registerApplication, relyingParty, signOn } from '../../test/sign-on.ts'
import { world } from '../../test/world.ts'
import type { TenantId } from '../kernel/ids.ts'
import { sql } from '../store/database.ts'
import { peopleIssuerId } from '../wire/sign-on.ts'
import { readSigningKeys } from '../tokens/signing-keys.ts'

test('faults F3: a token of a process whose clock is up to a minute ahead is taken everywhere; what is over is over', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank, {
    scopes: ['Directory.AccessAsUser.All'],
  })
  const config = await relyingParty(w, application)
  const browser = await browserWith(w, w.frank)
  const tokens = await (
    await signOn(config, browser, application, {
      scope: `openid ${w.publicUrl}/Directory.AccessAsUser.All`,
    })
  ).exchange()
  const account = await tokenIn(w, browser)
  assert.ok(account)
  const moved = async (token: string, issuer: TenantId, bySeconds: number): Promise<string> => {
    const [key] = await readSigningKeys(w.services, issuer, w.now())
    assert.ok(key)
    const [now, claims] = [Math.floor(Date.now() / 1_000), decodeJwt(token)]
    const times = { iat: now + bySeconds, nbf: now + bySeconds, exp: now + bySeconds + 3_600 }
    const header = { ...decodeProtectedHeader(token), alg: 'RS256' }
    return new SignJWT({ ...claims, ...times })
      .setProtectedHeader(header)
      .sign(await importJWK(key.privateJwk, 'RS256'))
  }
  const statusOf = async (path: string, token: string): Promise<number> =>
    (
      await w.app.request(`${w.publicUrl}${path}`, {
        headers: { authorization: `Bearer ${token}` },
      })
    ).status
  const taken = async (seconds: number): Promise<unknown[]> => {
    const graph = await moved(tokens.access_token, w.fabrikam.id, seconds)
    const mine = await moved(account.text, peopleIssuerId as TenantId, seconds)
    return [
      await statusOf('/v1.0/me', graph),
      await statusOf('/account/me', mine),
      await statusOf(`/${w.fabrikam.id}/oidc/userinfo`, graph),
      (await client.tokenIntrospection(config, graph)).active,
    ]
  }
  for (const ahead of [1, 5, 30, 59])
    assert.deepEqual(await taken(ahead), [200, 200, 200, true], `${ahead} seconds ahead`)
  for (const off of [120, -3_601, -3_630])
    assert.deepEqual(await taken(off), [401, 401, 401, false], `${off} seconds`)
})

test('faults F3: a code of a process whose clock is a minute behind is still good', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank)
  const { exchange } = await signOn(
    await relyingParty(w, application),
    await browserWith(w, w.ada),
    application,
  )
  await sql`update oidc_records set expires_at = expires_at - interval '59 seconds'
    where tenant_id = ${w.fabrikam.id} and kind = 'AuthorizationCode'`.execute(w.db)
  assert.ok((await exchange()).access_token)
})
