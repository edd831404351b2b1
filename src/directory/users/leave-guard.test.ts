/**
 * A leave is judged by what was read before it, so every reason that comes up in between has to be
 * noticed: by the versions of the rows it was read from (decision 6), or because it cannot come up.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { world } from '../../../test/world.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { firstRow, rows, sql } from '../../store/database.ts'
import { blockerCodes } from '../../wire/account.ts'
import { leaveReasons, type LeaveReason } from './leave.rule.ts'
import { readLeaveFacts, unchangedSince } from './leave.sql.ts'

type World = Awaited<ReturnType<typeof world>>

/** Makes the reason hold for Ada at Fabrikam, or says why it needs no version. */
const comesUp: Readonly<Record<LeaveReason, string | ((w: World) => Promise<unknown>)>> = {
  homeOrganization: 'where somebody is at home never changes',
  disabledAtHome: (w) =>
    sql`update users set account_enabled = false
      where tenant_id = ${w.contoso.id} and id = ${w.ada.userId}`.execute(w.db),
  homeDeleted: (w) =>
    sql`update users set deleted_at = ${w.now()}, restorable_until = ${w.now()}, deleted_by_kind = 'operator',
      original_user_principal_name = user_principal_name
      where tenant_id = ${w.contoso.id} and id = ${w.ada.userId}`.execute(w.db),
  homeClosed: (w) =>
    sql`update tenants set state = 'closed' where id = ${w.contoso.id}`.execute(w.db),
  disabledInOrganization: (w) =>
    sql`update users set account_enabled = false
      where tenant_id = ${w.fabrikam.id} and id = ${w.userOf(w.ada, w.fabrikam)}`.execute(w.db),
  leavingNotAllowed: (w) =>
    sql`update tenants set external_users_may_leave = false where id = ${w.fabrikam.id}`.execute(
      w.db,
    ),
  lastAdministrator: 'administrators leave one at a time, under the lock of the organization',
}

for (const code of blockerCodes) {
  const change = comesUp[code]
  if (typeof change === 'string') continue
  test(`R42, decision 6: ${code} that comes up between reading and leaving is noticed`, async () => {
    const w = await world()
    const { personId } = (await firstRow(
      w.db,
      select<{ personId: PersonId }>({
        personId: 'person_id',
      })`from live_users where tenant_id = ${w.fabrikam.id} and id = ${w.userOf(w.ada, w.fabrikam)}`,
    )) ?? { personId: '' as PersonId }
    const read = async () => {
      const facts = await readLeaveFacts(w.db, personId, w.fabrikam.id)
      assert.ok(facts !== undefined)
      return facts
    }
    const before = await read()
    const still = () =>
      rows(
        w.db,
        sql`select 1 from live_users v join users u on u.tenant_id = v.tenant_id and u.id = v.id
          where v.tenant_id = ${w.fabrikam.id} and v.person_id = ${personId}
            and ${unchangedSince(before, personId, w.fabrikam.id)}`,
      )
    assert.deepEqual([leaveReasons(before), (await still()).length], [[], 1])
    await change(w)
    assert.deepEqual(leaveReasons(await read()), [code])
    assert.equal((await still()).length, 0)
  })
}
