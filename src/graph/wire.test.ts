/**
 * Where the wire is lenient, where it is strict, and in whose words it answers (K12, and what
 * clients of the directory API met).
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../test/json.ts'
import { browserWith, registerApplication, relyingParty, signOn } from '../../test/sign-on.ts'
import { linksOf } from '../../test/links.ts'
import { mailsTo } from '../../test/mails.ts'
import { world } from '../../test/world.ts'
import { roles } from '../access/roles.ts'
import { dayMs, hourMs } from '../kernel/time.ts'
import { sql } from '../store/database.ts'

const audits = '/v1.0/auditLogs/directoryAudits'
const filtered = (path: string, filter: string) => `${path}?$filter=${encodeURIComponent(filter)}`
const ids = (body: Json): string[] => (body['value'] as Json[]).map((one) => String(one['id']))

test('K12, row 77: what SDKs write beside the properties is taken, at every depth; what names an object is not dropped', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const user = {
    '@odata.type': '#microsoft.graph.user',
    displayName: 'Typed',
    'displayName@odata.type': '#String',
    userPrincipalName: `typed@${w.fabrikam.domain}`,
    'businessPhones@odata.type': '#Collection(String)',
    businessPhones: ['1'],
  }
  await json(await frank.post('/v1.0/users', user), 201)
  await json(
    await frank.post('/v1.0/groups', {
      '@odata.type': '#microsoft.graph.group',
      displayName: 'Typed',
    }),
    201,
  )
  const invitation = {
    '@odata.type': '#microsoft.graph.invitation',
    invitedUserEmailAddress: 'typed@outside.example',
    inviteRedirectUrl: 'https://app.example/',
    invitedUserMessageInfo: {
      '@odata.type': '#microsoft.graph.invitedUserMessageInfo',
      customizedMessageBody: 'Hello',
      ccRecipients: [
        {
          '@odata.type': '#x',
          emailAddress: {
            '@odata.type': '#y',
            '@odata.context': 'z',
            address: 'cc@outside.example',
          },
        },
      ],
    },
  }
  await json(await frank.post('/v1.0/invitations', invitation), 201)
  await json(
    await frank.patch('/v1.0/policies/externalIdentitiesPolicy', {
      '@odata.type': '#x',
      allowExternalIdentitiesToLeave: true,
    }),
    204,
  )
  const group = ids(await json(await frank.get('/v1.0/groups')))[0]
  const reference = {
    '@odata.type': '#x',
    '@odata.id': `https://x.example/v1.0/users/${w.fiona.userId}`,
  }
  await json(await frank.post(`/v1.0/groups/${group}/members/$ref`, reference), 204)
  const bound = { displayName: 'Bound', 'acceptedSenders@odata.bind': [reference['@odata.id']] }
  assert.match(
    (await refusal(await frank.post('/v1.0/groups', bound), 400)).message,
    /acceptedSenders@odata.bind/,
  )
  // As deep as a body can be written: what walks it must not fall over.
  const deep = await frank.request('POST', '/v1.0/groups', { displayName: nested(100) })
  assert.match((await refusal(deep, 400)).message, /nested deeper/)
})

/** A list in a list in a list. */
const nested = (depth: number): unknown => (depth === 0 ? [] : [nested(depth - 1)])

test('K12, row 79: times have a zone, any zone; a day begins in UTC; days that are none are refused', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  await frank.post('/v1.0/groups', { displayName: 'Then' })
  const at = w.now()
  const since = async (text: string) => {
    const found = await json(
      await frank.get(
        filtered(audits, `activityDisplayName eq 'Add group' and activityDateTime ge ${text}`),
      ),
    )
    return (found['value'] as Json[]).length
  }
  const shifted = (ms: number, zone: string) =>
    new Date(at.getTime() + ms).toISOString().replace(/\.\d+Z$/, zone)
  assert.equal(await since(shifted(0, 'Z')), 1)
  assert.equal(
    await since(shifted(hourMs, '+01:00')),
    1,
    'one o’clock in Berlin is twelve in London',
  )
  assert.equal(await since(shifted(hourMs + 1000, '+01:00')), 0)
  assert.equal(await since(shifted(-5 * hourMs, '-05:00')), 1)
  assert.equal(await since('2026-05-01'), 1)
  for (const bad of [
    '2026-05-01T12:00:00',
    '2026-02-30T00:00:00Z',
    '2026-02-30',
    '2026-13-01',
    '2026-05-01T25:00:00Z',
    '0000-01-01',
  ])
    await refusal(await frank.get(filtered(audits, `activityDateTime ge ${bad}`)), 400)
})

test('K12: a user principal name ends in a verified domain of the organization, a guest’s too', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const guest = w.userOf(w.ada, w.fabrikam)
  for (const name of [`ada@${w.northwind.domain}`, 'ada_x.example#EXT#@elsewhere.example'])
    assert.match(
      (await refusal(await frank.patch(`/v1.0/users/${guest}`, { userPrincipalName: name }), 400))
        .message,
      /verified domain/,
    )
  await json(
    await frank.patch(`/v1.0/users/${guest}`, {
      userPrincipalName: `ada_new#EXT#@${w.fabrikam.domain}`,
    }),
    204,
  )
  const elsewhere = { displayName: 'X', userPrincipalName: `x@${w.northwind.domain}` }
  assert.match(
    (await refusal(await frank.post('/v1.0/users', elsewhere), 400)).message,
    /verified domain/,
  )
  await frank.delete(`/v1.0/users/${guest}`)
  const restore = `/v1.0/directory/deletedItems/${guest}/restore`
  const renamed = { newUserPrincipalName: `ada@${w.northwind.domain}` }
  assert.match((await refusal(await frank.post(restore, renamed), 400)).message, /verified domain/)
  const restored = await json(await frank.post(restore))
  assert.equal(
    restored['userPrincipalName'],
    `ada_new#EXT#@${w.fabrikam.domain}`,
    'restoring answers the user',
  )
  assert.equal(restored['displayName'], 'Ada Lovelace')
})

test('R138, row 51: a guest becomes a member and a member a guest, keeping all they have; higher roles are guarded, and the person is told', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const id = w.userOf(w.ada, w.fabrikam)
  const group = String(
    (await json(await frank.post('/v1.0/groups', { displayName: 'Kept' }), 201))['id'],
  )
  await frank.post(`/v1.0/groups/${group}/members/$ref`, {
    '@odata.id': `https://x.example/v1.0/users/${id}`,
  })
  await w.grant(w.ada, w.fabrikam, 'directoryReaders')
  await w.grant(w.fiona, w.fabrikam, 'directoryReaders')
  const links = () => linksOf(w.db, w.fabrikam.id)
  const before = await links()
  for (const userType of ['Member', 'Guest', 'Member']) {
    await json(await frank.patch(`/v1.0/users/${id}`, { userType }), 204)
    assert.equal((await json(await frank.get(`/v1.0/users/${id}?$select=*`)))['userType'], userType)
    assert.equal(await links(), before, 'groups and roles are as they were')
  }
  const { value } = await json(
    await frank.get(
      filtered(
        audits,
        `activityDisplayName eq 'Update user' and targetResources/any(t:t/id eq '${id}')`,
      ),
    ),
  )
  assert.deepEqual(value[0]['targetResources'][0]['modifiedProperties'], [
    { displayName: 'userType', oldValue: '["Guest"]', newValue: '["Member"]' },
  ])
  const mails = await mailsTo(w.db, w.ada.upn)
  assert.ok(mails.some(({ subject }) => subject === 'You are now a member of Fabrikam'))
  // Whose home is elsewhere leaves, whatever they are called; whose home this is does not.
  await json(await w.as(w.ada).leave(w.fabrikam))
  const without = await links()
  await json(await frank.patch(`/v1.0/users/${w.fiona.userId}`, { userType: 'Guest' }), 204)
  assert.equal(await links(), without)
  assert.equal((await refusal(await w.as(w.fiona).leave(w.fabrikam), 409)).code, 'leaveBlocked')
  // Above the caller.
  await w.grant(w.bob, w.fabrikam, 'privilegedRoleAdministrator')
  await w.grant(w.fiona, w.fabrikam, 'userAdministrator')
  const change = { userType: 'Member' }
  assert.match(
    (
      await refusal(
        await w.as(w.fiona, w.fabrikam).patch(`/v1.0/users/${w.userOf(w.bob, w.fabrikam)}`, change),
        403,
      )
    ).message,
    /higher administrator/,
  )
  const own = await w.as(w.fiona, w.fabrikam).patch(`/v1.0/users/${w.fiona.userId}`, change)
  assert.match((await refusal(own, 400)).message, /Nobody makes themselves/)
  await refusal(await frank.patch(`/v1.0/users/${id}`, { userType: 'Owner' }), 400)
})

test('faults §5: a user is deleted by user principal name, as every other route takes it', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const guest = await json(await frank.get(`/v1.0/users/${w.userOf(w.bob, w.fabrikam)}?$select=*`))
  for (const [name, id] of [
    [String(guest['userPrincipalName']), w.userOf(w.bob, w.fabrikam)],
    [w.fiona.upn, w.fiona.userId],
  ]) {
    await json(await frank.delete(`/v1.0/users/${encodeURIComponent(name ?? '')}`), 204)
    await json(await frank.get(`/v1.0/directory/deletedItems/${id}?$select=*`))
  }
  await refusal(await frank.delete(`/v1.0/users/nobody@${w.fabrikam.domain}`), 404)
})

test('faults §5: the audit log says from what to what a policy was changed, by its published name', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  await json(
    await frank.patch('/v1.0/policies/externalIdentitiesPolicy', {
      allowExternalIdentitiesToLeave: false,
    }),
    204,
  )
  await json(
    await frank.patch('/v1.0/policies/authorizationPolicy', {
      allowInvitesFrom: 'none',
      'guesthouse.domainRule': 'block',
      'guesthouse.domains': ['blocked.example'],
    }),
    204,
  )
  await json(
    await frank.request('PUT', `/v1.0/policies/guesthouse.automaticRedemptions/${w.contoso.id}`),
    204,
  )
  const changesIn = async (activity: string): Promise<Json> => {
    const { value } = await json(
      await frank.get(filtered(audits, `activityDisplayName eq '${activity}'`)),
    )
    return Object.fromEntries(
      (value[0]['targetResources'][0]['modifiedProperties'] as Json[]).map((one) => [
        one['displayName'],
        [one['oldValue'], one['newValue']],
      ]),
    )
  }
  assert.deepEqual(await changesIn('Update policy'), {
    allowExternalIdentitiesToLeave: ['[true]', '[false]'],
  })
  assert.deepEqual(await changesIn('Update authorization policy'), {
    allowInvitesFrom: ['["everyone"]', '["none"]'],
    'guesthouse.domainRule': ['["none"]', '["block"]'],
    'guesthouse.domains': ['[]', '["blocked.example"]'],
  })
  assert.deepEqual(await changesIn('Update a partner cross-tenant access setting'), {
    'guesthouse.automaticRedemption': ['[false]', '[true]'],
  })
  const group = await json(await frank.post('/v1.0/groups', { displayName: 'Named' }), 201)
  await frank.patch(`/v1.0/groups/${group['id']}`, { description: 'x' })
  assert.deepEqual(
    await changesIn('Update group'),
    { description: [null, null] },
    'what is somebody’s is named, and no more',
  )
})

test('faults §5: the audit log says from which address, until the one who did it is erased', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  await w.grant(w.fiona, w.fabrikam, 'globalAdministrator')
  const program = await registerApplication(w, w.fabrikam, w.frank, {
    scopes: ['Directory.AccessAsUser.All'],
  })
  const flow = await signOn(
    await relyingParty(w, program),
    await browserWith(w, w.fiona),
    program,
    {
      scope: `openid ${w.publicUrl}/.default`,
    },
  )
  const { access_token: token } = await flow.exchange()
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const init = { method: 'POST', headers, body: JSON.stringify({ displayName: 'From there' }) }
  await json(
    await w.app.request(`${w.publicUrl}/v1.0/groups`, init, {
      incoming: { socket: { remoteAddress: '203.0.113.7' } },
    }),
    201,
  )
  const address = async () =>
    (await json(await frank.get(filtered(audits, `activityDisplayName eq 'Add group'`))))[
      'value'
    ][0]['initiatedBy']['user']
  assert.equal((await address())['ipAddress'], '203.0.113.7')
  await json(await frank.delete(`/v1.0/users/${w.fiona.userId}`), 204)
  await json(await frank.delete(`/v1.0/directory/deletedItems/${w.fiona.userId}`), 204)
  assert.deepEqual(
    [(await address())['id'], (await address())['ipAddress']],
    [w.fiona.userId, null],
  )
})

test('faults §5: errors have codes of the published catalogue; what is ours is the code of the inner error', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const catalogue =
    /^(Authorization_RequestDenied|BadRequest|Forbidden|Request_\w+|InvalidAuthenticationToken)$/
  const deleted = w.userOf(w.bob, w.fabrikam)
  await frank.delete(`/v1.0/users/${deleted}`)
  await frank.post(`/v1.0/directory/deletedItems/${deleted}/guesthouse.hold`, { reason: 'x' })
  const told: [Response, number, string, string | undefined][] = [
    [
      await frank.delete(`/v1.0/directory/deletedItems/${deleted}`),
      409,
      'Request_BadRequest',
      'onHold',
    ],
    [
      await frank.delete(`/v1.0/directory/deletedItems/${w.fiona.userId}`),
      409,
      'Request_BadRequest',
      'notDeleted',
    ],
    [
      await frank.post(`/v1.0/directory/deletedItems/${deleted}/guesthouse.hold`, { reason: 'x' }),
      409,
      'Request_BadRequest',
      'alreadyHeld',
    ],
    [await frank.request('PUT', '/v1.0/users'), 405, 'Request_BadRequest', 'methodNotAllowed'],
    [await frank.post('/v1.0/users', undefined), 400, 'BadRequest', 'emptyBody'],
    [
      await frank.post(`/v1.0/directory/deletedItems/${deleted}/restore`, { no: 1 }),
      400,
      'Request_BadRequest',
      undefined,
    ],
    [
      await frank.post('/v1.0/directory/deletedItems/guesthouse.permanentlyDelete', { ids: [] }),
      400,
      'Request_BadRequest',
      undefined,
    ],
    [await frank.get('/v1.0/nothing'), 400, 'BadRequest', undefined],
  ]
  for (const [response, status, code, ours] of told) {
    const { error } = await json(response, status)
    assert.match(error.code, catalogue)
    assert.deepEqual([error.code, error.innerError.code], [code, ours])
  }
})

test('rows 47 and 57: users are found by when they came and were last here, deleted ones by name and when they went', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const [ada, bob] = [w.userOf(w.ada, w.fabrikam), w.userOf(w.bob, w.fabrikam)]
  await sql`update users set last_sign_in_at = ${w.now()} where tenant_id = ${w.fabrikam.id} and id = ${ada}`.execute(
    w.db,
  )
  await sql`update users set last_sign_in_at = ${new Date(w.now().getTime() - 90 * dayMs)} where tenant_id = ${w.fabrikam.id} and id = ${bob}`.execute(
    w.db,
  )
  const stale = new Date(w.now().getTime() - 30 * dayMs).toISOString()
  const users = async (filter: string) =>
    ids(await json(await frank.get(filtered('/v1.0/users', filter))))
  assert.deepEqual(
    await users(`userType eq 'Guest' and signInActivity/lastSignInDateTime le ${stale}`),
    [bob],
  )
  assert.deepEqual(
    await users(`userType eq 'Guest' and signInActivity/lastSignInDateTime gt ${stale}`),
    [ada],
  )
  assert.deepEqual(await users(`createdDateTime lt ${stale}`), [])
  assert.equal((await users(`createdDateTime ge ${stale}`)).length, 4)
  assert.deepEqual(await users(`displayName eq 'ADA LOVELACE'`), [ada])
  const name = String(
    (await json(await frank.get(`/v1.0/users/${bob}?$select=*`)))['userPrincipalName'],
  )
  await frank.delete(`/v1.0/users/${bob}`)
  await frank.delete(`/v1.0/users/${w.fiona.userId}`)
  const deleted = async (filter: string) =>
    ids(
      await json(
        await frank.get(filtered('/v1.0/directory/deletedItems/microsoft.graph.user', filter)),
      ),
    )
  assert.deepEqual(await deleted(`userType eq 'Guest'`), [bob])
  assert.deepEqual(
    await deleted(`userPrincipalName eq '${name}'`),
    [bob],
    'by the name that they had',
  )
  assert.deepEqual(await deleted(`startswith(displayName,'Fio')`), [w.fiona.userId])
  assert.equal((await deleted(`deletedDateTime ge ${stale}`)).length, 2)
  assert.deepEqual(await deleted(`deletedDateTime lt ${stale}`), [])
})

test('contract §7.10: a role and who holds it are read by their ids, by whoever sees roles', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const path = '/v1.0/roleManagement/directory'
  const { id: roleId } = roles.guestInviter
  const role = await json(await frank.get(`${path}/roleDefinitions/${roleId.toUpperCase()}`))
  assert.equal(role['displayName'], roles.guestInviter.displayName)
  const made = await json(
    await frank.post(`${path}/roleAssignments`, {
      principalId: w.fiona.userId,
      roleDefinitionId: roleId,
    }),
    201,
  )
  const address = `${path}/roleAssignments/${String(made['id'])}`
  const read = await json(await frank.get(`${address}?$expand=principal`))
  assert.deepEqual([read['principalId'], read['roleDefinitionId']], [w.fiona.userId, roleId])
  for (const nothing of [`${path}/roleDefinitions/${w.fiona.userId}`, `${path}/roleAssignments/x`])
    assert.equal((await refusal(await frank.get(nothing), 404)).code, 'Request_ResourceNotFound')
  assert.equal((await w.as(w.nora, w.northwind).get(address)).status, 404)
  assert.equal((await frank.delete(address)).status, 204)
  assert.equal((await frank.get(address)).status, 404)
})
