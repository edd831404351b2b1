/** What is done with many organizations: leaving them at once, and hiding some. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../test/json.ts'
import { world } from '../../test/world.ts'
import { caught } from '../../test/code/explain.ts'
import { serverApp } from '../server/server.ts'
import { newId, type TenantId } from '../kernel/ids.ts'
import { sql } from '../store/database.ts'

const named = async (w: Awaited<ReturnType<typeof world>>) => {
  const { value } = await json(await w.as(w.ada).get('/account/organizations'))
  return new Map<string, Json>(value.map((one: Json) => [String(one['displayName']), one]))
}

test('R1, R25: many are left at once: each says what became of it, and one that cannot be left keeps nobody in another', async () => {
  const w = await world()
  await w
    .as(w.nora, w.northwind)
    .patch(`/v1.0/users/${w.userOf(w.ada, w.northwind)}`, { accountEnabled: false })
  const stranger = newId()
  const ada = w.as(w.ada)
  const organizationIds = [w.contoso.id, w.northwind.id, stranger, w.fabrikam.id.toUpperCase()]
  const { value } = await json(await ada.post('/account/leaves', { organizationIds }))
  assert.deepEqual(
    value.map(({ outcome, organizationId, blockers }: Json) => [
      outcome,
      organizationId,
      blockers?.map(({ code }: Json) => code),
    ]),
    [
      ['blocked', w.contoso.id, ['homeOrganization']],
      ['blocked', w.northwind.id, ['disabledInOrganization']],
      ['organizationNotFound', stranger, undefined],
      ['left', w.fabrikam.id, undefined],
    ],
  )
  const mine = await named(w)
  assert.deepEqual(
    ['Contoso', 'Fabrikam', 'Northwind'].map((name) => mine.get(name)?.['state']),
    ['active', 'left', 'disabled'],
  )
  const again = await json(await ada.post('/account/leaves', { organizationIds: [w.fabrikam.id] }))
  assert.deepEqual(again['value'][0], value[3], 'R45: asked again, the same')
  await refusal(await ada.post('/account/leaves', { organizationIds: [] }), 400)
})

test('R34: hiding an organization changes my list and nothing else; shown again, it is as before', async () => {
  const w = await world()
  const ada = w.as(w.ada)
  const before = await named(w)
  const path = `/account/organizations/${w.fabrikam.id}/hidden`
  for (const times of [1, 2]) assert.equal((await ada.request('PUT', path)).status, 204, `${times}`)
  const hidden = await named(w)
  assert.deepEqual(
    [...hidden.values()].filter((one) => one['hidden']).map((one) => one['displayName']),
    ['Fabrikam'],
  )
  assert.equal((await ada.request('DELETE', path)).status, 204)
  assert.deepEqual(await named(w), before)
  assert.equal((await w.as(w.ada, w.fabrikam).get('/v1.0/me')).status, 200, 'a guest there as ever')
  const none = `/account/organizations/${newId()}/hidden`
  assert.equal((await refusal(await ada.request('PUT', none), 404)).code, 'organizationNotFound')
})

test('R25: what is purged while it is judged is a row of its own, and keeps nobody in another', async () => {
  const w = await world()
  const nora = w.as(w.nora, w.northwind)
  const id = w.userOf(w.ada, w.northwind)
  await nora.patch(`/v1.0/users/${id}`, { accountEnabled: false })
  const headers = await w.as(w.ada).headersFor('/account/leaves')
  // As if the purge came between the judgement and what is read to put it into words.
  let judged = false
  const purge = async () => {
    assert.equal((await nora.delete(`/v1.0/users/${id}`)).status, 204)
    assert.equal((await nora.delete(`/v1.0/directory/deletedItems/${id}`)).status, 204)
  }
  const db = w.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      const isJudgement = result.rows.some((row) => row['accountEnabled'] === false)
      if (isJudgement && !judged) {
        judged = true
        await purge()
      }
      return result
    },
  })
  const answer = await serverApp({ ...w.services, db }).request(`${w.publicUrl}/account/leaves`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ organizationIds: [w.northwind.id, w.fabrikam.id] }),
  })
  const { value } = await json(answer)
  assert.ok(judged)
  assert.deepEqual(
    value.map(({ outcome }: Json) => outcome),
    ['organizationNotFound', 'left'],
  )
})

test('my organizations come a page at a time: each once, in order, and a place in the list of somebody else is none in mine', async () => {
  const w = await world()
  const ada = w.as(w.ada)
  const { value: all, next: none } = await json(await ada.get('/account/organizations'))
  assert.equal(none, null)
  const seen: unknown[] = []
  let after = ''
  for (let pages = 0; pages < all.length; pages++) {
    const { value, next } = await json(await ada.get(`/account/organizations?top=1${after}`))
    assert.equal(value.length, 1)
    seen.push(...value)
    after = next === null ? '' : `&after=${next}`
  }
  assert.deepEqual(seen, all)
  assert.equal(after, '', 'the last page says that it is')
  const { next: hers } = await json(await ada.get('/account/organizations?top=1'))
  for (const query of [`after=${hers}`, 'after=nonsense', 'top=0', 'top=1001', 'top=x', 'skip=1'])
    await refusal(await w.as(w.bob).get(`/account/organizations?${query}`), 400)
})

/** Ada is a guest of six organizations more. */
const inSix = async (w: Awaited<ReturnType<typeof world>>): Promise<TenantId[]> => {
  const many: TenantId[] = []
  for (let one = 1; one <= 6; one++) {
    const society = await w.organization(`Society-${one}`)
    await w.guest(w.ada, society)
    many.push(society.id)
  }
  return many
}

test('U5: asking about many, leaving them and saying why not reads what decides of all at once, however many they are', async () => {
  const w = await world()
  const many = await inSix(w)
  const statements = async (path: string, organizationIds?: TenantId[]): Promise<string[]> => {
    const headers = await w.as(w.ada).headersFor(path)
    const sent =
      organizationIds === undefined
        ? { headers }
        : {
            method: 'POST',
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify({ organizationIds }),
          }
    const found = await caught(w.db, async (db) => {
      const app = serverApp({ ...w.services, db })
      assert.equal((await app.request(`${w.publicUrl}${path}`, sent)).status, 200, path)
    })
    return found.map(({ sql: text }) => text)
  }
  const asking = (ids: readonly TenantId[]) =>
    statements(`/leave?${ids.map((id) => `o=${id}`).join('&')}`)
  const leaving = (ids: TenantId[]) => statements('/account/leaves', ids)
  const enabled = (value: boolean) =>
    sql`update users set account_enabled = ${value} where person_id = ${w.ada.personId} and tenant_id = any(${many}::uuid[])`.execute(
      w.db,
    )
  await asking(many)
  assert.equal((await asking(many)).length, (await asking(many.slice(0, 2))).length)
  await enabled(false)
  assert.equal((await leaving(many)).length, (await leaving(many.slice(0, 2))).length)
  await enabled(true)
  const left = await leaving(many)
  const judging = left.filter((text) => /xmin/.test(text) && /external_users_may_leave/.test(text))
  assert.equal(judging.length, 1)
  const rows = await named(w)
  assert.equal(rows.get('Society-6')?.['state'], 'left')
})
