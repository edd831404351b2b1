/** Which columns stand behind the properties of a resource, as far as changes of them are told. */
import { applicationKept, principalKept } from '../../wire/graph/applications/application-kept.ts'
import type { Resource } from '../../wire/graph/definition/definition.ts'
import { storedIn } from '../../wire/graph/definition/row.ts'

type Behind = Readonly<Record<string, readonly string[]>>

const redirects = ['application_redirects']

/** What is kept as it was sent stands in one column. */
const behindKept = (kept: object): Behind =>
  Object.fromEntries(Object.keys(kept).map((name) => [name, ['kept']]))

/** What an application and its service principal show alike; tables stand for their rows. */
const ofBoth: Behind = {
  appRoles: ['app_roles'],
  keyCredentials: ['application_keys'],
  passwordCredentials: ['application_secrets'],
}

/** What follows from columns that no property names. */
const derived: Readonly<Record<string, Behind>> = {
  user: {
    identities: ['person_id', 'user_principal_name', 'external_user_state'],
    signInSessionsValidFromDateTime: ['access_ended_at'],
    'guesthouse.homeDomain': ['mail', 'user_type'],
  },
  oAuth2PermissionGrant: { scope: ['scopes', 'agreed_scopes'] },
  application: {
    ...ofBoth,
    createdDateTime: ['created_at'],
    web: [...redirects, 'homepage'],
    spa: redirects,
    publicClient: redirects,
    isFallbackPublicClient: redirects,
    requiredResourceAccess: ['asked_scopes', 'asked_roles', 'kept'],
    groupMembershipClaims: ['group_claims'],
    identifierUris: ['identifier_uris'],
    ...behindKept(applicationKept),
  },
  servicePrincipal: {
    ...ofBoth,
    homepage: ['homepage'],
    appDisplayName: ['display_name'],
    appDescription: ['description'],
    servicePrincipalNames: ['app_id', 'identifier_uris'],
    replyUrls: redirects,
    accountEnabled: ['account_enabled'],
    appRoleAssignmentRequired: ['assignment_required'],
    'guesthouse.createdDateTime': ['created_at'],
    'guesthouse.redirectUris': redirects,
    'guesthouse.logoutUrl': redirects,
    'guesthouse.backchannelLogoutUrl': redirects,
    'guesthouse.graphScopes': ['asked_scopes'],
    'guesthouse.pkceRequired': ['pkce_required'],
    'guesthouse.worksWhileAway': ['works_while_away'],
    'guesthouse.groupMembershipClaims': ['group_claims'],
    info: ['kept'],
    oauth2PermissionScopes: ['kept'],
    logoutUrl: redirects,
    ...behindKept(principalKept),
  },
}

/** Columns that change without anything being told: when something was used last. */
export const untold = new Set(['last_sign_in_at'])

/** The columns behind each property that is told when it changes. */
export const columnsBehind = ({
  type,
  properties,
}: Resource): ReadonlyMap<string, readonly string[]> => {
  const stored = storedIn(properties)
    .filter(([, { column }]) => !untold.has(column))
    .map(([name, { column }]) => [name.split('/')[0] ?? name, column] as const)
  const direct = [...Map.groupBy(stored, ([name]) => name)].map(
    ([name, all]) => [name, all.map(([, column]) => column)] as const,
  )
  return new Map<string, readonly string[]>([...direct, ...Object.entries(derived[type] ?? {})])
}
