/** Who has left comes back through no door of the operator's without their own yes (R127). */
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { guesthouse } from '../../test/machines/command-line.ts'
import { json, type Json } from '../../test/json.ts'
import { mailsTo } from '../../test/mails.ts'
import { world, type Person } from '../../test/world.ts'
import { rows } from '../store/database.ts'
import { sql } from 'kysely'

const folder = mkdtempSync(join(tmpdir(), 'guesthouse-sticky-'))
after(() => rmSync(folder, { recursive: true, force: true }))

type World = Awaited<ReturnType<typeof world>>

const create = (w: World, person: Person) =>
  guesthouse([
    'user',
    'create',
    '--organization',
    w.fabrikam.domain,
    '--name',
    person.name,
    '--guest',
    person.upn,
  ])
const importing = async (w: World, row: object): Promise<{ code: number; results: Json }> => {
  const [file, results] = [
    join(folder, `${w.fabrikam.id}.json`),
    join(folder, `${w.fabrikam.id}-results.json`),
  ]
  writeFileSync(file, JSON.stringify([row]))
  const { code } = await guesthouse([
    'import',
    '--organization',
    w.fabrikam.domain,
    '--users',
    file,
    '--results',
    results,
  ])
  return { code, results: JSON.parse(readFileSync(results, 'utf8')) as Json }
}
const guestRow = (w: World, person: Person) => ({
  displayName: person.name,
  userPrincipalName: `again_contoso#EXT#@${w.fabrikam.domain}`,
  mail: person.upn,
  userType: 'Guest',
  externalUserState: 'Accepted',
  accountEnabled: true,
})
const statesOf = (w: World, person: Person) =>
  rows(
    w.db,
    sql<{
      state: string
    }>`select external_user_state as state from live_users where tenant_id = ${w.fabrikam.id} and mail = ${person.upn}`,
  )
const asked = async (w: World, person: Person): Promise<number> =>
  (await mailsTo(w.db, person.upn)).filter(({ subject }) => subject === 'Fabrikam invites you')
    .length

test('R127: who left is asked when an operator makes them a guest again, and nothing is live before their yes', async () => {
  const w = await world()
  await json(await w.as(w.ada).leave(w.fabrikam))
  const made = await create(w, w.ada)
  assert.equal(made.code, 0, made.err)
  // There is no mail server, which is said too.
  assert.match(made.out, /here before and have to say yes[^]*no mail server[^]*guesthouse invite/)
  assert.deepEqual(
    [await statesOf(w, w.ada), await asked(w, w.ada)],
    [[{ state: 'PendingAcceptance' }], 1],
  )
  const client = w.as(w.ada)
  assert.equal((await client.post(`/account/organizations/${w.fabrikam.id}/session`)).status, 403)
  const found = (await json(await client.get('/account/organizations')))['value'].find(
    (one: Json) => one['id'] === w.fabrikam.id,
  )
  assert.deepEqual([found?.['state'], found?.['invitationOpen']], ['invited', true])
  await json(await client.post(`/account/organizations/${w.fabrikam.id}/invitation/accept`))
})

test('R127: who left and is imported as accepted is asked as well', async () => {
  const w = await world()
  await json(await w.as(w.ada).leave(w.fabrikam))
  const { code } = await importing(w, guestRow(w, w.ada))
  assert.equal(code, 0)
  assert.deepEqual(
    [await statesOf(w, w.ada), await asked(w, w.ada)],
    [[{ state: 'PendingAcceptance' }], 1],
  )
})

test('R127, R132: who has refused is made a guest by neither, and each door says why', async () => {
  const w = await world()
  const ada = w.as(w.ada)
  await json(await ada.leave(w.fabrikam))
  assert.equal((await ada.post('/account/refusals', { organizationId: w.fabrikam.id })).status, 204)
  const made = await create(w, w.ada)
  assert.deepEqual([made.code, /has refused all further invitations/.test(made.err)], [1, true])
  const { code, results } = await importing(w, guestRow(w, w.ada))
  assert.deepEqual(
    [code, /has refused all further invitations/.test(results['failed'][0]?.['reason'])],
    [3, true],
  )
  assert.deepEqual([await statesOf(w, w.ada), await asked(w, w.ada)], [[], 0])
})
