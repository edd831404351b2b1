/**
 * What hangs behind a list, and what is written /me/…, is let in as the list itself: for people who
 * see little, and for applications by themselves.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as client from 'openid-client'
import type { GraphRole } from '../../src/access/graph-scopes.ts'
import { graphRoutes } from '../../src/graph/app.ts'
import { newId } from '../../src/kernel/ids.ts'
import { sql } from '../../src/store/database.ts'
import { setTo } from '../reading.ts'
import { registerApplication, relyingParty } from '../sign-on.ts'
import { world } from '../world.ts'
import { stageOf } from './graph-stage.ts'

type World = Awaited<ReturnType<typeof world>>
type Get = (path: string) => Promise<Response>

const tails = ['/$count', '/microsoft.graph.user', '/graph.user/$count', '/graph.directoryRole']
const headers = { consistencylevel: 'eventual' }

const lists = graphRoutes
  .filter(({ method, takes }) => method === 'GET' && (takes?.page ?? takes?.list) === true)
  .map(({ path }) => path)

/** Whatever is answered behind a list that is not. */
const pastDoor = async (get: Get, list: string, written = list): Promise<string[]> => {
  if ((await get(list)).ok) return []
  const found: string[] = []
  for (const tail of written === list ? tails : ['', ...tails])
    if ((await get(written + tail)).ok) found.push(written + tail)
  return found
}

const applicationWith = async (w: World, permissions: readonly GraphRole[]): Promise<Get> => {
  const made = await registerApplication(w, w.fabrikam, w.frank)
  for (const one of permissions)
    await sql`insert into application_permissions (tenant_id, id, application_id, permission, created_at)
      values (${w.fabrikam.id}, ${newId()}, ${made.id}, ${one}, ${w.now()})`.execute(w.db)
  const { access_token: token } = await client.clientCredentialsGrant(await relyingParty(w, made), {
    scope: `${w.publicUrl}/.default`,
  })
  const all = { ...headers, authorization: `Bearer ${token}` }
  return async (path) => w.app.request(`${w.publicUrl}/v1.0${path}`, { headers: all })
}

test('K13: a count, a cast and /me/… are let in as the list itself is, for people who see little and for applications', async () => {
  const w = await world()
  const stage = stageOf(w, w.fabrikam, w.frank)
  const [group, application] = [await stage.group(), await stage.application()]
  const me = w.userOf(w.ada, w.fabrikam)
  for (const id of [me, w.fiona.userId]) await stage.link(`/groups/${group}/members`, id)
  const idAt = (path: string): string =>
    path.startsWith('/groups') ? group : path.startsWith('/users') ? w.fiona.userId : application
  const addresses = lists.map((path) => path.replace(':id', idAt(path)))
  const ada = w.as(w.ada, w.fabrikam)
  const get: Get = (path) => ada.get(`/v1.0${path}`, headers)
  const wrong: string[] = []
  for (const [level, readsOthers] of [
    ['restricted', true],
    ['asMembers', false],
  ] as const) {
    await setTo(w, level, readsOthers)
    for (const address of addresses) wrong.push(...(await pastDoor(get, address)))
    for (const path of lists) {
      const rest = /^\/users\/:id(\/.+)/.exec(path)?.[1]
      // What has a row of its own at /me asks something of its own.
      if (rest === undefined || lists.includes(`/me${rest}`)) continue
      wrong.push(...(await pastDoor(get, `/users/${me}${rest}`, `/me${rest}`)))
    }
  }
  for (const permissions of [[], ['User.Read.All']] as const) {
    const byItself = await applicationWith(w, permissions)
    for (const address of addresses) wrong.push(...(await pastDoor(byItself, address)))
  }
  assert.deepEqual(wrong, [])
  assert.ok(lists.length > 30, `${lists.length} lists`)
})
