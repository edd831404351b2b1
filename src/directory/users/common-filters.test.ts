/** The filters that scripts send most: what a page of each reads while the statistics are old. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withOldStatistics, worstOf } from '../../../test/code/old-statistics.ts'
import { every, is, type Condition } from '../../kernel/condition.ts'
import type { Database } from '../../store/database.ts'
import { listUsers } from './list.sql.ts'

const starting = (property: string, value: string): Condition => ({
  kind: 'compare',
  property,
  operator: 'startsWith',
  value,
})
const limit = 51

test('contract §3.3: with old statistics a page of each of the filters that scripts send most reads about a page', async () => {
  await withOldStatistics(
    async () => {},
    async (tx, w) => {
      const { tenantId, userId } = { tenantId: w.fabrikam.id, userId: w.fiona.userId }
      const asked: Readonly<Record<string, Condition>> = {
        guests: is('userType', 'Guest'),
        'who is disabled': is('accountEnabled', false),
        'guests who have not accepted': every(
          is('userType', 'Guest'),
          is('externalUserState', 'PendingAcceptance'),
        ) as Condition,
        'by principal name': is('userPrincipalName', w.fiona.upn),
        'by mail': is('mail', 'nobody@x.example'),
        'by name': is('displayName', 'Nobody'),
        'by alias': is('mailNickname', 'nobody'),
        'by number': is('employeeId', '4711'),
        'by ids': { kind: 'in', property: 'id', values: [userId, w.frank.userId] },
        'by the beginning of a name': starting('displayName', 'zz'),
        'by the beginning of a principal name': starting('userPrincipalName', 'zz'),
        'by the beginning of an address': starting('mail', 'zz'),
      }
      for (const [name, filter] of Object.entries(asked)) {
        const page = { order: 'name', descending: false, after: undefined, limit } as const
        const list = (db: Database) =>
          listUsers(db, tenantId, { ...page, search: undefined, filter })
        const worst = await worstOf(tx, list, ['users'])
        assert.ok(worst <= 15 * limit, `${name}: ${worst} rows`)
      }
    },
  )
})
