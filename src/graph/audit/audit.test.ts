import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { activities, type Activity, type TargetKind } from '../../events/event.ts'
import { hourMs, minuteMs } from '../../kernel/time.ts'
import { activityNamed, activityNames, displayNameOf } from './audit-words.ts'

const audits = '/v1.0/auditLogs/directoryAudits'
const filtered = (filter: string) => `${audits}?$filter=${encodeURIComponent(filter)}`

test('R111, R113: each ending has an activity of its own, with actor, target, result and correlation id', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const [ada, bob] = [w.userOf(w.ada, w.fabrikam), w.userOf(w.bob, w.fabrikam)]
  const response = await w.as(w.ada).leave(w.fabrikam)
  w.pass(minuteMs)
  await frank.patch(`/v1.0/users/${bob}`, { accountEnabled: false })
  await frank.patch(`/v1.0/users/${bob}`, { accountEnabled: true })
  await frank.delete(`/v1.0/users/${bob}`)
  await frank.post(`/v1.0/directory/deletedItems/${ada}/restore`)
  await frank.delete(`/v1.0/directory/deletedItems/${bob}`)
  const one = async (activity: string, target: string) => {
    const { value } = await json(
      await frank.get(
        filtered(
          `activityDisplayName eq '${activity}' and targetResources/any(t:t/id eq '${target}')`,
        ),
      ),
    )
    assert.equal(value.length, 1, activity)
    return value[0]
  }
  const left = await one('Delete external user', ada)
  assert.equal(left?.['initiatedBy']['user']['id'], ada)
  assert.equal(left?.['correlationId'], response.headers.get('request-id'))
  assert.equal(left?.['result'], 'success')
  for (const activity of ['Disable account', 'Enable account', 'Delete user', 'Hard Delete user']) {
    const found = await one(activity, bob)
    assert.equal(found?.['initiatedBy']['user']['id'], w.frank.userId, activity)
    assert.equal(
      found?.['targetResources'][0]?.['displayName'],
      null,
      'R85: after the erasure only the opaque id is left',
    )
  }
  assert.equal(
    (await one('Restore user', ada))?.['targetResources'][0]?.['displayName'],
    'Ada Lovelace',
  )
})

test('12.10: an entry is read by its id, and the log by the names of who did it, by what, and to whom', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const body = { displayName: 'Café 100%' }
  const { appId } = await json(await frank.post('/v1.0/applications', body), 201)
  const { id } = await json(await frank.post('/v1.0/servicePrincipals', { appId }), 201)
  await frank.delete(`/v1.0/servicePrincipals/${String(id)}`)
  const found = async (filter: string) =>
    (await json(await frank.get(filtered(filter))))['value'].map(
      (one: Json) => one['activityDisplayName'],
    )
  const both = ['Remove service principal', 'Add service principal', 'Add application']
  for (const named of [`t/displayName eq 'cafe 100%'`, `startswith(t/displayName,'CAFÉ 100%')`])
    assert.deepEqual(await found(`targetResources/any(t:${named})`), both, named)
  assert.deepEqual(await found(`targetResources/any(t:t/displayName eq 'Café')`), [])
  const mine = `initiatedBy/user/userPrincipalName eq '${w.frank.upn.toUpperCase()}'`
  assert.deepEqual(
    await found(`${mine} and activityDisplayName eq 'Add application'`),
    both.slice(2),
  )
  assert.deepEqual(await found(`${mine} and activityDisplayName eq 'Delete application'`), [])
  assert.deepEqual(await found(`initiatedBy/user/userPrincipalName eq '${w.fiona.upn}'`), [])
  const [entry] = (await json(await frank.get(`${audits}?$top=1000`)))['value']
  assert.deepEqual((await json(await frank.get(`${audits}/${entry['id']}`)))['id'], entry['id'])
  assert.equal((await frank.get(`${audits}/${String(id)}`)).status, 404)
  assert.match(
    (await refusal(await frank.get(`${audits}?$top=1001`), 400)).message,
    /between 1 and 1000/,
  )
})

test('the log is filtered by date and actor, newest first, page by page', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  for (let n = 0; n < 5; n++) {
    w.pass(hourMs)
    await frank.post('/v1.0/groups', { displayName: `Group ${n}` })
  }
  const from = new Date(w.now().getTime() - 2 * hourMs).toISOString()
  const recent = await json(
    await frank.get(
      filtered(`activityDateTime ge ${from} and initiatedBy/user/id eq '${w.frank.userId}'`),
    ),
  )
  assert.deepEqual(
    recent['value'].map((one: Json) => one['targetResources'][0]?.['displayName']),
    ['Group 4', 'Group 3', 'Group 2'],
  )
  const first = await json(await frank.get(`${audits}?$top=2`))
  const second = await json(await frank.get(String(first['@odata.nextLink'])))
  const dates = [...first['value'], ...second['value']].map((one) =>
    String(one['activityDateTime']),
  )
  assert.deepEqual(dates, dates.toSorted().toReversed())
  for (const bad of [`activityDateTime ge yesterday`, `operationType eq 'Add'`])
    await refusal(await frank.get(filtered(bad)), 400)
  const nobodys = await json(await frank.get(filtered(`initiatedBy/user/id eq 'me'`)))
  assert.deepEqual(nobodys['value'], [], 'ids are texts on the wire, and nobody has this one')
  const nothing = await json(await frank.get(filtered(`activityDisplayName eq 'Nonsense'`)))
  assert.deepEqual(nothing['value'], [], 'nothing has happened by these words')
})

test('the export is CSV that no spreadsheet runs as a formula', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  await frank.post('/v1.0/groups', { displayName: '=HYPERLINK("https://evil.example","x")' })
  await frank.post('/v1.0/groups', { displayName: 'Quotes " and, commas' })
  const response = await frank.get(
    `/v1.0/auditLogs/guesthouse.exportDirectoryAudits?$filter=${encodeURIComponent(`activityDisplayName eq 'Add group'`)}`,
  )
  assert.equal(response.headers.get('content-type'), 'text/csv; charset=utf-8')
  assert.match(response.headers.get('content-disposition') ?? '', /audit-2026-05-01\.csv/)
  const lines = (await response.text())
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n')
  assert.equal(lines.length, 3)
  assert.match(lines[0] ?? '', /^date,activity,/)
  assert.ok(
    lines.some((line) => line.includes(`"'=HYPERLINK(""https://evil.example"",""x"")"`)),
    lines.join('\n'),
  )
  assert.ok(lines.some((line) => line.includes('"Quotes "" and, commas"')))
})

test('R120: another organization’s log shows nothing of this one', async () => {
  const w = await world()
  const [frank, nora] = [w.as(w.frank, w.fabrikam), w.as(w.nora, w.northwind)]
  await frank.post('/v1.0/groups', { displayName: 'Secret' })
  await json(await nora.get(audits))
  assert.ok(!JSON.stringify(await json(await nora.get(audits))).includes('Secret'))
})

test('every activity has words, no two the same', async () => {
  const names = activityNames.map(({ displayName }) => displayName)
  assert.equal(new Set(names).size, names.length)
  for (const { name, displayName } of activityNames)
    assert.equal(activityNamed(displayName.toUpperCase())?.activity, name)
  assert.deepEqual(new Set(activityNames.map(({ name }) => name)), new Set(activities))
})

/** The names of the published reference, for what it has one for. */
const published: Partial<Record<Activity, string>> = {
  'organization.created': 'Create Company',
  'organization.updated': 'Set Company Information',
  'organization.leavingChanged': 'Update policy',
  'organization.policyChanged': 'Update authorization policy',
  'organization.partnerChanged': 'Update a partner cross-tenant access setting',
  'domain.added': 'Add verified domain',
  'domain.claimed': 'Add unverified domain',
  'domain.verified': 'Verify domain',
  'domain.removed': 'Remove verified domain',
  'user.created': 'Add user',
  'user.updated': 'Update user',
  'user.disabled': 'Disable account',
  'user.enabled': 'Enable account',
  'user.left': 'Delete external user',
  'user.deleted': 'Delete user',
  'user.restored': 'Restore user',
  'user.purged': 'Hard Delete user',
  'user.passwordChanged': 'Change user password',
  'user.passwordLinkCreated': 'Reset password',
  'user.sessionsRevoked': 'Update StsRefreshTokenValidFrom Timestamp',
  'user.managerChanged': 'Set user manager',
  'user.sponsorAdded': 'Add user sponsor',
  'group.created': 'Add group',
  'group.updated': 'Update group',
  'group.deleted': 'Delete group',
  'group.memberAdded': 'Add member to group',
  'group.memberRemoved': 'Remove member from group',
  'group.ownerAdded': 'Add owner to group',
  'group.ownerRemoved': 'Remove owner from group',
  'application.created': 'Add service principal',
  'application.deleted': 'Remove service principal',
  'application.assigned': 'Add app role assignment grant to user',
  'application.unassigned': 'Remove app role assignment from user',
  'role.assigned': 'Add member to role',
  'role.unassigned': 'Remove member from role',
  'invitation.created': 'Invite external user',
  'invitation.reset': 'Invite external user with reset invitation status',
  'invitation.redeemed': 'Redeem external user invite',
}

const calledAt = (activity: Activity, targetKind: TargetKind): string =>
  displayNameOf({ activity, targetKind, details: {} })

test('faults §5: what the published reference has a name for is called by it', () => {
  const ours = Object.keys(published).map((activity) => [
    activity,
    calledAt(activity as Activity, 'user'),
  ])
  assert.deepEqual(Object.fromEntries(ours), published)
  assert.equal(calledAt('application.assigned', 'group'), 'Add app role assignment to group')
  assert.equal(calledAt('application.unassigned', 'group'), 'Remove app role assignment from group')
})

test('faults §6: every update says which properties it changed', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const made = async (path: string) =>
    `${path}/${String((await json(await frank.post(path, { displayName: 'Made' }), 201))['id'])}`
  const [group, application] = [await made('/v1.0/groups'), await made('/v1.0/applications')]
  const changes: readonly [string, string, Json, string][] = [
    [`/v1.0/users/${w.fiona.userId}`, 'Update user', { jobTitle: 'Pilot' }, 'jobTitle'],
    [group, 'Update group', { description: 'Theirs' }, 'description'],
    [application, 'Update application', { description: 'Theirs' }, 'description'],
    [application, 'Update application', { groupMembershipClaims: 'All' }, 'groupClaims'],
    [
      `/v1.0/organization/${w.fabrikam.id}`,
      'Set Company Information',
      { displayName: 'Fabrikam Ltd' },
      'displayName',
    ],
  ]
  for (const [path, activity, body, property] of changes) {
    w.pass(minuteMs)
    assert.equal((await frank.patch(path, body)).status, 204, path)
    const [last] = (await json(await frank.get(filtered(`activityDisplayName eq '${activity}'`))))[
      'value'
    ]
    const names = last['targetResources'][0]['modifiedProperties'].map(
      (one: Json) => one['displayName'],
    )
    assert.deepEqual(names, [property], `${activity} of ${path}`)
  }
})

test('R111: every activity is one that something records', () => {
  const code = globSync('src/**/*.ts')
    .filter((path) => !/\.test\.ts$|^src\/(?:events\/event\.ts|graph\/audit\/|words\/)/.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  assert.deepEqual(
    activities.filter(
      (activity) =>
        !code.includes(`'${activity}'`) && !code.includes(`\`${activity.split('.')[0]}.\${`),
    ),
    [],
  )
})
