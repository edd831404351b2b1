/** `$filter`: what each property takes, the grammar, and what clients send. */
import assert from 'node:assert/strict'
import { decided, eventual, holding, idsOf, ok, reads, type Area, type Check } from './row.ts'
import type { Stage } from './stage.ts'

const counted = (list: string, filter: string): string =>
  `${list}?$count=true&$filter=${encodeURIComponent(filter)}`

/** Fails with those of `filters` that the list refuses. */
const takes =
  (filters: readonly (readonly [list: string, filter: string])[]): Check =>
  async (s) => {
    const refused: string[] = []
    for (const [list, filter] of filters) {
      const { status } = await s.raw(`GET ${counted(s.fill(list), s.fill(filter))}`, {
        headers: eventual,
      })
      if (status !== 200) refused.push(`${list} ${filter}`)
    }
    assert.deepEqual(refused, [])
  }

const value: Readonly<Record<string, string>> = {
  accountEnabled: 'true',
  userType: "'Guest'",
  creationType: "'Invitation'",
  externalUserState: "'Accepted'",
  createdDateTime: '2026-01-01T00:00:00Z',
  employeeHireDate: '2026-01-01T00:00:00Z',
  externalUserStateChangeDateTime: '2026-01-01T00:00:00Z',
  renewedDateTime: '2026-01-01T00:00:00Z',
  expirationDateTime: '2026-01-01T00:00:00Z',
  id: "'{fiona}'",
  mailEnabled: 'true',
  securityEnabled: 'true',
  isAssignableToRole: 'true',
  onPremisesSyncEnabled: 'true',
}

const written = (name: string, operator: string): string => {
  const literal = value[name] ?? "'x'"
  if (operator === 'startsWith' || operator === 'endsWith') return `${operator}(${name},${literal})`
  if (operator === 'in') return `${name} in (${literal})`
  if (operator === 'not') return `not(${name} eq ${literal})`
  if (operator === 'null') return `${name} eq null`
  return `${name} ${operator} ${literal}`
}

/** The cells of a published table: properties, and the operators that each of them takes. */
const table = (
  list: string,
  cells: readonly (readonly [properties: string, operators: string])[],
): (readonly [string, string])[] =>
  cells.flatMap(([properties, operators]) =>
    properties
      .split(' ')
      .flatMap((name) =>
        operators.split(' ').map((operator) => [list, written(name, operator)] as const),
      ),
  )

const userTable = table('/users', [
  ['accountEnabled', 'eq ne not ge le in'],
  ['city state country department givenName surname', 'eq ne not ge le in startsWith null'],
  [
    'companyName mobilePhone officeLocation postalCode streetAddress preferredLanguage',
    'eq ne not ge le in startsWith null',
  ],
  ['createdDateTime', 'eq ne not ge le in'],
  ['creationType id', 'eq ne not in'],
  ['displayName', 'eq ne not in startsWith null'],
  ['employeeId', 'eq ne not in startsWith null'],
  ['employeeType', 'eq ne not ge le in startsWith null'],
  ['jobTitle', 'eq ne not ge le in null'],
  ['mail mailNickname', 'eq ne not ge le in startsWith null'],
  ['usageLocation userPrincipalName', 'eq ne not ge le in startsWith'],
  ['userType', 'eq ne not in null'],
  ['externalUserState', 'eq ne not in'],
  ['externalUserStateChangeDateTime', 'ge le'],
  ['mail userPrincipalName', 'endsWith'],
])
const userCollections = [
  "otherMails/any(m:m eq 'x')",
  "otherMails/any(m:startsWith(m,'x'))",
  "proxyAddresses/any(m:m eq 'smtp:x')",
  "proxyAddresses/any(m:startsWith(m,'smtp:x'))",
  "identities/any(i:i/issuer eq 'x' and i/issuerAssignedId eq 'y')",
  'assignedLicenses/any(u:u/skuId eq {nobody})',
].map((filter) => ['/users', filter] as const)

const groupTable = table('/groups', [
  ['displayName mail mailNickname', 'eq ne not ge le in startsWith'],
  ['description', 'eq ne not ge le startsWith'],
  ['createdDateTime', 'eq ne not ge le in'],
  ['id mailEnabled securityEnabled isAssignableToRole', 'eq ne not in'],
])
const groupCollections = [
  "groupTypes/any(c:c eq 'Unified')",
  "not(groupTypes/any(c:c eq 'Unified'))",
  "proxyAddresses/any(p:p eq 'smtp:x')",
].map((filter) => ['/groups', filter] as const)

const sent: readonly (readonly [string, string])[] = [
  ['/users', "displayName eq 'x'"],
  ['/groups', "displayName eq 'x'"],
  ['/groups', "displayName eq 'x' and mailNickname eq 'y'"],
  ['/groups', "startswith(displayName,'x')"],
  ['/users', "startswith(displayName,'x')"],
  ['/users', "userPrincipalName eq 'x'"],
  ['/users', "mail eq 'x'"],
  ['/users', "mailNickname eq 'x'"],
  ['/users', "employeeId eq 'x'"],
  ['/users', "id eq '{fiona}'"],
  ['/servicePrincipals', "appId eq '{appId}'"],
  ['/applications', "appId eq '{appId}'"],
  ['/servicePrincipals', "servicePrincipalNames/any(c:c eq '{appId}')"],
  ['/servicePrincipals', "displayName eq 'x'"],
  ['/applications', "displayName eq 'x'"],
  ['/applications', "identifierUris/any(c:c eq 'x')"],
  ['/groups', "groupTypes/any(c:c eq 'Unified')"],
  ['/groups', "groupTypes/any(c:c eq 'Unified') and startswith(DisplayName,'x')"],
  ['/groups', 'securityEnabled eq true and mailEnabled eq false'],
  ['/users', "userType eq 'Guest'"],
  ['/users', "startsWith(jobTitle, 'x')"],
  ['/directoryRoles', "roleTemplateId eq '62e90394-69f5-4237-9190-012177145e10'"],
  ['/users', "(displayName eq 'x' or startswith(displayName,'x'))"],
  ['/servicePrincipals/{application}/appRoleAssignedTo', "principalDisplayName eq 'x'"],
  ['/users/{fiona}/appRoleAssignments', 'resourceId eq {application}'],
  ['/oauth2PermissionGrants', "clientId eq '{application}'"],
  ['/roleManagement/directory/roleAssignments', "principalId eq '{frank}'"],
  ['/roleManagement/directory/roleDefinitions', "displayName eq 'Guest Inviter'"],
]

/** The filter finds exactly the cast's users of these names. */
const finds =
  (filter: string, ...names: string[]): Check =>
  async (s) => {
    const ids = idsOf(await s.call(`GET ${counted('/users', filter)}`, 200, { headers: eventual }))
    const cast = ['frank', 'fiona', 'ada', 'bob'].filter((name) => ids.includes(s.ids[name] ?? ''))
    assert.deepEqual(cast, names)
  }

const pending = async (s: Stage): Promise<string> => (await s.makes.invited()).user

const filters: Area = {
  number: '3.3',
  about: '$filter',
  rows: [
    ok(
      'users: each property and operator of the published table',
      takes([...userTable, ...userCollections]),
    ),
    ok(
      'or',
      finds("displayName eq 'Fiona Byrne' or displayName eq 'Frank Weber'", 'frank', 'fiona'),
    ),
    ok('not', finds("not(userType eq 'Guest')", 'frank', 'fiona')),
    ok('parentheses', finds("(userType eq 'Guest') and (accountEnabled eq true)", 'ada', 'bob')),
    ok('in', finds("userType in ('Guest','Member')", 'frank', 'fiona', 'ada', 'bob')),
    ok('null', finds('jobTitle eq null', 'frank', 'fiona', 'ada', 'bob')),
    ok('groups: each property and operator', takes([...groupTable, ...groupCollections])),
    ok('the 28 filters that four clients send', takes(sent)),
    ok('texts are compared whatever their case', finds("displayName eq 'FIONA BYRNE'", 'fiona')),
    ok('guests who have not accepted are found', async (s) => {
      const id = await pending(s)
      const filter = "userType eq 'Guest' and externalUserState eq 'PendingAcceptance'"
      await reads(counted('/users', filter), holding(id), { headers: eventual })(s)
    }),
    ok(
      'guests who have not signed in for long',
      takes([['/users', 'signInActivity/lastSignInDateTime le 2030-01-01T00:00:00Z']]),
    ),
    ok('guests who were invited long ago and have not accepted', async (s) => {
      const id = await pending(s)
      const filter =
        "externalUserState eq 'PendingAcceptance' and externalUserStateChangeDateTime le 2030-01-01T00:00:00Z"
      await reads(counted('/users', filter), holding(id), { headers: eventual })(s)
    }),
    ok('guests of a domain, by the end of their address', async (s) => {
      const domain = s.w.contoso.domain
      await finds(`endsWith(mail,'@${domain}') and userType eq 'Guest'`, 'ada', 'bob')(s)
    }),
  ],
}

const advanced: Area = {
  number: '3.4',
  about: 'advanced queries',
  rows: [
    ok(
      '$count=true without the header is ignored',
      reads('/users?$count=true&$top=1', (body) => assert.ok(!('@odata.count' in body))),
    ),
    ok(
      '$count=true with the header counts',
      reads('/users?$count=true&$top=1', (body) => assert.ok(body['@odata.count'] >= 4), {
        headers: eventual,
      }),
    ),
    ok('ne with the header and without $count is refused', (s) =>
      s.call("GET /users?$filter=userType ne 'Guest'", 400, { headers: eventual }),
    ),
    ok(
      'ne, not and endsWith with both',
      takes([
        ['/users', "userType ne 'Guest'"],
        ['/users', "not(startswith(displayName,'x'))"],
        ['/users', "endsWith(mail,'x')"],
      ]),
    ),
    decided(43, '$filter with $orderby is refused without both: answered', async (s) => {
      const path = "/users?$filter=startswith(displayName,'F')&$orderby=displayName"
      await s.call(`GET ${path}`, 200)
      await s.call(`GET ${path}&$count=true`, 200, { headers: eventual })
    }),
    decided(43, '$orderby createdDateTime is refused without both: ordered', async (s) => {
      for (const path of [
        '/users?$orderby=displayName',
        '/users?$orderby=userPrincipalName',
        '/servicePrincipals?$orderby=displayName',
        '/users?$orderby=createdDateTime',
      ])
        await s.call(`GET ${path}`, 200)
      await s.call('GET /users?$orderby=createdDateTime&$count=true', 200, { headers: eventual })
    }),
  ],
}

export const filterAreas = [filters, advanced]
