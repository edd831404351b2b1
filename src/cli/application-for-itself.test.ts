import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { callWith } from '../../test/by-itself.ts'
import { json, type Json } from '../../test/json.ts'
import { guesthouse } from '../../test/machines/command-line.ts'
import { served } from '../../test/machines/served.ts'
import { world } from '../../test/world.ts'
import { roleIds } from '../access/graph-scopes.ts'
import { roles } from '../access/roles.ts'
import { graphAudience } from '../tokens/access-token.ts'

type World = Awaited<ReturnType<typeof world>>

const tokenOf = async (w: World, clientId: string, clientSecret: string): Promise<string> => {
  const answer = await json(
    await w.app.request(`${w.publicUrl}/${w.fabrikam.id}/oauth2/v2.0/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
        scope: `${w.publicUrl}/.default`,
      }).toString(),
    }),
  )
  return String(answer['access_token'])
}

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
  const token = await tokenOf(w, String(clientId), String(clientSecret))
  const ask = (method: string, path: string) =>
    w.app.request(`${w.publicUrl}/v1.0${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
    })
  const { value } = await json(await ask('GET', '/users'))
  assert.ok((value as unknown[]).length >= 4)
  await json(await ask('DELETE', `/users/${w.userOf(w.bob, w.fabrikam)}`), 403)
})

test('decision 41: permissions that together are as good as giving roles are told as that, and are', async () => {
  const w = await world()
  const env = { GUESTHOUSE_KEY: w.services.sealKey.toString('base64') }
  const add = async (...permissions: readonly string[]): Promise<string> => {
    const argv = ['application', 'add', '--name', 'Both', '--organization', w.fabrikam.domain]
    const { out, code, err } = await guesthouse(
      [...argv, '--permission', ...permissions],
      undefined,
      env,
    )
    assert.equal(code, 0, err)
    return out
  }
  const told = /as good as RoleManagement\.ReadWrite\.Directory/
  const [makes, gives] = ['Application.ReadWrite.All', 'AppRoleAssignment.ReadWrite.All']
  for (const fewer of [[makes], [gives, 'Application.Read.All']])
    assert.doesNotMatch(await add(...fewer), told)
  const out = await add(makes, gives)
  assert.match(out, told)
  const [, clientId = ''] = /Client id: +(\S+)/.exec(out) ?? []
  const [, secret = ''] = /Client secret: +(\S+)/.exec(out) ?? []
  const call = callWith(w, await tokenOf(w, clientId, secret))
  const second = await json(await call('POST', '/applications', { displayName: 'Second' }), 201)
  const ofSecond = { appId: second['appId'] }
  const principal = await json(await call('POST', '/servicePrincipals', ofSecond), 201)
  const made = await json(await call('POST', `/applications/${second['id']}/addPassword`, {}))
  const graph = await json(await call('GET', `/servicePrincipals(appId='${graphAudience}')`))
  await json(
    await call('POST', `/servicePrincipals/${principal['id']}/appRoleAssignments`, {
      principalId: principal['id'],
      resourceId: graph['id'],
      appRoleId: roleIds['RoleManagement.ReadWrite.Directory'],
    }),
    201,
  )
  const asSecond = callWith(w, await tokenOf(w, second['appId'], made['secretText']))
  const role = (name: 'userAdministrator' | 'globalAdministrator') =>
    asSecond('POST', '/roleManagement/directory/roleAssignments', {
      principalId: w.fiona.userId,
      roleDefinitionId: roles[name].id,
      directoryScopeId: '/',
    })
  assert.equal((await role('userAdministrator')).status, 201)
  assert.equal((await role('globalAdministrator')).status, 403, 'but for the top roles')
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
