/** Clients that ask while others write, in several processes: nothing is passed over. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stageOf } from '../../../test/doors/graph-stage.ts'
import { follow } from '../../../test/follower.ts'
import { json, type Json } from '../../../test/json.ts'
import { twoProcesses } from '../../../test/races/two-processes.ts'
import { world } from '../../../test/world.ts'
import { sequenceAll } from '../../directory/changes/sequence.ts'
import { select } from '../../store/columns.ts'
import { rows, sql } from '../../store/database.ts'

const writes = 40

test('contract §4: of two processes that write and others that number at once, a client misses nothing, and no number is given twice', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const makes = stageOf(w, w.fabrikam, w.frank)
  const ids = await Promise.all(Array.from({ length: 6 }, () => makes.user()))
  const group = await makes.group()
  const headers = await frank.headersFor('/v1.0/users')
  const racers = await twoProcesses(w)
  const users = follow(frank, '/v1.0/users/delta?$select=jobTitle')
  const groups = follow(frank, '/v1.0/groups/delta?$select=members')
  await Promise.all([users.round(), groups.round()])
  const over = new AbortController()
  const asking = (async () => {
    while (!over.signal.aborted)
      await Promise.all([users.round(), groups.round(), sequenceAll(w.db, w.now())])
  })()
  const told = await Promise.all(
    Array.from({ length: writes }, (_, n) => {
      const [racer, id] = [racers[n % 2], ids[n % ids.length] ?? '']
      const http = { kind: 'http', headers } as const
      const ask =
        n % 3 === 0
          ? { method: 'PATCH', path: `/v1.0/users/${id}`, body: { jobTitle: `Job ${n}` } }
          : n % 3 === 1
            ? {
                method: 'POST',
                path: `/v1.0/groups/${group}/members/$ref`,
                body: { '@odata.id': `https://any.example/v1.0/users/${id}` },
              }
            : { method: 'DELETE', path: `/v1.0/groups/${group}/members/${id}/$ref` }
      return racer?.ask({ ...http, ...ask }, n % 7)
    }),
  )
  over.abort()
  await asking
  for (const racer of racers) racer.stop()
  assert.deepEqual(
    told.filter((one) => one?.crash !== false),
    [],
  )
  await Promise.all([users.round(), groups.round()])
  const listed = (await json(await frank.get('/v1.0/users?$select=id,jobTitle')))['value'] as Json[]
  for (const one of listed)
    assert.equal(users.copy.get(String(one['id']))?.properties['jobTitle'] ?? null, one['jobTitle'])
  const members = (await json(await frank.get(`/v1.0/groups/${group}/members`)))['value'] as Json[]
  assert.deepEqual(
    [...(groups.copy.get(group)?.links.get('members') ?? [])].toSorted(),
    members.map(({ id }) => String(id)).toSorted(),
  )
  const numbers = await rows(
    w.db,
    select<{ sequence: number }>({
      sequence: sql`c.sequence::float8`,
    })`from directory_changes c where c.tenant_id = ${w.fabrikam.id} order by c.sequence`,
  )
  assert.deepEqual(
    numbers.map(({ sequence }) => sequence),
    numbers.map((_, n) => n + 1),
  )
})
