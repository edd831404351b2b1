/**
 * Files as people have them: every spelling is read or refused in words, and nothing is dropped in
 * silence (K8, K9).
 */
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from '../../test/properties.ts'
import { guesthouse } from '../../test/machines/command-line.ts'
import { world } from '../../test/world.ts'
import { parseCsv } from '../kernel/csv/csv.ts'
import { plainCell, writeCsv } from '../kernel/csv/csv-writing.ts'
import { listFaultWords, readGuestList } from '../kernel/csv/guest-list.ts'
import { guestRowProblemWords } from '../kernel/csv/guest-row-problem.ts'
import { newId } from '../kernel/ids.ts'
import { rows } from '../store/database.ts'
import { sql } from 'kysely'

type World = Awaited<ReturnType<typeof world>>
const folder = mkdtempSync(join(tmpdir(), 'guesthouse-files-'))
after(() => rmSync(folder, { recursive: true, force: true }))
let serial = 0
const file = (name: string, content: string | Uint8Array = ''): string => {
  const path = join(folder, `${serial++}-${name}`)
  writeFileSync(path, content)
  return path
}
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, mark = true): Uint8Array =>
  Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le')
const listOf = (text: string | Uint8Array) =>
  readGuestList(typeof text === 'string' ? utf8(text) : text)
const emailsOf = (text: string | Uint8Array): string[] => {
  const list = listOf(text)
  return 'rows' in list ? list.rows.map(({ email }) => email) : [listFaultWords(list)]
}

const table = (separator: string, end: string) =>
  [
    `Email${separator}Display Name`,
    `ada@x.example${separator}"Ada${separator} L."`,
    `bo@x.example${separator}`,
  ].join(end)
const cells = (row: string[]) =>
  row.map((text) => `"${text.toWellFormed().replaceAll('"', '""')}"`).join(',')
const group = (more: object) => ({ value: [{ displayName: `G${serial}`, ...more }] })

const inviting = async (w: World, content: string | Uint8Array) => {
  const results = file('results.csv')
  const said = await guesthouse([
    'invite',
    '--organization',
    w.fabrikam.domain,
    '--from',
    file('guests.csv', content),
    '--results',
    results,
    '--json',
  ])
  const csv = parseCsv(readFileSync(results, 'utf8'))
  return { ...said, lines: 'lines' in csv ? csv.lines.slice(1).map(({ cells }) => cells) : [] }
}
const importing = async (
  w: World,
  files: { users?: unknown; groups?: unknown; members?: unknown },
  ...more: string[]
) => {
  const results = file('results.json')
  const given = Object.entries(files).flatMap(([name, value]) => [
    `--${name}`,
    file(`${name}.json`, value instanceof Uint8Array ? value : JSON.stringify(value)),
  ])
  const said = await guesthouse([
    'import',
    '--organization',
    w.fabrikam.domain,
    ...given,
    '--results',
    results,
    ...more,
  ])
  const text = readFileSync(results, 'utf8')
  return { ...said, results: text === '' ? undefined : JSON.parse(text) }
}

test('K9, faults 59: separators, quotes, line ends, encodings and the case of headings are read as they come', () => {
  const expected = ['ada@x.example', 'bo@x.example']
  for (const separator of [',', ';', '\t', '|'])
    for (const end of ['\n', '\r\n', '\r']) {
      const text = table(separator, end)
      for (const bytes of [
        utf8(text),
        utf8(`\uFEFF${text}`),
        utf16(text),
        utf16(text, false),
        Buffer.from(utf16(text)).swap16(),
      ])
        assert.deepEqual(emailsOf(bytes), expected, JSON.stringify(text))
    }
  for (const heading of [
    'email',
    'EMAIL',
    'E-Mail',
    ' Mail ',
    'Email Address',
    'invitedUserEmailAddress',
  ])
    assert.deepEqual(emailsOf(`${heading}\nada@x.example`), ['ada@x.example'], heading)
  const list = listOf('sep=;\nname;email\n"O""Neil;\nSean";sean@x.example\n\n;;\n')
  assert.ok('rows' in list)
  assert.deepEqual(list.rows, [{ row: 1, email: 'sean@x.example', displayName: 'O"Neil;\nSean' }])
  const loose = parseCsv('email, name\n"a@x.example" , " Ada "\n\n"b@x.example",5" pipe\n')
  assert.ok('lines' in loose)
  assert.deepEqual(loose.lines, [
    { line: 1, cells: ['email', 'name'] },
    { line: 2, cells: ['a@x.example', 'Ada'] },
    { line: 4, cells: ['b@x.example', '5" pipe'] },
  ])
})

test('K9: a list that cannot be used says why, and where', () => {
  const sentences: readonly [string | Uint8Array, RegExp][] = [
    ['', /^it is empty$/],
    ['who,where\nx,y', /column email; parted by a comma it names "who", "where"$/],
    ['who;where\nx;y', /parted by a semicolon it names/],
    ['email,name\n"ada@x.example,Ada\n', /^a quote that opens in line 2 does not close$/],
    [
      'email,name\n"é@x.example","É\nL"\n\nx, "y\nz',
      /^a quote that opens in line 5 does not close$/,
    ],
    ['sep=,\nemail,name\n"ada"@x.example,Ada\n', /^line 3 goes on behind a closing quote/],
    [Buffer.from('email,name\nj@x.example,Jörg Müller\n', 'latin1'), /not text in UTF-8/],
  ]
  for (const [text, words] of sentences) assert.match(emailsOf(text)[0] ?? '', words)
  const list = listOf('email,name\nada@x.example,Ada,Countess\n')
  const problem = 'rows' in list ? list.rows[0]?.problem : undefined
  assert.match(
    problem === undefined ? '' : guestRowProblemWords(problem),
    /^line 2 has more cells than the headings/,
  )
})

test('K9, faults 60: a file in another encoding is refused as a whole, and nobody is invited by half a name', async () => {
  const w = await world()
  const said = await guesthouse([
    'invite',
    '--organization',
    w.fabrikam.domain,
    '--from',
    file('guests.csv', Buffer.from('email,displayName\nj@x.example,Jörg Müller\n', 'latin1')),
    '--results',
    file('r.csv'),
  ])
  assert.equal(said.code, 1)
  assert.match(
    said.err,
    /not text in UTF-8; in Excel, save it as "CSV UTF-8"\. Nobody was invited\./,
  )
})

test('K9, faults 64: Entra’s own template is taken: its version, its headings, its example', async () => {
  const w = await world()
  const eve = `eve-${newId()}@outside.example`
  const made = await inviting(
    w,
    `version:v1.0,,,\r\nEmail address to invite [inviteeEmail] Required,Redirection url [inviteRedirectURL] Required,Send invitation message (true or false) [sendEmail],Customized invitation message [customizedMessageBody]\r\nExample: chandler@fourthcoffee.com,https://myapplications.microsoft.com,TRUE,Example: Welcome\r\n${eve},https://myapps.example/,TRUE,"Hello, you"\r\n`,
  )
  assert.equal(made.code, 0, made.err)
  assert.deepEqual(
    made.lines.map(([row, email, outcome]) => [row, email, outcome]),
    [['1', eve, 'invited']],
  )
  const [sent] = await rows(
    w.db,
    sql<{
      url: string
      message: string
      sent: boolean
    }>`select redirect_url as url, message, sent_at is not null as sent from invitations where address = ${eve}`,
  )
  assert.deepEqual(sent, { url: 'https://myapps.example/', message: 'Hello, you', sent: true })
})

test('K8, faults 62: a row that is too long, or holds what cannot be stored, fails by itself; each row has its answer', async () => {
  const w = await world()
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => `${name}-${newId()}@outside.example`)
  const made = await inviting(
    w,
    `email,displayName,message,phone\n${a},Ada,,1\n${b},${'x'.repeat(300)},,\n${c},Cy,${'m'.repeat(3000)},2\n${d},Z\u0000y,,\n`,
  )
  assert.equal(made.code, 3, made.err)
  assert.deepEqual(
    made.lines.map(([, , outcome]) => outcome),
    ['invited', 'badWish', 'badWish', 'badWish'],
  )
  assert.match(made.lines[1]?.at(-1) ?? '', /longer than 256 characters/)
  assert.match(made.err, /Not taken from .*guests\.csv: phone \(2\)\./)
  assert.deepEqual(JSON.parse(made.out).notTaken, { phone: 2 })
})

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('x'.repeat(400), '\0', '=1+1', '\uD800', 'ada@x.example', ' ', '"'),
)
const anyProperty = fc.oneof(
  anything,
  fc.constantFrom(null, true, 7, [], {}, [null], { a: 1 }),
  fc.array(anything, { maxLength: 3 }),
)

test('K8: whatever stands in a list of guests, the command ends with 0 or 3 and answers every row', async () => {
  const w = await world()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anything, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
      async (table) => {
        const given = [`"first@x${serial}.example","","kept"`, ...table.map(cells)]
        const made = await inviting(w, `email,displayName,message\n${given.join('\n')}\n`)
        assert.ok(made.code === 0 || made.code === 3, `${made.code} ${made.err}`)
        const blank = table.filter((row) =>
          row.every((text) => text.toWellFormed().trim() === ''),
        ).length
        assert.equal(made.lines.length, given.length - blank)
      },
    ),
    { numRuns: 25 },
  )
})

test('K8: whatever stands in a list of users, the import ends with 0 or 3 and answers every row', async () => {
  const w = await world()
  const names = [
    'displayName',
    'userPrincipalName',
    'mail',
    'otherMails',
    'proxyAddresses',
    'accountEnabled',
    'jobTitle',
    'usageLocation',
    'businessPhones',
    'id',
    'deletedDateTime',
    '__proto__',
  ]
  const anyRow = fc.oneof(
    anyProperty,
    fc.dictionary(fc.constantFrom(...names), anyProperty, { maxKeys: 6 }),
  )
  const upn = () => `u${newId()}@${w.fabrikam.domain}`
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyRow, { maxLength: 6 }),
      fc.dictionary(fc.constantFrom(...names.slice(2)), anyProperty, { maxKeys: 3 }),
      async (value, more) => {
        const list = [
          ...value,
          { displayName: 'Good', userPrincipalName: upn() },
          { ...more, displayName: 'Maybe', userPrincipalName: upn() },
        ]
        const { code, err, results } = await importing(w, { users: { value: list } })
        assert.ok(code === 0 || code === 3, `${code} ${err}`)
        assert.equal(
          results.imported.users + results.skipped.length + results.failed.length,
          list.length,
        )
        assert.ok(results.imported.users >= 1)
      },
    ),
    { numRuns: 25 },
  )
})

test('K9, faults 66: what is deleted where the file comes from is left out, with a reason, and so is who was in it', async () => {
  const w = await world()
  const users = [
    {
      id: 'u1',
      displayName: 'Live',
      userPrincipalName: `live@${w.fabrikam.domain}`,
      accountEnabled: true,
      deletedDateTime: null,
    },
    {
      id: 'u2',
      displayName: 'Gone',
      userPrincipalName: `0b6e0000000000000000000000000000gone@${w.fabrikam.domain}`,
      accountEnabled: true,
      deletedDateTime: '2026-01-01T00:00:00Z',
    },
  ]
  const groups = [{ id: 'g1', displayName: 'G', members: [{ id: 'u1' }, { id: 'u2' }] }]
  const { code, out, results } = await importing(w, {
    users: { value: users },
    groups: { value: groups },
  })
  assert.equal(code, 0)
  assert.deepEqual(results.imported, { users: 1, groups: 1, memberships: 1 })
  assert.deepEqual(
    results.skipped.map(({ reason }: { reason: string }) => /deleted in/.test(reason)),
    [true, true],
  )
  assert.match(out, /2 are deleted where they come from/)
  assert.equal(
    (
      await rows(
        w.db,
        sql`select 1 from live_users where tenant_id = ${w.fabrikam.id} and name_key like '%gone@%'`,
      )
    ).length,
    0,
  )
})

test('K9, faults 68: users that do not say whether they are enabled are told, unless that was said for them', async () => {
  const w = await world()
  const users = () => ({
    value: [null, undefined, true].map((accountEnabled) => ({
      displayName: 'U',
      userPrincipalName: `u${newId()}@${w.fabrikam.domain}`,
      accountEnabled,
    })),
  })
  const told = await importing(w, { users: users() })
  assert.match(
    told.err,
    /2 users do not say whether they are enabled \(accountEnabled\), and count as enabled\..*--assume-enabled/,
  )
  assert.equal(told.results.assumedEnabled, 2)
  assert.doesNotMatch(
    (await importing(w, { users: users() }, '--assume-enabled')).err,
    /accountEnabled/,
  )
})

test('K9, faults 69: members that are one page of more are told, as a page of users is', async () => {
  const w = await world()
  const next = await importing(w, {
    groups: group({ members: [], 'members@odata.nextLink': 'https://graph.example/next' }),
  })
  assert.match(next.err, /the members of "G\d+" are one page of more \(members@odata\.nextLink\)/)
  assert.equal(next.results.incomplete.length, 1)
  const users = Array.from({ length: 20 }, (_, n) => ({
    id: `m${n}`,
    displayName: 'M',
    userPrincipalName: `m${n}.${newId()}@${w.fabrikam.domain}`,
    accountEnabled: true,
  }))
  const full = await importing(w, {
    users: { value: users },
    groups: group({ members: users.map(({ id }) => ({ id })) }),
  })
  assert.match(full.err, /are exactly 20, which is all that \$expand gives/)
  assert.equal(full.results.imported.memberships, 20)
})

test('K9, faults 71: what PowerShell writes is taken: capitals, a list by itself, UTF-16, what it puts beside', async () => {
  const w = await world()
  const row = {
    Id: 'p1',
    DisplayName: 'Pia',
    UserPrincipalName: `pia.${newId()}@${w.fabrikam.domain}`,
    AccountEnabled: false,
    Manager: { Id: null, Notes: {} },
    Mail: null,
    AdditionalProperties: { jobTitle: 'Pilot' },
  }
  const groups = [
    {
      Id: 'g',
      DisplayName: 'Pilots',
      Members: [{ Id: 'p1', AdditionalProperties: { '@odata.type': '#microsoft.graph.user' } }],
    },
  ]
  const made = await importing(w, {
    users: utf16(JSON.stringify(row)),
    groups: utf16(JSON.stringify(groups)),
  })
  assert.equal(made.code, 0, made.err)
  assert.deepEqual(
    [made.results.imported, made.results.notTaken],
    [{ users: 1, groups: 1, memberships: 1 }, {}],
  )
  const [pia] = await rows(
    w.db,
    sql`select display_name as name, account_enabled as enabled, job_title as job from live_users where tenant_id = ${w.fabrikam.id} and display_name = 'Pia'`,
  )
  assert.deepEqual(pia, { name: 'Pia', enabled: false, job: 'Pilot' })
  const missing = await importing(w, { users: [{ DisplayName: 'X' }] })
  assert.deepEqual(
    [missing.results.failed[0].key, missing.results.failed[0].reason],
    ['X', 'userPrincipalName: is missing'],
  )
})

test('K9: pages in one file are one list, and what is not taken is counted by name, in the results and on the screen', async () => {
  const w = await world()
  const user = (more: object) => ({
    displayName: 'U',
    userPrincipalName: `u${newId()}@${w.fabrikam.domain}`,
    accountEnabled: true,
    ...more,
  })
  const pages = [
    {
      '@odata.nextLink': 'https://graph.example/2',
      value: [
        user({ costCenter: '7', faxNumber: null }),
        user({ costCenter: '8', proxyAddresses: ['SMTP:a@x.example', 'X500:/o=x'] }),
      ],
    },
    {
      value: [
        user({
          onPremisesExtensionAttributes: { extensionAttribute1: null },
          hireDate: '2020-01-01',
        }),
      ],
    },
  ]
  const { err, results } = await importing(w, { users: pages })
  assert.deepEqual([results.imported.users, results.incomplete], [3, []])
  assert.deepEqual(Object.values(results.notTaken), [
    { costCenter: 2, 'proxyAddresses that are no mail': 1, hireDate: 1 },
  ])
  assert.match(
    err,
    /Not taken from .*users\.json: costCenter \(2\), proxyAddresses that are no mail \(1\), hireDate \(1\)\./,
  )
})

test('K10: no cell of a list begins like a formula, in wide letters either', () => {
  for (const text of [
    '=1+1',
    '+1',
    '-1',
    '@x',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    ' =1',
    '\u200B=1',
    '\t=1',
    '\rx',
    '\nx',
  ])
    assert.equal(plainCell(text), `'${text}`, JSON.stringify(text))
  for (const text of ['', 'Ada', 'a=b', '1-1', 'ada@x.example']) assert.equal(plainCell(text), text)
  fc.assert(
    fc.property(
      fc.array(
        fc.array(fc.string({ unit: fc.constantFrom(...'ab",;\n=＝|') }), {
          minLength: 2,
          maxLength: 3,
        }),
        {
          minLength: 1,
          maxLength: 4,
        },
      ),
      (table) => {
        const csv = parseCsv(writeCsv([['first', 'second'], ...table]))
        assert.ok('lines' in csv)
        const expected = table
          .map((row) => row.map((text) => plainCell(text).trim()))
          .filter((row) => row.some((text) => text !== ''))
        assert.deepEqual(
          csv.lines.slice(1).map(({ cells }) => cells),
          expected,
        )
      },
    ),
  )
})
