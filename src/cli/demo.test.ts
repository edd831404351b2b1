import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newStore } from '../../test/store.ts'
import { listMyOrganizations } from '../people/my-organizations.sql.ts'
import { leaveReasons } from '../directory/users/leave.rule.ts'
import { newId } from '../kernel/ids.ts'
import { dayMs, plus } from '../kernel/time.ts'
import { findAccountByName } from '../credentials/account.sql.ts'
import { signIn } from '../credentials/sign-in.ts'
import { firstRow, rows } from '../store/database.ts'
import { sql } from 'kysely'
import { players } from '../edge/demo.ts'
import { demoPassphrase } from './demo/cast.ts'
import { peopleCount, personNumber } from './demo/people.ts'
import { seedDemo } from './demo/seed.ts'

test('the people of the demo are all different, and can be written to', () => {
  const people = Array.from({ length: peopleCount }, (_, n) => personNumber(n))
  assert.equal(new Set(people.map(({ displayName }) => displayName)).size, peopleCount)
  assert.equal(new Set(people.map(({ local }) => local)).size, peopleCount)
  for (const { local } of people) assert.match(local, /^[a-z]+\.[a-z]+$/)
})

test('the demo tells the whole story', async () => {
  const { db, close } = await newStore()
  const now = new Date()
  await seedDemo(db, now)

  for (const { signInName } of Object.values(players)) {
    const credentials = {
      userPrincipalName: signInName,
      password: demoPassphrase,
      deviceCookie: undefined,
    }
    const result = await signIn(
      db,
      credentials,
      { address: null, userAgent: null },
      { now, correlationId: newId(), address: null },
    )
    assert.equal(result.outcome, 'signedIn', signInName)
  }

  const ada = await findAccountByName(db, 'ada@contoso.example')
  assert.ok(ada)
  const mine = await listMyOrganizations(db, ada.personId, now)
  assert.deepEqual(
    mine.map((organization) => [
      organization.displayName,
      organization.invited,
      [...leaveReasons(organization)].join(),
    ]),
    [
      ['Contoso', false, 'homeOrganization'],
      ['Fabrikam', false, ''],
      ['Litware', true, ''],
      ['Northwind', false, 'disabledInOrganization'],
      ['Tailspin', false, 'leavingNotAllowed'],
      ['Woodgrove', false, ''],
    ],
  )

  const sizes = await rows(
    db,
    sql<{
      name: string
      users: number
    }>`select t.display_name as name, count(*)::int as users from live_users u
      join tenants t on t.id = u.tenant_id group by t.display_name having count(*) >= 60 order by 1`,
  )
  assert.deepEqual(
    sizes.map(({ name }) => name),
    ['Contoso', 'Fabrikam', 'Northwind', 'Tailspin'],
  )
  const deleted = await rows(
    db,
    sql<{ by: string }>`select deleted_by_kind as by from deleted_users order by deleted_at`,
  )
  assert.ok(deleted.length >= 7)
  assert.deepEqual(new Set(deleted.map(({ by }) => by)), new Set(['self', 'administrator']))
  const counts = await firstRow(
    db,
    sql<{ requests: number; erasures: number; old: number; future: number }>`
      select (select count(*) from requests where state = 'open')::int as requests, (select count(*) from erasures)::int as erasures,
        (select count(*) from events where at < ${plus(now, -100 * dayMs)})::int as old, (select count(*) from events where at > ${now})::int as future`,
  )
  assert.deepEqual([counts?.requests, counts?.erasures, counts?.future], [3, 6, 0])
  assert.ok((counts?.old ?? 0) > 100)
  await close()
})
