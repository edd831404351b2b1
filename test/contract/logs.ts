/** The audit log and the sign-in log. */
import assert from 'node:assert/strict'
import type { Json } from '../json.ts'
import { having, idsOf, ok, reads, type Area, type Check } from './row.ts'
import type { Stage } from './stage.ts'

const audits = '/auditLogs/directoryAudits'
const filtered = (filter: string): string => `${audits}?$filter=${filter}`

/** The entries of these activities, after something of each kind was done. */
const entries = async (s: Stage, filter: string): Promise<Json[]> =>
  (await s.call(`GET ${filtered(filter)}`, 200))['value'] as Json[]

/** The filter finds at least one entry, and none for which `holds` is false. */
const finds =
  (filter: string, holds: (one: Json, s: Stage) => boolean): Check =>
  async (s) => {
    const found = await entries(s, filter)
    assert.ok(found.length > 0, `${filter} finds something`)
    assert.deepEqual(
      found.filter((one) => !holds(one, s)),
      [],
    )
  }

const found = (filter: string, holds: (one: Json, s: Stage) => boolean): [string, Check] => [
  `filter ${filter}`,
  finds(filter, holds),
]

const names =
  'Enable account,Disable account,Add group,Remove member from role,Add member to role,Add service principal credentials,Remove service principal credentials,Update user,Invite external user,Add user sponsor,Remove user sponsor,Add user,Add application,Update application,Remove service principal,Add service principal,Hard Delete user,Delete user,Restore user,Delete group,Add member to group,Remove member from group,Add owner to group,Remove owner from group,Update group,Add app role assignment grant to user,Update StsRefreshTokenValidFrom Timestamp,Update authorization policy,Update policy'.split(
    ',',
  )

/** Does what each of the names stands for. */
const walk = async (s: Stage): Promise<void> => {
  const { user } = await s.makes.invited()
  for (const accountEnabled of [false, true])
    await s.call(`PATCH /users/${user}`, 204, { body: { accountEnabled } })
  await s.call(`PATCH /users/${user}`, 204, { body: { jobTitle: 'Tester' } })
  const group = await s.makes.group()
  await s.makes.link(`/groups/${group}/members`, user)
  for (const id of [s.ids['fiona'] ?? '', s.ids['frank'] ?? ''])
    await s.makes.link(`/groups/${group}/owners`, id)
  await s.call(`DELETE /groups/${group}/members/${user}/$ref`, 204)
  await s.call(`DELETE /groups/${group}/owners/{fiona}/$ref`, 204)
  await s.call(`PATCH /groups/${group}`, 204, { body: { description: 'D' } })
  await s.call(`DELETE /groups/${group}`, 204)
  const assignment = await s.makes.holder()
  await s.call(`DELETE /roleManagement/directory/roleAssignments/${assignment}`, 204)
  const made = await s.call('POST /applications', 201, { body: { displayName: 'Walked' } })
  const application = `/applications/${String(made['id'])}`
  await s.call(`PATCH ${application}`, 204, { body: { displayName: 'Changed' } })
  const { keyId } = await s.call(`POST ${application}/addPassword`, 200, { body: {} })
  await s.call(`POST ${application}/removePassword`, 204, { body: { keyId } })
  await s.call(`DELETE ${application}`, 204)
  await s.call('POST /servicePrincipals', 201, { body: { displayName: 'Walked' } })
  await s.call('DELETE /servicePrincipals/{application}', 204)
  await s.call(`DELETE /users/${user}/sponsors/{frank}/$ref`, 204)
  await s.call(`POST /users/${user}/revokeSignInSessions`, 200)
  await s.call(`DELETE /users/${user}`, 204)
  await s.call(`POST /directory/deletedItems/${user}/restore`, 200)
  await s.call(`DELETE /users/${user}`, 204)
  await s.call(`DELETE /directory/deletedItems/${user}`, 204)
  await s.call('PATCH /policies/authorizationPolicy', 204, {
    body: { allowInvitesFrom: 'adminsAndGuestInviters' },
  })
  await s.call('PATCH /policies/externalIdentitiesPolicy', 204, {
    body: { allowExternalIdentitiesToLeave: false },
  })
}

const about = (one: Json, id: unknown): boolean =>
  (one['targetResources'] as Json[]).some((of) => of['id'] === id)

const logs: Area = {
  number: '9',
  about: 'logs',
  rows: [
    ok('GET /auditLogs/directoryAudits', reads(audits, having('activityDisplayName'))),
    ok('GET /auditLogs/directoryAudits/{id}', async (s) => {
      const [id] = idsOf(await s.call(`GET ${audits}?$top=1`, 200))
      assert.equal((await s.call(`GET ${audits}/${String(id)}`, 200))['id'], id)
    }),
    ok('the shape of an entry', async (s) => {
      await s.call('DELETE /users/{bob}', 204)
      const [one = {}] = await entries(s, "activityDisplayName eq 'Delete user'")
      having(
        'category',
        'correlationId',
        'result',
        'resultReason',
        'loggedByService',
        'operationType',
        'initiatedBy',
        'targetResources',
        'additionalDetails',
      )(one, s)
      assert.equal(one['initiatedBy']['user']['id'], s.ids['frank'])
      assert.equal(one['initiatedBy']['app'], null)
    }),
    ok('old and new values are JSON texts', async (s) => {
      const name = 'allowExternalIdentitiesToLeave'
      await s.call('PATCH /policies/externalIdentitiesPolicy', 204, { body: { [name]: false } })
      const [one = {}] = await entries(s, "activityDisplayName eq 'Update policy'")
      const [property] = one['targetResources'][0]['modifiedProperties']
      assert.deepEqual(
        [property.displayName, JSON.parse(property.oldValue), JSON.parse(property.newValue)],
        [name, [true], [false]],
      )
    }),
    ok('29 published names of activities', async (s) => {
      await walk(s)
      const body = await s.call(`GET ${audits}?$top=500`, 200)
      const seen = new Set((body['value'] as Json[]).map((one) => one['activityDisplayName']))
      assert.deepEqual(
        names.filter((name) => !seen.has(name)),
        [],
      )
    }),
    ok(
      ...found(
        "activityDisplayName eq 'Delete user'",
        (one) => one['activityDisplayName'] === 'Delete user',
      ),
    ),
    ok(
      ...found("startswith(activityDisplayName,'Delete')", (one) =>
        String(one['activityDisplayName']).startsWith('Delete'),
      ),
    ),
    ok(
      ...found(
        'activityDateTime ge 2020-01-01T00:00:00Z and activityDateTime le 2040-01-01T00:00:00Z',
        () => true,
      ),
    ),
    ok(
      ...found(
        "loggedByService eq 'Core Directory'",
        (one) => one['loggedByService'] === 'Core Directory',
      ),
    ),
    ok(...found("category eq 'UserManagement'", (one) => one['category'] === 'UserManagement')),
    ok(...found("result eq 'success'", (one) => one['result'] === 'success')),
    ok(
      ...found(
        "initiatedBy/user/id eq '{frank}'",
        (one, s) => one['initiatedBy']['user']['id'] === s.ids['frank'],
      ),
    ),
    ok('filter initiatedBy/user/userPrincipalName eq …', async (s) =>
      finds(
        `initiatedBy/user/userPrincipalName eq '${s.w.frank.upn}'`,
        (one) => one['initiatedBy']['user']['id'] === s.ids['frank'],
      )(s),
    ),
    ok('filter initiatedBy/app/appId eq …', reads(filtered("initiatedBy/app/appId eq '{appId}'"))),
    ok(...found("targetResources/any(t:t/id eq '{bob}')", (one, s) => about(one, s.ids['bob']))),
    ok(
      'filter targetResources/any(t:t/displayName eq …)',
      reads(filtered("targetResources/any(t:t/displayName eq 'Ada Lovelace')")),
    ),
    ok('filter correlationId eq …', async (s) => {
      const [one = {}] = await entries(s, "activityDisplayName eq 'Delete user'")
      const correlationId = String(one['correlationId'])
      await finds(
        `correlationId eq '${correlationId}'`,
        (found) => found['correlationId'] === correlationId,
      )(s)
    }),
    ok('$top=1000', reads(`${audits}?$top=1000`)),
    ok(
      '$orderby=activityDateTime desc',
      reads(`${audits}?$orderby=activityDateTime desc`, (body) => {
        const times = (body['value'] as Json[]).map((one) => String(one['activityDateTime']))
        assert.deepEqual(times, times.toSorted().toReversed())
      }),
    ),
    ok('GET /auditLogs/signIns', reads('/auditLogs/signIns')),
    ok(
      'sign-ins of one user since a moment',
      reads(
        "/auditLogs/signIns?$filter=userId eq '{fiona}' and createdDateTime ge 2020-01-01T00:00:00Z",
      ),
    ),
  ],
}

export const logAreas = [logs]
