import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json } from '../../test/json.ts'
import { guesthouse } from '../../test/machines/command-line.ts'
import { world } from '../../test/world.ts'

test('guesthouse application add --permission: what it prints opens the directory, as far as was said', async () => {
  const w = await world()
  const env = { GUESTHOUSE_KEY: w.services.sealKey.toString('base64') }
  const { domain } = w.fabrikam
  const add = ['application', 'add', '--name', 'Clean-up', '--organization', domain, '--json']
  const { out, code, err } = await guesthouse(
    [...add, '--permission', 'user.read.all'],
    undefined,
    env,
  )
  assert.equal(code, 0, err)
  const { clientId, clientSecret, permissions } = JSON.parse(out) as Record<string, string>
  assert.deepEqual(permissions, ['User.Read.All'])
  const { access_token: token } = await json(
    await w.app.request(`${w.publicUrl}/${w.fabrikam.id}/oauth2/v2.0/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: String(clientId),
        client_secret: String(clientSecret),
        scope: `${w.publicUrl}/.default`,
      }).toString(),
    }),
  )
  const ask = (method: string, path: string) =>
    w.app.request(`${w.publicUrl}/v1.0${path}`, {
      method,
      headers: { authorization: `Bearer ${String(token)}` },
    })
  const { value } = await json(await ask('GET', '/users'))
  assert.ok((value as unknown[]).length >= 4)
  await json(await ask('DELETE', `/users/${w.userOf(w.bob, w.fabrikam)}`), 403)
})
