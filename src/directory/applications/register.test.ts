import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { world } from '../../../test/world.ts'
import { dayMs, plus } from '../../kernel/time.ts'
import { rows } from '../../store/database.ts'
import { registerProgram, type Program } from './register.ts'

const uri = (text: string) => ({ redirectUris: [{ kind: 'web', uri: text }] }) as const

test('a program is registered with its address and its secret, or nothing of it is left, at whatever step it fails', async () => {
  const w = await world()
  const kept = async () =>
    rows(
      w.db,
      sql<{
        what: string
      }>`select activity as what from events where tenant_id = ${w.contoso.id} and activity like 'application.%'
        union all select 'row' from applications where tenant_id = ${w.contoso.id}
        union all select 'address' from application_redirects where tenant_id = ${w.contoso.id}
        union all select 'secret' from application_secrets where tenant_id = ${w.contoso.id} order by what`,
    )
  const register = (settings: Program['settings'], expiresAt: Date) =>
    registerProgram(
      w.db,
      w.contoso.id,
      {
        displayName: 'Payroll',
        settings,
        secret: { displayName: null, expiresAt },
      },
      w.operator(),
    )
  const later = plus(w.now(), dayMs)
  const refused = await register(uri('http://payroll.example/'), later)
  assert.deepEqual(refused, { outcome: 'refused' })
  assert.deepEqual(await kept(), [], 'an address that is refused')
  // Before the first day that PostgreSQL knows.
  await assert.rejects(register(uri('https://payroll.example/'), new Date(-8.64e15)))
  assert.deepEqual(await kept(), [], 'a secret that the store does not take')
  const made = await register(uri('https://payroll.example/'), later)
  assert.equal(made.outcome, 'registered')
  assert.deepEqual(
    (await kept()).map(({ what }) => what),
    [
      'address',
      'application.created',
      'application.created',
      'application.secretAdded',
      'application.updated',
      'row',
      'secret',
    ],
  )
})
