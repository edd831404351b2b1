import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { json, type Json } from '../../test/json.ts'
import { guesthouse } from '../../test/machines/command-line.ts'
import { served } from '../../test/machines/served.ts'
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

test('docs/graph.md: the first call works as it is written, from what the command prints to the end of a guest', async () => {
  const w = await served()
  const env = {
    GUESTHOUSE_KEY: w.services.sealKey.toString('base64'),
    GUESTHOUSE_URL: w.publicUrl,
  }
  const guide = readFileSync('docs/graph.md', 'utf8')
  const written = /`guesthouse (application add [^`]*)`/.exec(guide)?.[1] ?? assert.fail()
  const argv = written.replace('contoso.example', w.fabrikam.domain).split(' ')
  const { out, code, err } = await guesthouse([...argv, '--json'], undefined, env)
  assert.equal(code, 0, err)
  const { clientId, clientSecret, tokenEndpoint } = JSON.parse(out) as Record<string, string>
  const guest = w.userOf(w.bob, w.fabrikam)
  const script = /```sh\n(TOKEN=[\s\S]*?)```/.exec(guide)?.[1] ?? assert.fail()
  const { stdout } = await promisify(execFile)('bash', ['-euc', script], {
    env: {
      ...process.env,
      GUESTHOUSE: w.url,
      ORGANIZATION: new URL(String(tokenEndpoint)).pathname.split('/')[1],
      CLIENT_ID: clientId,
      CLIENT_SECRET: clientSecret,
      GUEST: guest,
    },
  })
  const names = JSON.parse(stdout)['value'].map((one: Json) => one['displayName'])
  assert.deepEqual(names.toSorted(), [w.ada.name, w.bob.name])
  assert.equal((await w.as(w.frank, w.fabrikam).get(`/v1.0/users/${guest}`)).status, 404)
  await w.stop()
})
