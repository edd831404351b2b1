import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Json } from '../../test/json.ts'
import { guesthouse } from '../../test/machines/command-line.ts'
import { store } from '../../test/store.ts'
import { world, type Organization } from '../../test/world.ts'
import { operatorAuthority } from '../directory/authority.ts'
import { mostDomains } from '../directory/organizations/add-domain.ts'
import { deleteUser } from '../directory/users/delete.ts'
import { refusals } from '../edge/refusals/refusals.ts'
import { holdUser } from '../privacy/hold.ts'
import { ConfigError } from '../kernel/config.ts'
import { dayMs, plus } from '../kernel/time.ts'
import { firstRow } from '../store/database.ts'
import { sql } from 'kysely'
import { StoreUnavailable } from '../store/store-error.ts'
import { endOf, storeFailure } from './failure.ts'

const json = async (...argv: readonly string[]) => {
  const said = await guesthouse([...argv, '--json'])
  assert.equal(said.code, 0, said.err)
  return JSON.parse(said.out) as Json
}
const suffix = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`

test('every command explains itself', async () => {
  const commands = [
    'serve',
    'migrate',
    'demo',
    'organization',
    'organization create',
    'organization list',
    'organization add-domain',
    'organization close',
    'organization suspend',
    'organization reopen',
    'application',
    'application add',
    'application list',
    'application remove',
    'key',
    'key list',
    'key rotate',
    'key withdraw',
    'invite',
    'leave',
    'purge',
    'import',
    'user',
  ]
  const ofUsers = ['create', 'disable', 'enable', 'delete', 'restore', 'purge'].map(
    (name) => `user ${name}`,
  )
  for (const command of [...commands, ...ofUsers]) {
    const { code, out } = await guesthouse([...command.split(' '), '--help'])
    assert.equal(code, 0, command)
    assert.match(out, new RegExp(`Usage: guesthouse ${command}`))
  }
})

test('wrong usage ends with 2 and says how it is used', async () => {
  const wrong = [
    ['nonsense'],
    ['organization', 'create', '--name', 'X'],
    ['organization', 'create', '--name', 'X', '--domain', 'not a domain'],
    ['organization', 'create', '--name', ' ', '--domain', 'x.example'],
    [
      'organization',
      'create',
      '--name',
      'X',
      '--domain',
      'x.example',
      '--privacy-contact',
      'nobody',
    ],
    ['user', 'create', '--organization', 'x.example', '--name', 'X'],
    [
      'user',
      'create',
      '--organization',
      'x.example',
      '--name',
      'X',
      '--guest',
      'a@b.example',
      '--password-link',
    ],
    [
      'user',
      'create',
      '--organization',
      'x.example',
      '--name',
      'X',
      '--guest',
      'a@b.example',
      '--role',
      'King',
    ],
    ['user', 'disable'],
    ['purge'],
    ['import', '--organization', 'x.example', '--results', 'r.json'],
  ]
  for (const argv of wrong) {
    const { code, err } = await guesthouse(argv)
    assert.equal(code, 2, argv.join(' '))
    assert.notEqual(err, '')
  }
})

test('what stops a command has an exit code of its own, and a sentence that says what next', () => {
  assert.equal(endOf(new ConfigError('PORT: too large')).code, 2)
  assert.deepEqual(
    endOf(storeFailure(new AggregateError([new Error('connect ECONNREFUSED')]), 'PostgreSQL')),
    {
      code: 4,
      message:
        'The store (PostgreSQL) cannot be opened: connect ECONNREFUSED. Mend that, or check DATABASE_URL or GUESTHOUSE_DATA, then try again.',
    },
  )
  assert.equal(endOf(new StoreUnavailable('disk full')).code, 4)
  assert.equal(endOf(new Error('a bug')).code, 1)
})

test('an application of an organization is made with a secret and what it may do by itself, before anybody has signed in', async () => {
  const domain = `apps-${suffix()}.example`
  await json('organization', 'create', '--name', 'Apps', '--domain', domain)
  const add = ['application', 'add', '--name', 'Cleaner', '--organization', domain]
  const made = await json(...add, '--permission', 'User.ReadWrite.All', 'AuditLog.Read.All')
  assert.match(String(made['clientSecret']), /^[\w-]{40,}$/)
  assert.deepEqual(made['permissions'], ['User.ReadWrite.All', 'AuditLog.Read.All'])
  const given = await sql<{ permission: string }>`select g.permission from application_permissions g
    join applications a on a.tenant_id = g.tenant_id and a.id = g.application_id
    where a.app_id = ${made['clientId']}::uuid order by 1`.execute(store.db)
  assert.deepEqual(
    given.rows.map(({ permission }) => permission),
    ['AuditLog.Read.All', 'User.ReadWrite.All'],
  )
  for (const wrong of [
    [...add, '--permission', 'User.Nothing'],
    [...add, '--redirect-uri', 'https://tool.example/callback'],
    [...add, '--kind', 'spa'],
    [...add, '--no-pkce'],
    ['application', 'add', '--name', 'X'],
    [
      'application',
      'add',
      '--name',
      'X',
      '--redirect-uri',
      'https://x.example/',
      '--permission',
      'User.Read.All',
    ],
  ])
    assert.equal((await guesthouse(wrong)).code, 2, wrong.join(' '))
  const clientId = String(made['clientId'])
  for (const all of [[], ['--organization', domain]]) {
    const { value } = await json('application', 'list', ...all)
    const shown = value.find((one: Json) => one['clientId'] === clientId)
    assert.deepEqual([shown['displayName'], shown['organization']], ['Cleaner', 'Apps'])
  }
  const removed = await guesthouse(['application', 'remove', clientId])
  assert.match(removed.out, /Removed Cleaner\. Apps can restore it/)
  assert.ok(!(await guesthouse(['application', 'list'])).out.includes(clientId))
  assert.equal((await guesthouse(['application', 'remove', clientId])).code, 1)
})

test('a program for the account API is registered, listed and removed; what cannot be is refused with words', async () => {
  const name = `Tool ${suffix()}`
  const add = ['application', 'add', '--name', name, '--redirect-uri']
  const web = await json(...add, 'https://tool.example/callback')
  assert.match(String(web['clientSecret']), /^[\w-]{40,}$/)
  const spa = await json(
    ...add,
    'https://tool.example/callback',
    'https://tool.example/other',
    '--kind',
    'spa',
  )
  assert.equal(spa['clientSecret'], null, 'a page keeps no secret')
  const plain = await json(...add, 'https://tool.example/callback', '--no-pkce')
  const kept = await sql<{ required: boolean }>`select pkce_required as required from applications
    where app_id in (${web['clientId']}::uuid, ${plain['clientId']}::uuid) order by pkce_required`.execute(
    store.db,
  )
  assert.deepEqual(kept.rows, [{ required: false }, { required: true }])
  const listed = await guesthouse(['application', 'list'])
  assert.ok(listed.out.includes(String(web['clientId'])) && listed.out.includes(name))
  assert.equal((await guesthouse(['application', 'remove', String(web['clientId'])])).code, 0)
  assert.ok(!(await guesthouse(['application', 'list'])).out.includes(String(web['clientId'])))
  assert.match(
    (await guesthouse(['application', 'remove', String(web['clientId'])])).err,
    /No program has the client id/,
  )
  for (const [wrong, says] of [
    [[...add, 'http://tool.example/'], /not safe/],
    [[...add, 'tool'], /not an address/],
    [[...add, 'https://tool.example/', '--kind', 'other'], /--kind takes web, spa, native/],
  ] as const) {
    const { code, err } = await guesthouse(wrong)
    assert.equal(code, 2)
    assert.match(err, says)
  }
})

test('an organization is made once per domain, and listed', async () => {
  const domain = `cli-${suffix()}.example`
  const made = await json(
    'organization',
    'create',
    '--name',
    'Zoë “Quotes” מלון 🏨',
    '--domain',
    domain.toUpperCase(),
  )
  assert.equal(made['domain'], domain)
  const again = await guesthouse(['organization', 'create', '--name', 'Other', '--domain', domain])
  assert.deepEqual([again.code, /Choose another domain/.test(again.err)], [1, true])
  const { value } = (await json('organization', 'list')) as unknown as {
    value: { id: string; displayName: string; members: number }[]
  }
  assert.deepEqual(
    value
      .filter(({ id }) => id === made['id'])
      .map(({ displayName, members }) => [displayName, members]),
    [['Zoë “Quotes” מלון 🏨', 0]],
  )
})

test('a member is made with roles and a password link, in a domain of the organization only', async () => {
  const { db, contoso } = await world()
  const create = [
    'user',
    'create',
    '--organization',
    contoso.domain,
    '--name',
    'Dana',
    '--role',
    'user administrator',
    '--password-link',
  ]
  const made = await json(...create, '--user-principal-name', `dana@${contoso.domain}`)
  assert.match(made['passwordLink'] ?? '', /^http:\/\/localhost:7090\/password-link\/.{20,}/)
  const role = await firstRow(
    db,
    sql`select 1 from role_assignments where tenant_id = ${contoso.id} and user_id = ${made['id']}`,
  )
  assert.notEqual(role, undefined)
  const taken = await guesthouse([...create, '--user-principal-name', `DANA@${contoso.domain}`])
  assert.deepEqual([taken.code, /has a user/.test(taken.err)], [1, true])
  const foreign = await guesthouse([...create, '--user-principal-name', 'dana@elsewhere.example'])
  assert.deepEqual([foreign.code, /verified domain/.test(foreign.err)], [1, true])
})

test('a guest with a home here is one at once; a stranger is invited', async () => {
  const { db, carol, fabrikam } = await world()
  const create = ['user', 'create', '--organization', fabrikam.id, '--name', 'Somebody']
  const known = await json(...create, '--guest', carol.upn)
  const stranger = await json(...create, '--guest', 'vic@stranger.example')
  const stateOf = (id: string | undefined) =>
    firstRow(
      db,
      sql<{
        state: string
        person: string | null
      }>`select external_user_state as state, person_id as person from live_users
      where tenant_id = ${fabrikam.id} and id = ${id}`,
    )
  assert.deepEqual(await stateOf(known['id']), { state: 'Accepted', person: carol.personId })
  assert.deepEqual(await stateOf(stranger['id']), { state: 'PendingAcceptance', person: null })
  assert.match(stranger['userPrincipalName'] ?? '', /^vic_stranger\.example#EXT#@/)
  // And both are told what has happened, and what is next.
  const next = `guesthouse invite --organization ${fabrikam.domain} --email vic@stranger.example`
  for (const [made, ...said] of [
    [known, 'Accepted', 'notNeeded', null],
    [stranger, 'PendingAcceptance', 'none', next],
  ] as const)
    assert.deepEqual([made['externalUserState'], made['invitation'], made['next']], said)
  const words = await guesthouse([...create, '--guest', 'eve@stranger.example'])
  assert.match(
    words.out,
    /there is no invitation, and no mail was sent\. Next[^]*guesthouse invite/,
  )
  // What it says to do next is what lets them in.
  const invited = await json(...next.split(' ').slice(1))
  assert.equal(invited['userId'], stranger['id'])
})

test('a user is disabled, enabled, deleted, restored and permanently deleted by name or id', async () => {
  const { bob, fabrikam, userOf } = await world()
  const at = ['--organization', fabrikam.domain]
  const id = userOf(bob, fabrikam)
  const upn = `${bob.upn.replace('@', '_')}#EXT#@${fabrikam.domain}`
  assert.equal((await json('user', 'disable', ...at, upn.toUpperCase()))['outcome'], 'disabled')
  assert.equal((await json('user', 'enable', ...at, id))['outcome'], 'enabled')
  assert.match((await guesthouse(['user', 'purge', ...at, id, '--yes'])).err, /Only deleted users/)
  assert.ok((await json('user', 'delete', ...at, upn))['restorableUntil'])
  assert.equal((await guesthouse(['user', 'disable', ...at, upn])).code, 1)
  assert.equal((await json('user', 'restore', ...at, upn))['id'], id)
  await json('user', 'delete', ...at, id)

  assert.equal(
    (await guesthouse(['user', 'purge', ...at, upn])).code,
    2,
    'nobody is there to be asked',
  )
  assert.deepEqual(
    [(await guesthouse(['user', 'purge', ...at, upn], false)).code],
    [1],
    'no was answered',
  )
  const purged = await guesthouse(['user', 'purge', ...at, upn], true)
  assert.deepEqual([purged.code, /Nobody can undo this/.test(purged.err)], [0, true])
  assert.equal((await guesthouse(['user', 'restore', ...at, id])).code, 1)
})

test('what rules refuse is refused here too: the last administrator, a taken name, a legal hold', async () => {
  const { db, bob, frank, fabrikam, userOf, operator } = await world()
  const at = ['--organization', fabrikam.domain]
  assert.match(
    (await guesthouse(['user', 'delete', ...at, frank.upn])).err,
    /without a Global Administrator who can act/,
  )
  assert.match(
    (await guesthouse(['user', 'disable', ...at, frank.upn])).err,
    /without a Global Administrator who can act/,
  )
  const which = { tenantId: fabrikam.id, userId: userOf(bob, fabrikam) }
  await json('user', 'delete', ...at, which.userId)
  await holdUser(db, which, 'a case', operatorAuthority, operator())
  assert.match(
    (await guesthouse(['user', 'purge', ...at, which.userId, '--yes'])).err,
    /legal hold/,
  )
  await json('user', 'create', ...at, '--name', 'Bob again', '--guest', bob.upn)
  const conflict = await guesthouse(['user', 'restore', ...at, which.userId])
  assert.deepEqual([conflict.code, /already back as Bob again/.test(conflict.err)], [1, true])
})

test('several deleted users of one name are told apart by id', async () => {
  const { db, contoso, fabrikam } = await world()
  const at = ['--organization', contoso.domain]
  const name = `twin@${contoso.domain}`
  for (const twin of ['One', 'Two']) {
    await json('user', 'create', ...at, '--name', twin, '--user-principal-name', name)
    await json('user', 'delete', ...at, name)
  }
  const restored = await guesthouse(['user', 'restore', ...at, name])
  assert.deepEqual([restored.code, /Say which by id: \S+, \S+/.test(restored.err)], [1, true])
  assert.notEqual(db, undefined)
  assert.match(
    (await guesthouse(['user', 'restore', '--organization', fabrikam.domain, name])).err,
    /no deleted user/,
  )
})

test('R25: a guest leaves by the rules of the portal, with its reasons in sentences, and again has the first answer', async () => {
  const { ada, nora, fabrikam, northwind, contoso, userOf } = await world()
  const left = await json('leave', '--organization', fabrikam.domain, userOf(ada, fabrikam))
  const again = await json('leave', '--organization', fabrikam.domain, ada.upn)
  assert.deepEqual([again['reference'], again['again']], [left['reference'], true])

  await json('user', 'disable', '--organization', northwind.domain, userOf(ada, northwind))
  const blocked = await guesthouse(['leave', '--organization', northwind.domain, ada.upn])
  assert.deepEqual(
    [blocked.code, blocked.err.trim()],
    [
      1,
      'The guest cannot leave Northwind.\nTheir account is disabled at Northwind. An administrator of Northwind can delete it, or enable it so that they can leave.',
    ],
  )
  assert.match(
    (await guesthouse(['leave', '--organization', contoso.domain, ada.upn])).err,
    /Contoso is their home organization, which nobody leaves/,
  )
  assert.match(
    (await guesthouse(['leave', '--organization', fabrikam.domain, nora.upn])).err,
    /does not belong/,
  )
  await json(
    'user',
    'create',
    '--organization',
    fabrikam.id,
    '--name',
    'Invited',
    '--guest',
    'inv@stranger.example',
  )
  assert.match(
    (
      await guesthouse([
        'leave',
        '--organization',
        fabrikam.domain,
        `inv_stranger.example#EXT#@${fabrikam.domain}`,
      ])
    ).err,
    /not accepted/,
  )
})

test('purge --due erases those whose window has ended, and nobody else', async () => {
  const { db, ada, bob, fabrikam, userOf, operator } = await world()
  const deleteAt = (userId: typeof ada.userId, now: Date) =>
    deleteUser(db, { tenantId: fabrikam.id, userId }, operatorAuthority, { ...operator(), now })
  await deleteAt(userOf(ada, fabrikam), plus(new Date(), -31 * dayMs))
  await deleteAt(userOf(bob, fabrikam), plus(new Date(), -29 * dayMs))
  const { purged } = await json('purge', '--due', '--clock-is-right')
  assert.ok(Number(purged) >= 1)
  assert.equal(
    (await guesthouse(['user', 'restore', '--organization', fabrikam.id, userOf(ada, fabrikam)]))
      .code,
    1,
  )
  assert.equal(
    (await guesthouse(['user', 'restore', '--organization', fabrikam.id, userOf(bob, fabrikam)]))
      .code,
    0,
  )
})

test('an unknown organization or user is refused by name, and migrate says where the store is', async () => {
  const { contoso } = await world()
  assert.match(
    (await guesthouse(['user', 'delete', '--organization', 'nowhere.example', 'x'])).err,
    /no organization nowhere\.example/,
  )
  assert.match(
    (await guesthouse(['user', 'delete', '--organization', contoso.id, 'x@y'])).err,
    /has no user x@y/,
  )
  const { migrations } = (await json('migrate')) as unknown as { migrations: { name: string }[] }
  assert.equal(migrations[0]?.name, '0001_directory.sql')
})

test('R121: an operator closes an organization, its guests still leave it, and it is opened again', async () => {
  const w = await world()
  assert.equal((await guesthouse(['organization', 'close', w.fabrikam.domain])).code, 0)
  assert.equal((await w.as(w.frank, w.fabrikam).get('/v1.0/me')).status, 401)
  // Nobody there deletes whom their home keeps: the request that acts by itself is named.
  const atHome = (enabled: boolean) =>
    sql`update users set account_enabled = ${enabled}, disabled_at = case when ${enabled} then null else now() end
      where id = ${w.ada.userId}`.execute(w.db)
  await atHome(false)
  const kept = await guesthouse(['leave', '--organization', w.fabrikam.domain, w.ada.upn])
  assert.match(kept.err, /is closed, so nobody there can delete the guest: .*a week later/)
  assert.doesNotMatch(kept.err, /or one of/)
  await atHome(true)
  assert.equal((await w.as(w.ada).leave(w.fabrikam)).status, 200)
  assert.equal((await guesthouse(['organization', 'reopen', w.fabrikam.id])).code, 0)
  assert.equal((await w.as(w.frank, w.fabrikam).get('/v1.0/me')).status, 200)
})

test('a domain that an operator vouches for counts as verified, once', async () => {
  const w = await world()
  const domain = `second-${suffix()}.example`
  assert.equal(
    (await guesthouse(['organization', 'add-domain', w.fabrikam.id, domain.toUpperCase()])).code,
    0,
  )
  assert.equal((await guesthouse(['organization', 'add-domain', w.contoso.id, domain])).code, 1)
  assert.equal(
    (await guesthouse(['organization', 'add-domain', w.contoso.id, 'no domain'])).code,
    2,
  )
  const made = await w
    .as(w.frank, w.fabrikam)
    .post('/v1.0/users', { displayName: 'X', userPrincipalName: `x@${domain}` })
  assert.equal(made.status, 201)
})

const vouch = (organization: Organization, name: string) =>
  guesthouse(['organization', 'add-domain', organization.id, name])

test('7.7: an operator vouches for what an organization has added and not shown yet, which stays one domain, and for no more than it may have', async () => {
  const w = await world()
  const domain = `own-${suffix()}.example`
  const [frank, nora] = [w.as(w.frank, w.fabrikam), w.as(w.nora, w.northwind)]
  const domains = '/v1.0/domains'
  // Two wait to show it.
  for (const one of [frank, nora])
    assert.equal((await one.post(domains, { id: domain })).status, 201)
  const done = await vouch(w.fabrikam, domain)
  assert.deepEqual([done.code, done.err], [0, ''])
  const { value } = (await (await frank.get(domains)).json()) as Json
  assert.deepEqual(
    (value as Json[]).flatMap((one) => (one['id'] === domain ? [one['isVerified']] : [])),
    [true],
  )
  const user = { displayName: 'New', userPrincipalName: `new@${domain}` }
  assert.equal((await frank.post('/v1.0/users', user)).status, 201)
  assert.equal((await vouch(w.fabrikam, domain)).code, 0, 'once more changes nothing')
  const taken = await vouch(w.northwind, domain)
  assert.deepEqual([taken.code, /Another organization has/.test(taken.err)], [1, true])
  const log = (await (await frank.get('/v1.0/auditLogs/directoryAudits?$top=20')).json()) as Json
  assert.deepEqual(
    (log['value'] as Json[])
      .map((one) => String(one['activityDisplayName']))
      .filter((name) => name.includes('domain')),
    ['Verify domain', 'Add unverified domain'],
  )

  const spelled = await vouch(w.fabrikam, `Bücher-${domain}`)
  assert.match(spelled.out, /the verified domain xn--[a-z0-9-]+\.example now/)
  for (let n = (value as Json[]).length + 1; n < mostDomains; n++)
    assert.equal((await frank.post(domains, { id: `n${n}-${domain}` })).status, 201)
  const full = await vouch(w.fabrikam, `more-${domain}`)
  assert.deepEqual([full.code, full.err.includes(refusals.tooManyDomains.caller)], [1, true])
  assert.equal((await vouch(w.fabrikam, `n${mostDomains - 1}-${domain}`)).code, 0, 'it is there')
})

test('guests are invited one by one, or from a CSV file in which good rows are kept and bad ones told', async () => {
  const w = await world()
  const at = ['--organization', w.fabrikam.domain]
  const one = await json(
    'invite',
    ...at,
    '--email',
    `eve-${suffix()}@outside.example`,
    '--name',
    'Eve',
  )
  assert.match(one['url'] ?? '', /\/invitation\/[A-Za-z0-9_-]{43}$/)
  assert.equal((await guesthouse(['invite', ...at, '--email', 'nobody'])).code, 1)
  assert.equal((await guesthouse(['invite', ...at])).code, 2)

  const folder = mkdtempSync(join(tmpdir(), 'guesthouse-invite-'))
  const [from, results] = [join(folder, 'guests.csv'), join(folder, 'results.csv')]
  writeFileSync(
    from,
    `email,displayName,message\n"a-${suffix()}@outside.example","Smith, Ada","Hello ""you"""\nnobody,,\n${w.ada.upn},,\nb-${suffix()}@outside.example,Bo,\n`,
  )
  const many = await guesthouse(['invite', ...at, '--from', from, '--results', results])
  assert.equal(many.code, 3, many.err)
  assert.match(many.out, /Invited 2 of 4; 2 failed/)
  const lines = readFileSync(results, 'utf8').trim().split('\n')
  assert.equal(lines.length, 5)
  assert.match(lines[2] ?? '', /^2,nobody,badAddress/)
  assert.match(lines[3] ?? '', /alreadyGuest/)
  writeFileSync(from, 'name\nx\n')
  assert.match(
    (await guesthouse(['invite', ...at, '--from', from, '--results', results])).err,
    /column email/,
  )
  assert.equal((await guesthouse(['invite', ...at, '--from', from, '--results', from])).code, 2)
  rmSync(folder, { recursive: true })
})

test('K9: a file that is not there is refused in one sentence, whichever command was given it', async () => {
  const { contoso } = await world()
  const at = ['--organization', contoso.domain]
  const results = ['--results', join(tmpdir(), 'never-written')]
  for (const command of [
    ['invite', ...at, '--from', '/none/at-all', ...results],
    ['import', ...at, '--users', '/none/at-all', ...results],
    ['erasures', 'apply', '/none/at-all'],
  ]) {
    const { code, err } = await guesthouse(command)
    assert.deepEqual(
      [code, /^\/none\/at-all cannot be read: there is no such file\. [A-Z]/.test(err)],
      [1, true],
      err,
    )
  }
})
