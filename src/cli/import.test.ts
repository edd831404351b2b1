import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { guesthouse } from '../../test/machines/command-line.ts'
import { world } from '../../test/world.ts'
import { rows } from '../store/database.ts'
import { sql } from 'kysely'
import { faultPosition } from './import/read-list.ts'

const folder = mkdtempSync(join(tmpdir(), 'guesthouse-import-'))
after(() => rmSync(folder, { recursive: true, force: true }))

type Left = { file: string; row: number; key: string; reason: string }
type Results = {
  imported: Record<string, number>
  skipped: Left[]
  failed: Left[]
  stopped?: string
}
type World = Awaited<ReturnType<typeof world>>

let serial = 0
const write = (name: string, content: unknown): string => {
  const path = join(folder, `${serial++}-${name}.json`)
  writeFileSync(
    path,
    typeof content === 'string' || content instanceof Uint8Array
      ? content
      : JSON.stringify(content),
  )
  return path
}
const importing = async ({ contoso }: World, ...options: string[]) => {
  const results = join(folder, `${serial++}-results.json`)
  const said = await guesthouse([
    'import',
    '--organization',
    contoso.domain,
    '--results',
    results,
    ...options,
  ])
  const read = (): Results => JSON.parse(readFileSync(results, 'utf8')) as Results
  return { ...said, results, read }
}
const usersOf = ({ db, contoso }: World) =>
  rows(
    db,
    sql<{ name: string; type: string; state: string | null; enabled: boolean }>`
      select display_name as name, user_type as type, external_user_state as state, account_enabled as enabled
      from live_users where tenant_id = ${contoso.id} order by created_at, id`,
  )
const membersOf = async ({ db, contoso }: World, group: string) =>
  (
    await rows(
      db,
      sql<{ name: string }>`select u.display_name as name from memberships m
        join live_groups g on g.tenant_id = m.tenant_id and g.id = m.group_id and g.display_name = ${group}
        join live_users u on u.tenant_id = m.tenant_id and u.id = m.user_id
        where m.tenant_id = ${contoso.id} order by u.display_name`,
    )
  ).map(({ name }) => name)

test('users, groups and memberships come in as Graph lists them; ids in the files only connect the files', async () => {
  const w = await world()
  const { domain } = w.contoso
  const users = write('users', {
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users',
    value: [
      {
        id: 'u1',
        displayName: 'عائشة القاسم',
        userPrincipalName: `aisha@${domain}`,
        businessPhones: ['+1'],
        unknownThing: 7,
      },
      {
        id: 'u2',
        displayName: `O'Hara "Q"`,
        userPrincipalName: `ohara@${domain}`,
        accountEnabled: false,
        givenName: null,
        jobTitle: 'Cook',
      },
      {
        id: 'u3',
        displayName: 'Guest Accepted',
        userPrincipalName: 'g_x.example#EXT#@c.onmicrosoft.com',
        userType: 'Guest',
        externalUserState: 'Accepted',
      },
      {
        id: 'u4',
        displayName: 'Guest Pending',
        userPrincipalName: 'p_x.example#EXT#@c.onmicrosoft.com',
        userType: 'Guest',
      },
    ],
  })
  const groups = write('groups', {
    value: [
      {
        id: 'g1',
        displayName: 'Kitchen',
        description: null,
        mailNickname: 'kitchen',
        members: [{ id: 'u1' }, { id: 'u2' }],
      },
      { id: 'g2', displayName: 'Bar', mailNickname: 'bar' },
    ],
  })
  const members = write('members', {
    value: [
      { groupId: 'g2', members: [{ id: 'u3' }, { userPrincipalName: `AISHA@${domain}` }] },
      { group: 'Kitchen', members: [{ userPrincipalName: w.ada.upn }, { id: w.bob.userId }] },
    ],
  })
  const { code, err, read } = await importing(
    w,
    '--users',
    users,
    '--groups',
    groups,
    '--members',
    members,
  )
  assert.equal(code, 0, err)
  assert.deepEqual(read().imported, { users: 4, groups: 2, memberships: 6 })
  assert.deepEqual(
    (await usersOf(w))
      .slice(-4)
      .map(({ name, type, state, enabled }) => [name, type, state, enabled]),
    [
      ['عائشة القاسم', 'Member', null, true],
      [`O'Hara "Q"`, 'Member', null, false],
      ['Guest Accepted', 'Guest', 'Accepted', true],
      ['Guest Pending', 'Guest', 'PendingAcceptance', true],
    ],
  )
  assert.equal((await membersOf(w, 'Kitchen')).length, 4)
  assert.deepEqual((await membersOf(w, 'Bar')).toSorted(), ['Guest Accepted', 'عائشة القاسم'])

  const again = await importing(w, '--users', users, '--groups', groups, '--members', members)
  assert.equal(again.code, 0, again.err)
  assert.deepEqual(again.read().imported, { users: 0, groups: 0, memberships: 0 })
  assert.deepEqual(
    [again.read().skipped.length, new Set(again.read().skipped.map(({ reason }) => reason))],
    [12, new Set(['already here'])],
  )
})

test('good rows are kept when others fail, and each failed row has its reason', async () => {
  const w = await world()
  const { domain } = w.contoso
  const users = write('users', {
    value: [
      {
        id: 'a',
        displayName: 'Good One',
        userPrincipalName: `one@${domain}`,
        proxyAddresses: [`SMTP:shared@${domain}`],
      },
      { id: 'b', displayName: '', userPrincipalName: `two@${domain}` },
      { id: 'c', displayName: 'x'.repeat(257), userPrincipalName: `three@${domain}` },
      { id: 'd', displayName: 'Elsewhere', userPrincipalName: 'four@elsewhere.example' },
      { id: 'e', displayName: 'Same name', userPrincipalName: `ONE@${domain}` },
      {
        id: 'f',
        displayName: 'Same address',
        userPrincipalName: `six@${domain}`,
        proxyAddresses: [`smtp:shared@${domain}`],
      },
      'nonsense',
      { id: 'h', displayName: 'Zero\0', userPrincipalName: `eight@${domain}` },
      { id: 'i', displayName: '🏨'.repeat(256), userPrincipalName: `nine@${domain}` },
    ],
  })
  const members = write('members', {
    value: [
      { group: 'No such group', members: [{ id: 'a' }] },
      { members: [] },
      {
        group: 'Crew',
        members: [
          { id: 'a' },
          { id: 'zz' },
          {},
          { id: 'x', '@odata.type': '#microsoft.graph.group' },
        ],
      },
    ],
  })
  const groups = write('groups', {
    value: [
      { id: 'g', displayName: 'Crew' },
      { id: 'h', displayName: 'Crew' },
      { displayName: 'Bad', mailNickname: 'a b' },
    ],
  })
  const { code, err, read, out } = await importing(
    w,
    '--users',
    users,
    '--groups',
    groups,
    '--members',
    members,
  )
  assert.equal(code, 3)
  assert.match(err, /rows failed/)
  assert.match(out, /Imported 2 users, 1 groups and 1 memberships/)
  const { imported, failed } = read()
  assert.deepEqual(imported, { users: 2, groups: 1, memberships: 1 })
  const reasonOf = (file: string, row: number) =>
    failed
      .filter((left) => left.file.includes(file) && left.row === row)
      .map(({ reason }) => reason)
      .join('; ')
  const expected: [string, number, RegExp][] = [
    ['users', 2, /displayName: is empty/],
    ['users', 3, /longer than 256/],
    ['users', 4, /verified domain/],
    ['users', 5, /row 1 has the same userPrincipalName/],
    ['users', 6, /somebody has the address/],
    ['users', 7, /expected object/],
    ['users', 8, /zero character|control character/],
    ['members', 1, /no such group/],
    ['members', 2, /neither groupId nor group|members/],
    ['members', 3, /no such user.*|neither id nor/],
    ['members', 3, /is a group/],
    ['groups', 2, /same displayName/],
    ['groups', 3, /mailNickname/],
  ]
  for (const [file, row, reason] of expected)
    assert.match(reasonOf(file, row), reason, `${file} ${row}`)
  assert.equal(
    (await usersOf(w)).filter(({ name }) => name === 'Good One' || name.startsWith('🏨')).length,
    2,
  )
})

test('a file that is not whole is refused with its name and the place, and nothing is changed', async () => {
  const w = await world()
  const before = await usersOf(w)
  const users = write('users', {
    value: [{ displayName: 'New', userPrincipalName: `new@${w.contoso.domain}` }],
  })
  const whole = JSON.stringify(
    { value: [{ displayName: 'A', mailNickname: 'a' }, { displayName: 'B' }] },
    null,
    1,
  )
  const cuts: [string, string | Uint8Array, RegExp][] = [
    [
      'in a string',
      whole.slice(0, 60),
      /groups\.json breaks off at line \d+, column \d+ \(character \d+ of 60\)/,
    ],
    ['between rows', whole.slice(0, whole.lastIndexOf('{')), /breaks off at line/],
    ['in a word', '{"value":[{"id":tru', /groups\.json breaks off at line 1, column 20/],
    ['no JSON', '{"value": nothing}', /groups\.json is not JSON at line 1, column 11/],
    ['empty', '', /is empty/],
    ['no list', '{"error":{"code":"x"}}', /is no list/],
    [
      'half a letter',
      Buffer.from('{"value":[{"displayName":"é').subarray(0, -1),
      /not text in UTF-8/,
    ],
  ]
  for (const [what, content, expected] of cuts) {
    const said = await importing(w, '--users', users, '--groups', write('groups', content))
    assert.equal(said.code, 1, what)
    assert.match(said.err, expected, what)
    assert.match(said.err, /Nothing was imported/, what)
  }
  assert.match(
    (await importing(w, '--users', join(folder, 'none.json'))).err,
    /there is no such file/,
  )
  assert.deepEqual(await usersOf(w), before)
})

test('what PowerShell writes is read: UTF-16 with its mark, a bare list; one page of more is said to be that', async () => {
  const w = await world()
  const row = (name: string) => ({
    displayName: name,
    userPrincipalName: `${name.toLowerCase()}@${w.contoso.domain}`,
  })
  const utf16 = write('users', Buffer.from(`\uFEFF${JSON.stringify([row('Wide')])}`, 'utf16le'))
  assert.equal((await importing(w, '--users', utf16)).code, 0)
  const page = write('users', {
    '@odata.nextLink': 'https://graph.microsoft.com/v1.0/users?$skiptoken=x',
    value: [row('Paged')],
  })
  const said = await importing(w, '--users', page)
  assert.deepEqual([said.code, /one page of a longer list/.test(said.err)], [0, true])
})

test('several batches, and a results file that is written whole or not at all', async () => {
  const w = await world()
  const value = Array.from({ length: 450 }, (_, n) => ({
    displayName: `N ${n}`,
    userPrincipalName: `n${n}@${w.contoso.domain}`,
  }))
  const { code, read } = await importing(w, '--users', write('users', { value }))
  assert.deepEqual([code, read().imported['users']], [0, 450])
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.includes('.part-')),
    [],
  )
  const argv = [
    'import',
    '--organization',
    w.contoso.domain,
    '--users',
    write('users', { value: [] }),
    '--results',
  ]
  assert.equal((await guesthouse([...argv, join(folder, 'no', 'such', 'folder.json')])).code, 2)
})

test('the place of a fault is found where JSON.parse does not name it', () => {
  assert.equal(faultPosition('{"a": nope}', 'Unexpected token'), 6)
  assert.equal(faultPosition('[1, 2', 'Unexpected end of JSON input'), 5)
  assert.equal(faultPosition('x', 'at position 12 (line 1)'), 12)
})
