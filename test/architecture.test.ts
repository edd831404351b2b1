/**
 * The rules about the code, and their documentation: what each folder holds, what it may import, and who may open which door.
 * Read down, never up.
 */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { test } from 'node:test'

/** folder → [what it holds, the folders it may import]. `*` stands for all of them. A `types` import of the store is the name of the database type. */
const folders: Record<string, { holds: string; may: readonly string[] }> = {
  kernel: { holds: 'ids, time, words that names are found by, settings', may: [] },
  store: { holds: 'PostgreSQL, embedded or by address; migrations, paging, failures in our words', may: ['kernel'] },
  outbound: { holds: 'the one way out to addresses that tenants have set', may: ['kernel'] },
  wire: { holds: 'names and shapes on the wire, as schemas', may: ['kernel'] },
  events: { holds: 'every event as one union, writing and reading them', may: ['store', 'kernel'] },
  access: { holds: 'roles, and the table role × action', may: ['kernel'] },
  directory: {
    holds: 'organizations, users, groups, applications, roles, requests',
    may: ['mail', 'access', 'events', 'wire', 'store', 'kernel'],
  },
  mail: { holds: 'mail to be sent', may: ['store', 'kernel'] },
  words: { holds: 'what people read, by language', may: ['mail', 'kernel'] },
  invitations: { holds: 'inviting, redeeming, declining', may: ['directory', 'mail', 'access', 'events', 'store', 'kernel'] },
  oidc: {
    holds: 'the OpenID Connect provider; nobody else imports its library',
    may: ['outbound', 'sign-in', 'invitations', 'directory', 'access', 'events', 'edge', 'wire', 'store', 'kernel'],
  },
  privacy: { holds: 'a copy of my data', may: ['directory', 'mail', 'access', 'events', 'store', 'kernel'] },
  edge: { holds: 'what every edge does alike', may: ['access', 'events', 'wire', 'store', 'kernel'] },
  'sign-in': {
    holds: 'passwords, sessions, throttling, one-time links, and their pages',
    may: ['outbound', 'invitations', 'directory', 'mail', 'access', 'events', 'edge', 'words', 'store', 'kernel'],
  },
  graph: {
    holds: 'the directory API',
    may: ['outbound', 'oidc', 'sign-in', 'invitations', 'directory', 'privacy', 'access', 'events', 'edge', 'wire', 'store', 'kernel'],
  },
  account: {
    holds: 'the account API',
    may: ['oidc', 'sign-in', 'invitations', 'directory', 'privacy', 'access', 'events', 'edge', 'wire', 'store', 'kernel'],
  },
  worker: {
    holds: 'every recurring job in one table',
    may: ['invitations', 'directory', 'sign-in', 'oidc', 'mail', 'privacy', 'events', 'store', 'kernel'],
  },
  client: { holds: 'a typed client over a given fetch', may: ['wire', 'kernel'] },
  cli: { holds: 'the command guesthouse', may: ['*'] },
}

const sources = globSync('src/**/*.ts').filter((path) => !path.endsWith('.test.ts'))
const folderOf = (path: string): string => /^src\/([^/]+)\//.exec(path)?.[1] ?? ''
const importsOf = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, target]) =>
    normalize(join(dirname(path), target ?? '')),
  )

test('there is something to look at', () => assert.ok(sources.length > 40, `${sources.length} source files`))

/** Where instants are put into words: for mails, the server's pages and the command line, and in the reader's own way for the web apps. */
const writers = ['src/kernel/written-time.ts', 'src/words/speech.ts', 'web/ui/when.tsx']

test('issue 9: dates that people read are written in one place, and what machines read is no part of a sentence', () => {
  const all = [...sources, ...globSync('web/**/*.{ts,tsx}')]
  const formats = all.filter((path) =>
    /DateTimeFormat|toLocale(Date|Time)?String|to(Date|Time|UTC|GMT)String/.test(readFileSync(path, 'utf8')),
  )
  assert.deepEqual(formats.toSorted(), writers.toSorted())
  const inSentences = all.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/^.*\$\{[^}]*(toISOString|toJSON)\(\).*$/gm)].map(([line]) => `${path}: ${line.trim()}`),
  )
  const forMachines = /datetime="\$|"time":"\$|audit-\$\{/
  assert.deepEqual(
    inSentences.filter((line) => !forMachines.test(line)),
    [],
  )
  assert.deepEqual(
    all.filter((path) => /words/.test(path) && /toISOString|toJSON/.test(readFileSync(path, 'utf8'))),
    [],
  )
})

test('each folder of src stands in the table', () => {
  const found = new Set(sources.map(folderOf).filter((folder) => folder !== ''))
  assert.deepEqual(
    [...found].filter((folder) => !(folder in folders)),
    [],
  )
})

test('folders import downwards only', () => {
  const wrong = sources.flatMap((path) => {
    const from = folderOf(path)
    const may = folders[from]?.may
    if (may === undefined || may.includes('*')) return []
    return importsOf(path)
      .filter((target) => folderOf(target) !== from && !may.includes(folderOf(target)))
      .map((target) => `${path} → ${target}`)
  })
  assert.deepEqual(wrong, [])
})

const namesIn = (text: string): string[] => (text.replaceAll(/\([^)]*\)/g, '').match(/[a-z-]+/g) ?? []).filter((name) => name in folders)

test('the map of the code tells the same: what each folder may import, and that each has a line', () => {
  const map = readFileSync('docs/architecture.md', 'utf8')
  const told = new Map([...map.matchAll(/^([a-z-]+) +→ (.+)$/gm)].map(([, name = '', may = '']) => [name, may] as const))
  for (const [name, { may }] of Object.entries(folders)) {
    const line = told.get(name) ?? ''
    assert.deepEqual(line === 'everything' ? ['*'] : namesIn(line).toSorted(), [...may].toSorted(), name)
    assert.ok(map.includes(`\n| \`${name}\` | `), name)
  }
})

test('edges ask use cases; they write no SQL', () => {
  const wrong = sources.filter(
    (path) => /^src\/(graph|account)\//.test(path) && /import \{[^}]*\bsql\b[^}]*\} from '\.\.\/store/.test(readFileSync(path, 'utf8')),
  )
  assert.deepEqual(wrong, [])
})

test('K13: what a caller may is judged by the rows of the directory API, and by no handler', () => {
  const judges = new Set(['src/graph/admission.ts', 'src/graph/exchange.ts', 'src/graph/me.ts'])
  const wrong = sources
    .filter((path) => path.startsWith('src/graph/') && !judges.has(path))
    .filter((path) =>
      /import \{[^}]*\b(may|mayTouch|lackOf|lackAtDoor|lackForBody)\b[^}]*\} from '\.\.\/access/.test(readFileSync(path, 'utf8')),
    )
  assert.deepEqual(wrong, [])
})

test('pages escape whatever stands in them: nothing is put in raw but the picture of an authenticator, which we draw', () => {
  const raw = /(?<![.\w])raw\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write\b/i
  const wrong = [...sources, ...globSync('{src,web}/**/*.{js,tsx}'), ...globSync('web/**/*.ts')].filter((path) =>
    raw.test(readFileSync(path, 'utf8')),
  )
  assert.deepEqual(wrong, ['src/sign-in/security/authenticator-pages.ts'])
})

test('rules are pure: they import the kernel, the wire, other rules and tables of access', () => {
  const wrong = sources
    .filter((path) => path.endsWith('.rule.ts'))
    .flatMap((path) =>
      importsOf(path)
        .filter((target) => !/^src\/(?:kernel|wire)\/|\.rule\.ts$|^src\/access\/roles\.ts$/.test(target))
        .map((target) => `${path} → ${target}`),
    )
  assert.deepEqual(wrong, [])
})

/** Who may speak of the table `users` itself. Everybody else reads live_users; deleted_users is opened by the deleted-items code. */
const usersDoor = new Set([
  'src/directory/users/create.ts',
  'src/directory/administrators.sql.ts',
  'src/directory/users/addresses.sql.ts',
  'src/store/keys-of-names.ts',
  'src/directory/users/ways-in.sql.ts',
  'src/directory/users/update.ts',
  'src/directory/roles/assign.ts',
  'src/directory/guests/redeem.ts',
  'src/directory/guests/merge.ts',
  'src/directory/requests/by-address.ts',
  'src/invitations/invite.ts',
  'src/invitations/manage.ts',
  'src/directory/users/disable.ts',
  'src/directory/users/soft-delete.sql.ts',
  'src/directory/users/end-access.ts',
  'src/people/person-of-identity.sql.ts',
  'src/directory/deleted/restore.ts',
  'src/directory/deleted/restore.sql.ts',
  'src/directory/deleted/purge.ts',
  'src/privacy/hold.ts',
  'src/directory/guests/home-gone.ts',
  'src/directory/users/leave.sql.ts',
  'src/privacy/proof.sql.ts',
  'src/events/list.sql.ts',
  'src/events/record.ts',
  'src/directory/users/last-activity.sql.ts',
  'src/directory/links/ties.sql.ts',
  'src/directory/requests/list.sql.ts',
  'src/people/my-organizations.sql.ts',
  'src/directory/requests/ask.ts',
  'src/privacy/copy.ts',
  'src/people/sessions.ts',
])
const deletedDoor = new Set([
  'src/invitations/invite.sql.ts',
  'src/directory/lock-user.sql.ts',
  'src/invitations/find.sql.ts',
  'src/invitations/refusals.ts',
  'src/invitations/past.ts',
  'src/directory/deleted/restore.sql.ts',
  'src/directory/deleted/purge.ts',
  'src/privacy/hold.ts',
  'src/directory/users/tell.ts',
  'src/directory/deleted/list.sql.ts',
  'src/privacy/proof.sql.ts',
  'src/directory/organizations/overview.sql.ts',
  'src/events/list.sql.ts',
])

const speakingOf = (pattern: RegExp): string[] =>
  sources.filter(
    (path) => !path.startsWith('src/cli/demo') && pattern.test(readFileSync(path, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')),
  )

test('users are read through live_users; the table itself is for those who change it', () => {
  assert.deepEqual(
    speakingOf(/\b(from|join|update|into)\s+users\b/).filter((path) => !usersDoor.has(path)),
    [],
  )
})

test('deleted users stand behind a door of their own', () => {
  assert.deepEqual(
    speakingOf(/\bdeleted_users\b/).filter((path) => !deletedDoor.has(path)),
    [],
  )
})

test('tables that belong to a tenant have it first in the primary key and in every foreign key to another such table', () => {
  const ddl = globSync('migrations/*.sql')
    .map((path) => readFileSync(path, 'utf8').replaceAll(/--.*$/gm, ''))
    .join('\n')
  const tables = [...ddl.matchAll(/create table (\w+) \(([\s\S]*?)\n\);/g)].map(([, name = '', body = '']) => ({ name, body }))
  const owned = tables.filter(({ body }) => /^\s*tenant_id uuid not null/m.test(body))
  assert.ok(owned.length >= 18, `${owned.length} tenant-owned tables`)
  const ownedNames = new Set(owned.map(({ name }) => name))
  for (const { name, body } of owned) {
    assert.match(body, /primary key \(tenant_id\b/, `${name}: primary key`)
    for (const [, columns = '', target = ''] of body.matchAll(/foreign key \(([^)]*)\) references (\w+)/g))
      if (ownedNames.has(target)) assert.match(columns, /^tenant_id\b/, `${name} → ${target}`)
    for (const [line, target = ''] of body.matchAll(/^\s*\w+ uuid[^,\n]* references (\w+)/gm))
      assert.ok(!ownedNames.has(target), `${name}: "${line.trim()}" points at ${target} without the tenant`)
  }
})

test('a table that points at users is told among the ties, or in the copy of my data', () => {
  const ddl = globSync('migrations/*.sql')
    .map((path) => readFileSync(path, 'utf8').replaceAll(/--.*$/gm, ''))
    .join('\n')
  const told = ['src/directory/links/ties.sql.ts', 'src/privacy/held.ts'].map((path) => readFileSync(path, 'utf8')).join('\n')
  for (const [, table = '', body = ''] of ddl.matchAll(/create table (\w+) \(([\s\S]*?)\n\);/g))
    for (const [, column = ''] of body.matchAll(/foreign key \(tenant_id, (\w+)\) references users/g))
      assert.ok(
        told.includes(`'${table}.${column}'`) || (told.includes(`table: '${table}'`) && told.includes(`'${column}'`)),
        `${table}.${column}: a section in src/privacy/held.ts, or a row in src/directory/links/ties.sql.ts (R139, K11)`,
      )
})

test('migrations have no semicolon inside a command, which is how they are cut', () => {
  for (const path of globSync('migrations/*.sql'))
    assert.doesNotMatch(readFileSync(path, 'utf8').replaceAll(/--.*$/gm, ''), /\$\$|'[^'\n]*;[^'\n]*'/, path)
})
