/**
 * Every row of the directory API for applications that act by themselves: without an app role, with
 * each one that the row takes, and of another organization.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as client from 'openid-client'
import { graphRoles, roleIds, scopeIds, type GraphRole } from '../../src/access/graph-scopes.ts'
import { lackAtDoor, lackForBody, type ApplicationHolder } from '../../src/access/lack.ts'
import type { Need } from '../../src/access/permission.ts'
import { operations } from '../../src/access/published.ts'
import { graphRoutes } from '../../src/graph/app.ts'
import type { GraphRoute } from '../../src/graph/exchange.ts'
import { registerApplication, relyingParty } from '../sign-on.ts'
import { world, type Organization, type Person } from '../world.ts'
import { newId } from '../../src/kernel/ids.ts'
import { sql } from '../../src/store/database.ts'
import { addressOf, scenesOf, type Scene } from './graph-scenes.ts'
import { stageOf } from './graph-stage.ts'

type World = Awaited<ReturnType<typeof world>>

const namedFor = (side: 'people' | 'applications'): string[] => {
  const all = Object.values(operations as Record<string, Record<typeof side, string | null>>)
  return [...new Set(all.flatMap((one) => one[side]?.split(/[ +]/) ?? []))].toSorted()
}

test('every permission that a row takes can be given, and no other', () => {
  assert.deepEqual(namedFor('applications'), graphRoles.toSorted())
  for (const ids of [Object.values(scopeIds), Object.values(roleIds)])
    assert.equal(new Set<string>(ids).size, ids.length)
})

/** The sender of an application that was given `permissions`. */
const applicationWith = async (
  w: World,
  at: Organization,
  admin: Person,
  permissions: readonly GraphRole[],
) => {
  const made = await registerApplication(w, at, admin)
  for (const one of permissions)
    await sql`insert into application_permissions (tenant_id, id, application_id, permission, created_at)
      values (${at.id}, ${newId()}, ${made.id}, ${one}, ${w.now()})`.execute(w.db)
  const { access_token: token } = await client.clientCredentialsGrant(await relyingParty(w, made), {
    scope: `${w.publicUrl}/.default`,
  })
  return (method: string, address: string, { body, ids, headers }: Scene): Promise<Response> => {
    const sent = body?.(ids)
    return Promise.resolve(
      w.app.request(`${w.publicUrl}${address}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          ...headers,
        },
        ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
      }),
    )
  }
}

/** What a row takes, each alternative as a list: of itself and of what single properties ask. */
const takenBy = ({ permission: { need, instead, besides, ofKind } }: GraphRoute): string[] => {
  const needs: Need[] = [need, ...[instead, besides, ofKind].flatMap((one) => Object.values(one))]
  return [...new Set(needs.flatMap(({ applications }) => applications ?? []))]
}

test('K13: an application is let in, and through, or refused, at every row and with every permission as the row says, and never to another organization', async () => {
  const w = await world()
  const stage = stageOf(w, w.fabrikam, w.frank)
  const known = new Map<string, ReturnType<typeof applicationWith>>()
  const senderWith = (permissions: readonly string[]) => {
    const key = permissions.join(' ')
    const sender =
      known.get(key) ?? applicationWith(w, w.fabrikam, w.frank, permissions as GraphRole[])
    known.set(key, sender)
    return sender
  }
  const stranger = await applicationWith(w, w.northwind, w.nora, graphRoles)
  const wrong: string[] = []
  let asked = 0
  for (const route of graphRoutes)
    for (const play of scenesOf(route)) {
      const first = await play(stage, w.frank.userId)
      const address = addressOf(route.path, first.ids)
      const { status } = await stranger(route.method, address, first)
      const named = Object.keys(first.ids).some((name) => first.open?.includes(name) !== true)
      if (named && status < 400 && first.foundNothing === undefined)
        wrong.push(`another organization's: ${route.method} ${route.path}: ${status}`)
      const isPersons = route.permission.need.applications === null
      for (const one of ['', ...takenBy(route)]) {
        const permissions = one === '' ? [] : one.split('+')
        const holder: ApplicationHolder = { kind: 'application', permissions, roles: [] }
        // Where nothing is named, it makes what it owns.
        const isOwn = ({ ids }: Scene) => !route.path.includes(':') && !Object.hasOwn(ids, 'appId')
        const judged = (scene: Scene) =>
          lackAtDoor(holder, route.permission, isOwn(scene)) ??
          lackForBody(holder, route.permission, scene.body?.(scene.ids), isOwn(scene))
        const mayEnter = judged(first) === undefined
        const scene = mayEnter && route.method !== 'GET' ? await play(stage, w.frank.userId) : first
        const sender = await senderWith(permissions)
        const answer = await sender(route.method, addressOf(route.path, scene.ids), scene)
        const isRefused = answer.status === 403 || (isPersons && answer.status === 400)
        asked++
        const isThrough =
          scene.refused === undefined ? answer.status < 300 : answer.status === scene.refused
        if (mayEnter ? !isThrough : !isRefused)
          wrong.push(
            `${route.method} ${route.path} with ${one || 'nothing'}: ${answer.status} ${await answer.text()}`,
          )
      }
    }
  assert.deepEqual(wrong, [])
  assert.ok(asked > 400, `${asked} requests`)
})
