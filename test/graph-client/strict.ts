/**
 * Every answer of the directory API that a test gets is judged by the published schemas of
 * Microsoft Graph, which refuse what they do not name (issue 12.2). What is ours stands in the
 * namespace `guesthouse` and is judged by our own definitions (src/graph/open-api.test.ts).
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

type Json = Readonly<Record<string, unknown>>

const schemas = JSON.parse(
  readFileSync(new URL('published-schemas.json', import.meta.url), 'utf8'),
) as { readonly $id: string; readonly $defs: Json }

const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true })
formats.default(ajv)
ajv.addSchema(schemas)
const compiled = new Map<string, ValidateFunction>()
const schemaOf = (name: string): ValidateFunction => {
  const known = compiled.get(name) ?? ajv.compile({ $ref: `${schemas.$id}#/$defs/${name}` })
  compiled.set(name, known)
  return known
}

/** The type of what a collection holds, by its name in the context. */
const types: Readonly<Record<string, string>> = {
  users: 'user',
  groups: 'group',
  applications: 'application',
  servicePrincipals: 'servicePrincipal',
  directoryObjects: 'directoryObject',
  appRoleAssignments: 'appRoleAssignment',
  appRoleAssignedTo: 'appRoleAssignment',
  oauth2PermissionGrants: 'oAuth2PermissionGrant',
  federatedIdentityCredentials: 'federatedIdentityCredential',
  invitations: 'invitation',
  organization: 'organization',
  domains: 'domain',
  subscriptions: 'subscription',
  verificationDnsRecords: 'domainDnsRecord',
  directoryRoles: 'directoryRole',
  directoryRoleTemplates: 'directoryRoleTemplate',
  passwordCredentials: 'passwordCredential',
  'roleManagement/directory/roleAssignments': 'unifiedRoleAssignment',
  'roleManagement/directory/roleDefinitions': 'unifiedRoleDefinition',
  'auditLogs/directoryAudits': 'directoryAudit',
  'auditLogs/signIns': 'signIn',
  'policies/authorizationPolicy': 'authorizationPolicy',
  'policies/crossTenantAccessPolicy': 'crossTenantAccessPolicy',
  'policies/crossTenantAccessPolicy/default': 'crossTenantAccessPolicyConfigurationDefault',
  'policies/crossTenantAccessPolicy/partners': 'crossTenantAccessPolicyConfigurationPartner',
  'policies/externalIdentitiesPolicy': 'x-beta.externalIdentitiesPolicy',
}

/** Collections whose resources the published subset does not hold. */
const notInTheSubset =
  /^(?:guesthouse\.|reports\/|identity\/|identityGovernance\/|policies\/(?:identitySecurityDefaultsEnforcementPolicy|adminConsentRequestPolicy)|users\('[^']*'\)\/(?:guesthouse\.|authentication\/))/

const ours = (name: string): boolean => name.startsWith('guesthouse.')
/** `value` as Graph would have sent it. */
const theirs = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(theirs)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !ours(name))
      .map(([name, inner]) => [name, theirs(inner)]),
  )
}

const context =
  /\$metadata#(?<set>[^(]+?(?:\('[^']*'\)\/[^(]+?)?)(?:\([^)]*\))?(?<entity>\/\$entity)?$/
const simple = /\$metadata#(?:Edm\.|Collection\(Edm\.|\$ref|Collection\(\$ref)/

const nameOf = (set: string): string => {
  const name = types[set] ?? types[set.replace(/^.*\)\//, '')]
  assert.ok(
    name !== undefined,
    `Nobody says which schema '${set}' has: test/graph-client/strict.ts`,
  )
  return name.startsWith('x-') ? name : `microsoft.graph.${name}`
}

const judge = (name: string, item: unknown, about: string): void => {
  const validate = schemaOf(name)
  const isValid = validate(theirs(item))
  const wrong = (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    )
  assert.ok(isValid, `${about} is no ${name}: ${[...new Set(wrong)].join('; ')}`)
}

const property = /^(?<of>[^(]+)\('[^']*'\)\/(?<name>[\w.]+)$/

// A property at an address of its own is judged as the object that has it alone.
const judgeProperty = (set: string, body: Json, about: string): boolean => {
  const { of = '', name = '' } = property.exec(set)?.groups ?? {}
  if (types[of] === undefined || types[name] !== undefined) return false
  const { '@odata.context': _, value, ...complex } = body
  judge(nameOf(of), { [name]: value ?? complex }, about)
  return true
}

/** Fails where `body`, the answer to `about`, is not what Microsoft Graph's schemas allow. */
export const judgeAnswer = (body: Json, about: string): void => {
  const said = body['@odata.context']
  if (typeof said !== 'string' || simple.test(said)) return
  const { set, entity } = context.exec(said)?.groups ?? {}
  assert.ok(set !== undefined, `${about}: the context '${said}' is none`)
  if (notInTheSubset.test(set) || judgeProperty(set, body, about)) return
  const items = entity === undefined && Array.isArray(body['value']) ? body['value'] : [body]
  for (const item of items) judge(nameOf(set), item, about)
}
