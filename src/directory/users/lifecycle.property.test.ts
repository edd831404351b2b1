/** The life of a guest as a model: whatever is done in whatever order, what must hold holds. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from '../../../test/properties.ts'
import { able } from '../../../test/able.ts'
import { world } from '../../../test/world.ts'
import { roles } from '../../access/roles.ts'
import { dayMs } from '../../kernel/time.ts'
import { firstRow, rows } from '../../store/database.ts'
import { sql } from 'kysely'
import { roleAssignmentId } from '../../graph/roles/role-assignment-id.ts'
import { purgeDue } from '../deleted/purge.ts'
import { setOrganizationState } from '../organizations/update.ts'

type Step =
  | 'leave'
  | 'disable'
  | 'enable'
  | 'delete'
  | 'restore'
  | 'purge'
  | 'wait'
  | 'waitLong'
  | 'job'
  | 'forbid'
  | 'allow'
const steps: Step[] = [
  'leave',
  'disable',
  'enable',
  'delete',
  'restore',
  'purge',
  'wait',
  'waitLong',
  'job',
  'forbid',
  'allow',
]
const policy = '/v1.0/policies/externalIdentitiesPolicy'

const status = async (response: Promise<Response>): Promise<number> => (await response).status

test('a guest is live, deleted or gone; links survive until gone; a gone guest never comes back; others notice nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...steps), { maxLength: 14 }), async (script) => {
      const w = await world()
      const id = w.userOf(w.ada, w.fabrikam)
      await w.grant(w.ada, w.fabrikam, 'directoryReaders')
      await sql`insert into sponsors (tenant_id, user_id, id, sponsor_user_id) values (${w.fabrikam.id}, ${id}, ${w.fiona.userId}, ${w.fiona.userId})`.execute(
        w.db,
      )
      const elsewhere = () =>
        rows(w.db, sql`select * from users where tenant_id = ${w.northwind.id} order by id`)
      const before = await elsewhere()
      const links = () =>
        firstRow(
          w.db,
          sql<{
            n: number
          }>`select (select count(*) from sponsors where tenant_id = ${w.fabrikam.id} and user_id = ${id})::int
            + (select count(*) from role_assignments where tenant_id = ${w.fabrikam.id} and user_id = ${id} and role_id = ${roles.directoryReaders.id}::uuid)::int as n`,
        )
      let model = {
        state: 'live' as 'live' | 'deleted' | 'gone',
        enabled: true,
        allowed: true,
        deletedAt: 0,
      }

      for (const step of script) {
        const frank = w.as(w.frank, w.fabrikam)
        const due = model.state === 'deleted' && w.now().getTime() >= model.deletedAt + 30 * dayMs
        const expected = await apply(step, due)
        assert.equal(
          expected.got,
          expected.want,
          `${step} in ${JSON.stringify(model)} of ${script.join(', ')}`,
        )
        model = expected.next

        const row = await firstRow(
          w.db,
          sql<{
            deleted: boolean
            enabled: boolean
          }>`select deleted_at is not null as deleted, account_enabled as enabled from users where tenant_id = ${w.fabrikam.id} and id = ${id}`,
        )
        assert.deepEqual(
          row,
          model.state === 'gone'
            ? undefined
            : { deleted: model.state === 'deleted', enabled: model.enabled },
        )
        assert.equal((await links())?.n, model.state === 'gone' ? 0 : 2)

        async function apply(one: Step, isDue: boolean) {
          const { state, enabled, allowed } = model
          const users = `/v1.0/users/${id}`
          const item = `/v1.0/directory/deletedItems/${id}`
          const gone = { ...model, state: 'gone' as const }
          const dead = { ...model, state: 'deleted' as const, deletedAt: w.now().getTime() }
          if (one === 'leave') {
            const may = state === 'live' && enabled && allowed
            const got = await status(w.as(w.ada).leave(w.fabrikam))
            // Leaving again answers like the first time; who was removed by others has nothing to
            // leave.
            if (state === 'live') return { got, want: may ? 200 : 409, next: may ? dead : model }
            return { got, want: got === 200 ? 200 : 404, next: model }
          }
          if (one === 'disable' || one === 'enable')
            return {
              got: await status(frank.patch(users, { accountEnabled: one === 'enable' })),
              want: state === 'live' ? 204 : 404,
              next: state === 'live' ? { ...model, enabled: one === 'enable' } : model,
            }
          if (one === 'delete')
            return {
              got: await status(frank.delete(users)),
              want: state === 'live' ? 204 : 404,
              next: state === 'live' ? dead : model,
            }
          if (one === 'restore') {
            const want = state !== 'deleted' ? 404 : isDue ? 409 : 200
            return {
              got: await status(frank.post(`${item}/restore`)),
              want,
              next: want === 200 ? { ...model, state: 'live' as const } : model,
            }
          }
          if (one === 'purge') {
            const want = state === 'deleted' ? 204 : state === 'live' ? 409 : 404
            return {
              got: await status(frank.delete(item)),
              want,
              next: want === 204 ? gone : model,
            }
          }
          if (one === 'forbid' || one === 'allow')
            return {
              got: await status(
                frank.patch(policy, { allowExternalIdentitiesToLeave: one === 'allow' }),
              ),
              want: 204,
              next: { ...model, allowed: one === 'allow' },
            }
          if (one === 'job') {
            const done = await purgeDue(w.db, w.now())
            return { got: isDue ? done >= 1 : true, want: true, next: isDue ? gone : model }
          }
          w.pass(one === 'wait' ? dayMs : 30 * dayMs)
          return { got: 0, want: 0, next: model }
        }
      }
      assert.deepEqual(await elsewhere(), before)
    }),
    { numRuns: 25 },
  )
})

type World = Awaited<ReturnType<typeof world>>
const top = roles.globalAdministrator.id
const topRoleOf = (userId: string): string =>
  `/v1.0/roleManagement/directory/roleAssignments/${roleAssignmentId(top, userId)}`
const reset = (id: string, address: string) => ({
  invitedUserEmailAddress: address,
  inviteRedirectUrl: 'https://app.example/',
  resetRedemption: true,
  invitedUser: { id },
})
const users = (id: string) => `/v1.0/users/${id}`
const item = (id: string) => `/v1.0/directory/deletedItems/${id}`
const assignment = (principalId: string) => ({ principalId, roleDefinitionId: top })
const assignments = '/v1.0/roleManagement/directory/roleAssignments'

type Act = (w: World, ids: { ada: string; frank: string }) => Promise<unknown>
const asAda = (w: World) => w.as(w.ada, w.fabrikam)
const asFrank = (w: World) => w.as(w.frank, w.fabrikam)
const asCarol = (w: World) => w.as(w.carol, w.contoso)
const turn = (w: World, state: 'active' | 'closed' | 'suspended') =>
  setOrganizationState(w.db, w.contoso.id, { state, anyway: false }, w.operator())
const acts: Record<string, Act> = {
  adaLeaves: (w) => w.as(w.ada).leave(w.fabrikam),
  adaResetsHerself: (w, { ada }) => asAda(w).post('/v1.0/invitations', reset(ada, w.ada.upn)),
  adaGivesUp: (w, { ada }) => asAda(w).delete(topRoleOf(ada)),
  adaTakesFranksRole: (w, { frank }) => asAda(w).delete(topRoleOf(frank)),
  adaGivesFrankTheRole: (w, { frank }) => asAda(w).post(assignments, assignment(frank)),
  adaDisablesFrank: (w, { frank }) => asAda(w).patch(users(frank), { accountEnabled: false }),
  adaEnablesFrank: (w, { frank }) => asAda(w).patch(users(frank), { accountEnabled: true }),
  adaDeletesFrank: (w, { frank }) => asAda(w).delete(users(frank)),
  adaRestoresFrank: (w, { frank }) => asAda(w).post(`${item(frank)}/restore`),
  frankResetsAda: (w, { ada }) => asFrank(w).post('/v1.0/invitations', reset(ada, w.ada.upn)),
  frankGivesUp: (w, { frank }) => asFrank(w).delete(topRoleOf(frank)),
  frankTakesAdasRole: (w, { ada }) => asFrank(w).delete(topRoleOf(ada)),
  frankGivesAdaTheRole: (w, { ada }) => asFrank(w).post(assignments, assignment(ada)),
  frankDisablesAda: (w, { ada }) => asFrank(w).patch(users(ada), { accountEnabled: false }),
  frankEnablesAda: (w, { ada }) => asFrank(w).patch(users(ada), { accountEnabled: true }),
  frankDeletesAda: (w, { ada }) => asFrank(w).delete(users(ada)),
  frankRestoresAda: (w, { ada }) => asFrank(w).post(`${item(ada)}/restore`),
  frankPurgesAda: (w, { ada }) => asFrank(w).delete(item(ada)),
  carolDisablesAda: (w) => asCarol(w).patch(users(w.ada.userId), { accountEnabled: false }),
  carolEnablesAda: (w) => asCarol(w).patch(users(w.ada.userId), { accountEnabled: true }),
  carolDeletesAda: (w) => asCarol(w).delete(users(w.ada.userId)),
  carolRestoresAda: (w) => asCarol(w).post(`${item(w.ada.userId)}/restore`),
  carolPurgesAda: (w) => asCarol(w).delete(item(w.ada.userId)),
  contosoCloses: (w) => turn(w, 'closed'),
  contosoIsSuspended: (w) => turn(w, 'suspended'),
  contosoReopens: (w) => turn(w, 'active'),
}

test('R124: whatever is done in whatever order by two administrators, a home and an operator, somebody can still administer', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 4, maxLength: 12 }),
      async (script) => {
        const w = await world()
        await w.grant(w.ada, w.fabrikam, 'globalAdministrator')
        const ids = { ada: w.userOf(w.ada, w.fabrikam), frank: w.frank.userId }
        for (const name of script) {
          const done = await acts[name]?.(w, ids)
          if (done instanceof Response) assert.ok(done.status < 500, `${name}: ${done.status}`)
          assert.ok((await able(w, w.fabrikam)).length > 0, `${name}, after ${script.join(', ')}`)
        }
      },
    ),
    { numRuns: 12 },
  )
})
