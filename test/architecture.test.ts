/**
 * The rules about the code: what each folder may import, how large it may be, and who may open
 * which door. The table stands in docs/architecture.md, the sentence of a folder in its README.md.
 * Read down, never up.
 */
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { test } from 'node:test'

const map = readFileSync('docs/architecture.md', 'utf8')

/**
 * folder → the folders it may import, each with what narrows that: `types` for types alone, `types
 * and errors`. `*` stands for all.
 */
const folders = new Map(
  [...map.matchAll(/^([a-z/-]+) +→ (.+)$/gm)].map(([, name = '', told = '']) => {
    const all =
      told === 'everything'
        ? [['*', '*']]
        : [...told.matchAll(/([a-z/-]+)(?: \(([a-z ]+)\))?/g)].map(([, to = '', only = '']) => [
            to,
            only,
          ])
    return [name, new Map(told === 'nothing' ? [] : (all as [string, string][]))] as const
  }),
)

const sources = globSync('src/**/*.ts').filter((path) => !path.endsWith('.test.ts'))
const webSources = globSync('web/**/*.{ts,tsx}').filter((path) => !path.includes('.test.'))

/** The row that a file belongs to: its own folder, or the next one above that has a row. */
const folderOf = (path: string): string => {
  let folder = path.startsWith('web/') ? 'web' : dirname(path).replace(/^src\/?/, '')
  while (folder !== '' && folder !== '.' && !folders.has(folder))
    folder = folder.includes('/') ? dirname(folder) : ''
  return folder
}

type Import = { readonly from: string; readonly to: string; readonly only: 'types' | 'errors' | '' }

const importsOf = (path: string): Import[] =>
  [
    ...readFileSync(path, 'utf8').matchAll(
      /^import (type )?[^']*'(\.[^']+)'|\bimport\(\s*'(\.[^']+)'|^export [^'\n]* from '(\.[^']+)'/gm,
    ),
  ].map(([, type, target, called, exported]) => {
    const to = normalize(join(dirname(path), target ?? called ?? exported ?? ''))
    return {
      from: path,
      to,
      only: type !== undefined ? 'types' : to.endsWith('-error.ts') ? 'errors' : '',
    }
  })

const imports = [...sources, ...webSources]
  .flatMap(importsOf)
  .filter(({ from, to }) => to.startsWith('src/') && folderOf(from) !== folderOf(to))

const isAllowed = ({ from, to, only }: Import): boolean => {
  const may = folders.get(folderOf(from))
  if (may === undefined) return false
  if (may.has('*')) return true
  const narrowed = may.get(folderOf(to))
  return narrowed !== undefined && (narrowed === '' || (only !== '' && narrowed.includes(only)))
}

test('there is something to look at', () => {
  assert.ok(sources.length > 300, `${sources.length} source files`)
  assert.ok(imports.length > 1_000, `${imports.length} imports across folders`)
  assert.ok(folders.size > 25, `${folders.size} rows`)
})

test('each folder of src stands in the table, and each row is a folder', () => {
  assert.deepEqual(
    sources.filter((path) => folderOf(path) === ''),
    [],
  )
  assert.deepEqual(
    [...folders.keys()].filter(
      (name) => name !== 'web' && globSync(`src/${name}/*.ts`).length === 0,
    ),
    [],
  )
})

test('folders import downwards only', () => {
  const wrong = imports.filter((one) => !isAllowed(one)).map(({ from, to }) => `${from} → ${to}`)
  assert.deepEqual([...new Set(wrong)].toSorted(), [])
})

test('the table goes down: whatever a row may import stands above it, and no edge imports an edge', () => {
  const names = [...folders.keys()]
  const edges = new Set(['graph', 'account', 'sign-in', 'oidc'])
  const wrong = [...folders].flatMap(([from, may]) =>
    [...may.keys()]
      .filter(
        (to) =>
          to !== '*' &&
          (names.indexOf(to) < 0 ||
            names.indexOf(to) >= names.indexOf(from) ||
            (edges.has(from) && edges.has(to))),
      )
      .map((to) => `${from} → ${to}`),
  )
  assert.deepEqual(wrong, [])
})

test('no arrow is allowed that nobody uses', () => {
  const used = new Set(imports.map(({ from, to }) => `${folderOf(from)} → ${folderOf(to)}`))
  const allowed = [...folders].flatMap(([from, may]) =>
    [...may.keys()].filter((to) => to !== '*').map((to) => `${from} → ${to}`),
  )
  assert.deepEqual(
    allowed.filter((arrow) => !used.has(arrow)),
    [],
  )
})

/** A package that is spoken with in one place → the folders that may import it. */
const packageDoors: Readonly<Record<string, RegExp>> = {
  pg: /^store\b/,
  kysely: /^store\b/,
  'oidc-provider': /^oidc$/,
  hono: /^(edge|pages|graph|account|sign-in|oidc|server|cli)$/,
  'openid-client': /^credentials$/,
  '@simplewebauthn/server': /^(credentials|sign-in)$/,
  nodemailer: /^mail$/,
}

test('a package that stands for a part of the product is imported by that part alone', () => {
  const wrong = sources.flatMap((path) =>
    [
      ...readFileSync(path, 'utf8').matchAll(
        /(?:from|import\()\s*'((?:@[\w-]+\/)?[a-z][\w-]*)(?:\/[^']*)?'/g,
      ),
    ]
      .filter(([, name = '']) => packageDoors[name]?.test(folderOf(path)) === false)
      .map(([, name]) => `${path} → ${name}`),
  )
  assert.deepEqual([...new Set(wrong)], [])
})

test('what a row holds is said by the columns of its statement, and claimed nowhere', () => {
  // `sql` takes no type and gives `unknown`; these are the ways around it.
  const claims = /\bsql<|\bsql(?:\.\w+)<|\$castTo|\bas RawBuilder<|\.rows(?:\[0\])? as /
  const template = /import \{[^}]*\bsql\b[^}]*\} from 'kysely'/
  const wrong = sources.filter((path) => {
    const text = readFileSync(path, 'utf8')
    if (path === 'src/store/columns.ts') return template.test(text)
    return claims.test(text) || (template.test(text) && path !== 'src/store/database.ts')
  })
  assert.deepEqual(wrong, [])
})

/** The most source files that a folder may hold: a room one knows. */
const maxFiles = 25

test('no folder holds more files than one can know', () => {
  const counts = new Map<string, number>()
  for (const path of [...sources, ...webSources])
    counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1)
  assert.deepEqual(
    [...counts].filter(([, count]) => count > maxFiles),
    [],
  )
})

test('each folder begins with a sentence that says what it owns, and the map of the code tells the same', () => {
  const beside = globSync('{test,bench,scripts}/**/*.ts')
  const all = [...new Set([...sources, ...webSources, ...beside].map(dirname))]
  const wrong = all.flatMap((folder) => {
    if (!existsSync(`${folder}/README.md`)) return [`${folder} has no README.md`]
    const [heading, , owns = '', , handsOn = ''] = readFileSync(
      `${folder}/README.md`,
      'utf8',
    ).split('\n')
    const name = folder.replace(/^src\//, '')
    return [
      heading === `# ${name}` ? '' : `${folder}/README.md: its heading is the name of the folder`,
      owns.endsWith('.') && handsOn.endsWith('.')
        ? ''
        : `${folder}/README.md: what it owns, and whom it hands on to`,
      map.includes(`\n| \`${name}\` | ${owns} |\n`)
        ? ''
        : `docs/architecture.md: ${name} has no row with the sentence of its README.md`,
    ].filter((one) => one !== '')
  })
  assert.deepEqual(wrong, [])
})

test('edges ask use cases; they write no SQL', () => {
  const wrong = sources.filter(
    (path) =>
      /^src\/(graph|account)\//.test(path) &&
      /import \{[^}]*\bsql\b[^}]*\} from '(?:\.\.\/)+store/.test(readFileSync(path, 'utf8')),
  )
  assert.deepEqual(wrong, [])
})

test('K13: what a caller may is judged by the rows of the directory API, and by no handler', () => {
  const judges = new Set(['src/graph/admission.ts', 'src/graph/exchange.ts', 'src/graph/me.ts'])
  const wrong = sources
    .filter((path) => path.startsWith('src/graph/') && !judges.has(path))
    .filter((path) =>
      /import \{[^}]*\b(may|mayTouch|lackOf|lackAtDoor|lackForBody)\b[^}]*\} from '(?:\.\.\/)+access/.test(
        readFileSync(path, 'utf8'),
      ),
    )
  assert.deepEqual(wrong, [])
})

test('pages escape whatever stands in them: nothing is put in raw but the picture of an authenticator, which we draw', () => {
  const raw = /(?<![.\w])raw\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write\b/i
  const wrong = [
    ...sources,
    ...globSync('{src,web}/**/*.{js,tsx}'),
    ...globSync('web/**/*.ts'),
  ].filter((path) => raw.test(readFileSync(path, 'utf8')))
  assert.deepEqual(wrong.toSorted(), ['src/sign-in/security/authenticator-pages.ts'])
})

test('rules are pure: they import the kernel, the wire, other rules and tables of access', () => {
  const wrong = sources
    .filter((path) => path.endsWith('.rule.ts'))
    .flatMap((path) =>
      importsOf(path)
        .map(({ to }) => to)
        .filter(
          (target) =>
            !/^src\/(?:kernel|wire)\/|\.rule\.ts$|^src\/access\/(?:roles|sight|guest-levels)\.ts$/.test(
              target,
            ),
        )
        .map((target) => `${path} → ${target}`),
    )
  assert.deepEqual(wrong, [])
})

/**
 * Who may speak of the table `users` itself. Everybody else reads live_users; deleted_users is
 * opened by the deleted-items code.
 */
const usersDoor = new Set([
  'src/directory/users/create.ts',
  'src/directory/administrators.sql.ts',
  'src/directory/users/addresses.sql.ts',
  'src/directory/users/own-address.sql.ts',
  'src/store/keys-of-names.ts',
  // Whether somebody is deleted at home is told where they are a guest (R141).
  'src/store/relations.sql.ts',
  'src/directory/users/ways-in.sql.ts',
  'src/directory/users/update.ts',
  'src/directory/roles/assign.ts',
  'src/directory/guests/redeem.ts',
  'src/directory/guests/merge.ts',
  'src/directory/requests/asked-back.sql.ts',
  'src/directory/requests/by-address.sql.ts',
  'src/invitations/manage.ts',
  'src/directory/switch-users.sql.ts',
  'src/directory/users/soft-delete.sql.ts',
  'src/directory/users/end-access.ts',
  'src/people/person-of-identity.sql.ts',
  'src/directory/deleted/purge.ts',
  'src/directory/deleted/plan.sql.ts',
  'src/directory/deleted/objects/object-ties.sql.ts',
  'src/directory/deleted/objects/restore-object.sql.ts',
  'src/privacy/hold.ts',
  'src/directory/guests/home-gone.ts',
  'src/directory/lifecycle/attest.ts',
  // Where a guest stands in a list, whatever has become of them since.
  'src/directory/lifecycle/facts.sql.ts',
  'src/directory/lifecycle/end-date.ts',
  'src/directory/lifecycle/guests.sql.ts',
  'src/directory/lifecycle/set-end-date.ts',
  'src/directory/users/leave.sql.ts',
  'src/directory/users/stay-away.sql.ts',
  'src/privacy/proof.sql.ts',
  // Backups hold the deleted too.
  'src/privacy/backup/add-keys.ts',
  'src/privacy/backup/lines.ts',
  'src/privacy/backup/owners.ts',
  'src/privacy/backup/told.ts',
  'src/events/list.sql.ts',
  'src/events/record.ts',
  'src/events/verify-chain.ts',
  'src/directory/users/last-activity.sql.ts',
  'src/directory/links/ties.sql.ts',
  'src/directory/requests/list.sql.ts',
  'src/people/my-organizations.sql.ts',
  'src/directory/requests/ask.ts',
  'src/directory/requests/clock.sql.ts',
  'src/directory/requests/withdraw.ts',
  'src/directory/users/tell.ts',
  'src/privacy/copy.ts',
  'src/privacy/copy-columns.ts',
  'src/privacy/export.ts',
  'src/invitations/make-guest.ts',
  'src/directory/guests/end-pending.ts',
  'src/directory/deleted/bring-back.ts',
  'src/directory/deleted/erase.ts',
])
const deletedDoor = new Set([
  // The log is asked for by a name that somebody had.
  'src/events/named-objects.sql.ts',
  'src/invitations/invite.sql.ts',
  'src/directory/lock-user.sql.ts',
  'src/directory/named.sql.ts',
  'src/directory/many.ts',
  'src/directory/deleted/restore-many.ts',
  'src/directory/deleted/delete-many.ts',
  'src/directory/deleted/foresee-deletion.ts',
  'src/graph/users/purging.ts',
  'src/graph/users/many.ts',
  'src/invitations/find.sql.ts',
  'src/invitations/refusals.ts',
  'src/invitations/past.ts',
  'src/directory/deleted/restore.sql.ts',
  'src/directory/deleted/plan.sql.ts',
  'src/directory/deleted/purge.ts',
  'src/privacy/held.ts',
  'src/privacy/hold.ts',
  'src/directory/users/tell.ts',
  'src/directory/users/close-requests.sql.ts',
  'src/directory/deleted/list.sql.ts',
  'src/directory/protection/list.sql.ts',
  'src/privacy/proof.sql.ts',
  'src/receipts/find.sql.ts',
  'src/directory/organizations/overview.sql.ts',
  // Who has a name at a domain could come back with it.
  'src/directory/organizations/domain-use.sql.ts',
  'src/directory/findings/find.sql.ts',
])

const speakingOf = (pattern: RegExp): string[] =>
  sources.filter(
    (path) =>
      !path.startsWith('src/cli/demo') &&
      pattern.test(readFileSync(path, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')),
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

const addressOf = (names: string): RegExp =>
  new RegExp(
    String.raw`["'\x60}(^]\\?/(?:${names})(?![\w-]|\.ts)|["'\x60}]/sign-in/(?!demo)|/sign-in[\w/]*\?`,
  )
const addresses =
  'organizations|leave|receipts|my-data|profile|security|password|language|ask-removal'

const durations =
  /\b(?:86_?400(?:_?000)?|3_?600(?:_?000)?|60_?000)\b|[*/] 1_?000\b|\b1_?000 \*|\b(?:second|minute|hour|day)Ms =/

/**
 * What is done in one place: how it would be done by hand, and who may do it so (docs/style.md).
 */
const toldOnce: Readonly<Record<string, readonly [hand: RegExp, where: readonly string[]]>> = {
  // `signAsOrganization`; tokens for people are the library's.
  'signing as an organization': [/new SignJWT\(/, ['src/tokens/signing-keys.ts']],
  // `signOnsEnd`.
  'ending a sign-on': [/update oidc_sign_ons/, ['src/directory/users/end-access.ts']],
  // `homeUser` and `personAtHome`; a leave asks for the version of the row itself.
  'who somebody is at home': [
    /join \w+ (\w+) on \1\.(?:home_)?tenant_id = \w+\.(?:home_)?tenant_id and \1\.person_id = \w+\.id|\.home_tenant_id = \w+\.tenant_id and \w+\.id/,
    ['src/store/relations.sql.ts', 'src/directory/users/leave.sql.ts'],
  ],
  // `isInvited` and `hasAccepted`; what makes somebody invited sets it.
  'who has not accepted': [
    /(?<!set [^`]*)external_user_state(?:`\)\})? (?:=|is (?:not )?distinct from) 'PendingAcceptance'/,
    ['src/store/relations.sql.ts'],
  ],
  // The view `verified_domains`; whether each is verified stands in the list of all.
  'which domains are verified': [/verified_at is not null/, ['src/directory/organization.sql.ts']],
  // `defaultDomainOf`; the list of all says of each whether it is the default one.
  'the default domain of an organization': [
    /tenant_domains \w+ (?:where|on)[^`]*is_default/,
    ['src/store/relations.sql.ts'],
  ],
  // `domainKey`, whatever a domain is spelled in.
  'a domain as it is kept': [
    /(?:tenant|verified)_domains[\s\S]*name\.toLowerCase\(\)\}|domain\w*\.toLowerCase\(\)/,
    [],
  ],
  // Each holds the domain of the name before (`holdDomainOf`); who is deleted keeps theirs.
  'the name that a user gets': [
    /\buser_principal_name = (?!\$)|\bstoredColumns\(/,
    [
      'src/directory/deleted/bring-back.ts',
      'src/directory/users/create.ts',
      'src/directory/users/soft-delete.sql.ts',
      'src/directory/users/update.ts',
    ],
  ],
  // A choice that skips what others hold is made once, in a `with` that is materialized: a plan may
  // ask for another one for each row.
  'choosing what is claimed': [
    /(?:from|using|in) \(\s*select(?:(?!\) \w+\s+join|`\s*[,)])[\s\S]){0,400}? skip locked\)/,
    [],
  ],
  // `deliverInTurns`, `setDue`, `isStillTaken` and `deliverDue`; each table of debts is told there
  // as data.
  'delivering what is owed': [
    /attempts\w* = [\w.]*attempts\w* \+ 1|\bunderWay = new Set|2 \*\* Math\.min\(|\btakeInTurns[(<]|(?:next_try|_due)_at = \$\{(?:\w+\.)?until\}/,
    [
      'src/credentials/throttle.rule.ts',
      'src/outbound/delivery/deliver.ts',
      'src/outbound/delivery/in-turns.ts',
      'src/outbound/delivery/ladder.rule.ts',
      'src/outbound/lanes.ts',
    ],
  ],
  // `receiverOf`.
  'whose lane an address is on': [
    /URL\.parse\(address\)\?\.host\b|substring\([\w.]+_url from/,
    ['src/subscriptions/handshake.ts'],
  ],
  // `owners`, with `isOwnedByNobody`; whose rows a backup holds is told of each table.
  'which applications own what': [
    /(?:group|application)_owner_applications/,
    ['src/privacy/backup/told.ts', 'src/store/owners.sql.ts'],
  ],
  // `linkEvent`.
  'what is recorded of a link': [
    /details: \w+ === 'ownedRegistration'|activity: links\[|eventOf\([^;]*'group\.(?:member|owner)(?:Added|Removed)'/,
    ['src/directory/links/link-event.ts'],
  ],
  // `both`, `orOwned`, `readApplications` and their sisters.
  'the parts of published scopes': [
    /\b(?:both|peopleOnly|orOwned) = \(|\bread(?:Applications|Grants|Users) =\s*'/,
    ['src/access/published-parts.ts'],
  ],
  // `ownedCounts`.
  'what owning counts for': [/action === 'applications\.write'/, ['src/access/lack.ts']],
  // `subscribables`, and what is derived from them.
  'what can be subscribed to': [
    /'groups\/\{id\}\/(?:members|owners)'|=== 'groupMembers' (?:\|\||\?)|\bkind === 'users'/,
    ['src/access/subscribing.ts'],
  ],
  // `goingOnFrom`.
  'a clock that goes on': [/clock\(\)\.getTime\(\) - begun/, ['src/kernel/time.ts']],
  // `insertOf` and `listed`, or an array. A parameter for each has an end, at 65,535; of a filter
  // two hundred comparisons are read at most.
  'rows of values in a statement': [
    /\b(?:values|in \() ?\(?\$\{sql\.join|\bvalues \$\{(?!roleNames\})/,
    ['src/store/condition.sql.ts'],
  ],
  // `lockTenant`.
  'holding an organization': [
    /select 1 from tenants where id = \$\{tenantId\} for/,
    ['src/directory/administrators.sql.ts'],
  ],
  // `byUser`, `bySystem`, `byOperator`.
  'the context of a change': [/\bactor: \{ kind:/, ['src/events/context.ts']],
  // `attempt` and `undo`: an error that is thrown for its outcome is no error.
  'undoing with an outcome': [
    /class \w+ extends Error \{\s*readonly (?:result|why|taken|problems)\b|savepoint/,
    ['src/store/database.ts'],
  ],
  // `bearerToken`; the gate and the provider ask whether there is such a header at all.
  'the access token of a request': [/\bbearer \+/i, ['src/edge/bearer.ts']],
  // `pathId`. Where an address names somebody by a name as well, by an id of two parts, or in the
  // log, it is read as what it is.
  'an id in an address': [
    /isUuid\([\s\S]*req\.param|req\.param[\s\S]*isUuid\(/,
    [
      'src/edge/path-id.ts',
      'src/graph/admission.ts',
      'src/graph/identity-providers/provider-identities.ts',
      'src/graph/users/param.ts',
      'src/server/request-log.ts',
    ],
  ],
  // `writeCookie`; what the provider's library has carried goes by its own answer, too.
  'a cookie': [/from 'hono\/cookie'/, ['src/edge/cookie.ts', 'src/oidc/records/carried.ts']],
  // `inBatches` and `eachAlone`.
  'work in batches': [/=== batchSize;|[a-z]+ < (?:batchSize|atOnce)\) return total/, []],
  'each by itself, whatever fails of the others': [
    /new AggregateError\(/,
    ['src/store/batches.ts'],
  ],
  // `writeRemembered`.
  'for how long a browser remembers': [/\b400 \* dayMs/, ['src/edge/cookie.ts']],
  // `page`; a mail is no page.
  'a whole page': [/<!doctype/i, ['src/pages/page.ts', 'src/words/mail/layout.ts']],
  // `beyond` and `ordered`, `cursorAfter` and `placeOf`.
  'where a page of a list begins': [/, \w+\.(?:user_)?id\) [<>] \(\$/, ['src/store/keyset.ts']],
  // `refusalJson`; the directory API has Microsoft Graph's envelope.
  'the envelope of a refusal': [
    /error: \{\s*code\b/,
    ['src/edge/refusal.ts', 'src/graph/refusals.ts'],
  ],
  // `emailIssuer`.
  'what a proved mailbox is known under': [/urn:guesthouse:email/, ['src/kernel/address.ts']],
  // `secondMs` and its sisters.
  'how long a second, a minute, an hour or a day is': [durations, ['src/kernel/time.ts']],
  // `pageAddresses` and the functions beside it; the account API has a table of its own.
  'the address of a page': [
    addressOf(`${addresses}|guests`),
    [
      'src/kernel/page-address.ts',
      'src/account/app.ts',
      'src/account/open-api-paths.ts',
      'src/account/answering/open-api-paths.ts',
      'src/client/account.ts',
    ],
  ],
  // `claimDomain` and `vouchForDomain`; an organization is made with one.
  'adding a domain': [/insert into tenant_domains/, ['src/directory/organizations/add-domain.ts']],
  // `longestDomain`.
  'how long a domain may be': [/\b253\b/, ['src/kernel/domain.ts']],
  // `isItself`.
  'whether an application does it to itself': [
    /actor\.kind === 'application' && /,
    ['src/events/context.ts'],
  ],
  // `allScopesOf`.
  'which scopes a grant holds': [/\bscopes \|\| (?:\w+\.)?agreed_scopes/, []],
  // `roleIdsOf`.
  'the roles of a user': [
    /select r\.role_id::text from role_assignments r\s+where r\.tenant_id = \w/,
    [],
  ],
  // `hasAuthenticator` and `readFactors`.
  'whether a code is asked for after the password': [
    /authenticators \w+\s+where[^`]*confirmed_at is not null/,
    ['src/credentials/held.sql.ts'],
  ],
  // `lastUsed`.
  'when somebody was last active, or came': [
    /coalesce\(\w+\.last_sign_in_at/,
    ['src/store/relations.sql.ts'],
  ],
  // `readKept`; a secret is made where there is none.
  'what is kept about the installation': [
    /from installation where name/,
    ['src/store/kept-value.ts', 'src/store/installation-secret.ts'],
  ],
  // `isAnyOrganization`.
  'whether there is an organization': [/state <> 'issuer' limit 1/, ['src/store/relations.sql.ts']],
  // `keptAnswers`.
  'what others say of themselves': [/WeakMap<Clock/, ['src/outbound/kept-answers.ts']],
  // `identityScopes` and `openIdScopes`.
  'the scopes of OpenID': [/'openid',\s*'(?:profile|offline_access)'/, ['src/wire/sign-on.ts']],
  // `adminPath`.
  'the addresses of the pages of the admin centre': [
    /\/admin\/\$\{/,
    ['src/kernel/page-address.ts'],
  ],
  // `graphPaths`.
  'the addresses of the directory API': [
    /['"`}]\/(?:v1\.0|beta)\b|v1\\\.0/,
    ['src/kernel/page-address.ts'],
  ],
  // `valueRequired` and `noProperty`; a batch is no resource.
  'what is said of a property that is not there': [
    /A value is required for property|Could not find a property named/,
    ['src/graph/refusals.ts', 'src/graph/batch/parts.ts'],
  ],
  // `csv.ts` and `csv-writing.ts`.
  CSV: [
    /from 'csv-(?:parse|stringify)[/']/,
    ['src/kernel/csv/csv.ts', 'src/kernel/csv/csv-writing.ts', 'src/graph/audit/audit.ts'],
  ],
}

test('there is one way for each thing, and everybody else goes by it', () => {
  const wrong = Object.entries(toldOnce).flatMap(([what, [hand, where]]) =>
    speakingOf(hand)
      .filter((path) => !where.includes(path))
      .map((path) => `${what}: ${path}`),
  )
  assert.deepEqual(wrong, [])
})

const speakingIn = (files: string, hand: RegExp): string[] =>
  globSync(files).filter(
    (path) => !/\.test\.tsx?$/.test(path) && hand.test(readFileSync(path, 'utf8')),
  )

/** The same for the web apps. */
const toldOnceInWeb: typeof toldOnce = {
  // `src/client/page-address.ts`; the admin centre has `/guests` of its own, below `/admin`.
  'the address of a page': [addressOf(addresses), []],
  // `src/client/time.ts`.
  'how long a second, a minute, an hour or a day is': [durations, []],
  // A field that is disabled while it is saved loses the focus.
  'waiting while something is saved': [/\bdisabled=\{[^}]*isPending/, []],
  // `Question`; with more in it than a sentence, its dialog stands alone.
  'asking before an act': [
    /<(?:ConfirmDialog|DiscardDialog)/,
    [
      'web/admin/kit/question.tsx',
      'web/ui/confirm-dialog.tsx',
      'web/admin/form/unsaved.tsx',
      'web/admin/deleted/purge-dialog.tsx',
      'web/admin/deleted/objects/object-restore-dialog.tsx',
      'web/admin/deleted/ticked-dialog.tsx',
      'web/admin/organization/leave-settings.tsx',
      'web/admin/invitations/use-settings-question.tsx',
      'web/admin/requests/answer-dialog.tsx',
      'web/admin/users/many/many-users-dialog.tsx',
      'web/admin/users/export-dialog.tsx',
      'web/admin/users/password-link.tsx',
    ],
  ],
  // `useSearchedList`.
  'searching and sorting a list': [/setOrderBy/, ['web/admin/table/use-searched-list.ts']],
  // `ObjectPage`; of a role its own list is read.
  'the page of one object': [
    /useParams/,
    ['web/admin/kit/object-page.tsx', 'web/admin/roles/role-page.tsx', 'web/admin/admin-frame.tsx'],
  ],
  // `EmptyList`.
  'that nothing was found': [/nothingFoundHint/, ['web/admin/table/empty-list.tsx']],
  // `domainsOf`; the list of all says of each whether it is the default one.
  'the default domain': [
    /isDefault/,
    [
      'web/admin/kit/domains.ts',
      'web/admin/domains/domains-page.tsx',
      'web/admin/domains/domain-dialogs.tsx',
    ],
  ],
  // `useRun` and `RunProgress`; of an export the server says how far it is.
  'how far something is': [
    /<ProgressBar/,
    ['web/admin/many/run-progress.tsx', 'web/admin/users/export-dialog.tsx'],
  ],
  'so many a request': [/\bmostAtOnce\b/, ['web/admin/many/use-run.ts']],
  // `CsvFileField` and `saveCsv`.
  'a CSV file that is brought': [/type="file"/, ['web/admin/many/csv-file-field.tsx']],
  'a CSV file that is taken along': [/\bwriteCsv\b/, ['web/admin/many/csv-file.ts']],
  // `bareList`.
  'a list without marks': [/listStyleType: 'none'/, ['web/ui/bare-list.ts']],
}

/**
 * A number of minutes, hours, days or weeks in any of the languages. One of them is `a day`; with
 * `#` it is a value.
 */
const numberOfTime = new RegExp(
  [
    String.raw`(?<![\w#])(?:\d+|two|three|four|five|six|seven|eight|ten|twelve|fourteen|thirty) (?:minute|hour|day|week)`,
    String.raw`(?<![\w#])(?:\d+|zwei|drei|vier|fünf|sechs|sieben|acht|zehn|vierzehn|dreißig) (?:Minute|Stunde|Tag|Woche)`,
    String.raw`(?<![\w#])(?:\d+|deux|trois|quatre|cinq|six|sept|huit|dix|quinze|trente) (?:minute|heure|jour|semaine)`,
    String.raw`(?<![\w#])(?:\d+|dos|tres|cuatro|cinco|seis|siete|ocho|diez|quince|treinta) (?:minuto|hora|día|semana)`,
    String.raw`\d+ ?(?:分|時間|日|週)`,
    String.raw`(?:\d+|ثلاثة|أربعة|خمسة|ستة|سبعة|ثمانية|عشرة|ثلاثين) (?:دقائق|دقيقة|ساعات|ساعة|أيام|يوم|أسابيع|أسبوع)`,
  ].join('|'),
  'i',
)

test('how long something lasts is a value in the words of every language, told where it is decided', () => {
  for (const said of [
    'for 10 minutes',
    'Three days are left',
    'noch drei Tage',
    'reste trois jours',
    '10 minutos',
    '残り 3 日',
    'ثلاثة أيام',
  ])
    assert.match(said, numberOfTime)
  assert.deepEqual(speakingIn('src/{words,wire}/**/*.ts', numberOfTime), [])
})

test('there is one way for each thing in the web apps too', () => {
  const wrong = Object.entries(toldOnceInWeb).flatMap(([what, [hand, where]]) =>
    speakingIn('web/**/*.{ts,tsx}', hand)
      .filter((path) => !where.includes(path))
      .map((path) => `${what}: ${path}`),
  )
  assert.deepEqual(wrong, [])
})

test('decision 25: the directory API has no shape of a body by hand, and no page says what it asks for', () => {
  assert.deepEqual(speakingIn('src/graph/**/*.ts', /\bz\.(?:strict|loose)?object\(/i), [
    'src/graph/body.ts',
  ])
  assert.deepEqual(speakingIn('{web,src/client}/**/*.{ts,tsx}', /\$select\b/), [
    'src/client/graph-calls.ts',
  ])
})

test('tables that belong to a tenant have it first in the primary key and in every foreign key to another such table', () => {
  const ddl = globSync('migrations/*.sql')
    .map((path) => readFileSync(path, 'utf8').replaceAll(/--.*$/gm, ''))
    .join('\n')
  const tables = [...ddl.matchAll(/create table (\w+) \(([\s\S]*?)\n\);/g)].map(
    ([, name = '', body = '']) => ({ name, body }),
  )
  const owned = tables.filter(({ body }) => /^\s*tenant_id uuid not null/m.test(body))
  assert.ok(owned.length >= 18, `${owned.length} tenant-owned tables`)
  const ownedNames = new Set(owned.map(({ name }) => name))
  for (const { name, body } of owned) {
    assert.match(body, /primary key \(tenant_id\b/, `${name}: primary key`)
    for (const [, columns = '', target = ''] of body.matchAll(
      /foreign key \(([^)]*)\) references (\w+)/g,
    ))
      if (ownedNames.has(target)) assert.match(columns, /^tenant_id\b/, `${name} → ${target}`)
    for (const [line, target = ''] of body.matchAll(/^\s*\w+ uuid[^,\n]* references (\w+)/gm))
      assert.ok(
        !ownedNames.has(target),
        `${name}: "${line.trim()}" points at ${target} without the tenant`,
      )
  }
})

test('a table that points at users is told among the ties, or in the copy of my data', () => {
  const ddl = globSync('migrations/*.sql')
    .map((path) => readFileSync(path, 'utf8').replaceAll(/--.*$/gm, ''))
    .join('\n')
  const told = [
    'src/directory/links/ties.sql.ts',
    'src/privacy/held.ts',
    'src/privacy/not-copied.ts',
  ]
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  const dropped = new Set([...ddl.matchAll(/drop table (\w+);/g)].map(([, table]) => table))
  for (const [, table = '', body = ''] of ddl.matchAll(/create table (\w+) \(([\s\S]*?)\n\);/g))
    for (const [, column = ''] of dropped.has(table)
      ? []
      : body.matchAll(/foreign key \(tenant_id, (\w+)\) references users/g))
      assert.ok(
        told.includes(`'${table}.${column}'`) ||
          (told.includes(`table: '${table}'`) && told.includes(`'${column}'`)),
        `${table}.${column}: a section in src/privacy/held.ts, or a row in src/directory/links/ties.sql.ts (R139, K11)`,
      )
})

test('no two migrations have one number: their order would be that of their names', () => {
  const numbers = globSync('migrations/*.sql').map((path) => path.slice(11, 15))
  assert.deepEqual(
    numbers.filter((one, place) => numbers.indexOf(one) !== place),
    [],
  )
})

test('migrations have no semicolon inside a command, which is how they are cut', () => {
  for (const path of globSync('migrations/*.sql'))
    assert.doesNotMatch(
      readFileSync(path, 'utf8').replaceAll(/--.*$/gm, ''),
      /\$\$|'[^'\n]*;[^'\n]*'/,
      path,
    )
})
