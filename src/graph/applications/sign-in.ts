/** How people sign in to an application. */
import type { OfBoth } from '../../directory/applications/list.sql.ts'
import {
  changeApplication,
  type ApplicationChanges,
  type ChangeApplicationResult,
} from '../../directory/applications/change.ts'
import type { Gives } from '../../directory/applications/gives.ts'
import { listSecretsOf, type ApplicationSecret } from '../../directory/applications/secrets.ts'
import {
  listSignInSettings,
  type SignInChanges,
  type SignInSettings,
} from '../../directory/applications/sign-in.ts'
import type {
  BadRedirect,
  RedirectKind,
  RedirectProblem,
} from '../../directory/applications/redirect-address.rule.ts'
import { listKeysOf, type ApplicationKey } from '../../directory/applications/proofs/keys.ts'
import type { Refusal } from '../../edge/refusal.ts'
import type { RegistrationId } from '../../kernel/ids.ts'
import { outboundProblem } from '../../outbound/address.rule.ts'
import { mayChange, type Exchange } from '../exchange.ts'
import { wayRefused } from '../linked-users.ts'
import type { GivenOf } from '../../wire/graph/definition/sent.ts'
import type { signInProperties } from '../../wire/graph/applications/service-principal.ts'
import { badProperty, notFound } from '../refusals.ts'
import { keyRefusal, keyShape } from './key-credentials.ts'
import { ofItsHome, rolesRefusal } from './shape.ts'

export const secretShape = (secret: ApplicationSecret) => ({
  keyId: secret.keyId,
  displayName: secret.displayName,
  hint: secret.hint,
  startDateTime: secret.createdAt.toISOString(),
  endDateTime: secret.expiresAt.toISOString(),
})

/** What the rows ask that change how an application gets at the scopes that it was given. */
export const powerful = 'an application with scopes'

export type SignIn = {
  readonly settings: SignInSettings | undefined
  readonly secrets: readonly ApplicationSecret[]
  readonly keys: readonly ApplicationKey[]
}

/** The applications, with how people sign in to each and its secrets without their text. */
export const withSignIn = async <Row extends Pick<OfBoth, 'registrationId' | 'homeTenantId'>>(
  x: Exchange,
  applications: readonly Row[],
): Promise<(Row & SignIn)[]> => {
  const ids = applications.map(({ registrationId }) => registrationId)
  const [settings, secrets, keys] = await Promise.all([
    listSignInSettings(x.db, x.tenantId, applications),
    // What proves another organization's application is shown there alone.
    listSecretsOf(x.db, x.tenantId, ids),
    listKeysOf(x.db, x.tenantId, ids),
  ])
  return applications.map((one) => ({
    ...one,
    settings: settings.find(({ registrationId }) => registrationId === one.registrationId),
    secrets: secrets.filter(({ registrationId }) => registrationId === one.registrationId),
    keys: keys.filter(({ registrationId }) => registrationId === one.registrationId),
  }))
}

/** What a service principal has of it. */
export const signInShape = {
  accountEnabled: ({ settings }) => settings?.accountEnabled ?? true,
  appRoleAssignmentRequired: ({ settings }) => settings?.assignmentRequired ?? false,
  'guesthouse.redirectUris': ({ settings }) =>
    (settings?.redirectUris ?? []).map(({ kind, uri }) => ({ kind, uri })),
  'guesthouse.logoutUrl': ({ settings }) => settings?.logoutUrl ?? null,
  'guesthouse.backchannelLogoutUrl': ({ settings }) => settings?.backchannelLogoutUrl ?? null,
  'guesthouse.graphScopes': ({ settings }) => settings?.graphScopes ?? [],
  'guesthouse.pkceRequired': ({ settings }) => settings?.pkceRequired ?? true,
  'guesthouse.worksWhileAway': ({ settings }) => settings?.worksWhileAway ?? true,
  'guesthouse.groupMembershipClaims': ({ settings }) => settings?.groupClaims ?? null,
  keyCredentials: ({ keys }) => keys.map(keyShape),
  passwordCredentials: ({ secrets }) => secrets.map(secretShape),
} satisfies Readonly<Record<string, (of: SignIn) => unknown>>

type SignInBody = GivenOf<typeof signInProperties>

/** What is wrong with a redirect address, to be read after it. */
export const redirectWords: Readonly<Record<RedirectProblem, string>> = {
  notAnAddress: 'is not an address. Give it whole, without spaces, wildcards, name or password',
  fragment: 'has a fragment. Leave out # and what follows',
  needsHttps: 'is not safe. Use https, or http with localhost for programs on the same machine',
  scheme:
    'has a scheme that is not allowed. Use https; a native application may use one like com.example.app:',
}

const redirectCodes = {
  notAnAddress: 'redirectNotAnAddress',
  fragment: 'redirectFragment',
  needsHttps: 'redirectNeedsHttps',
  scheme: 'redirectScheme',
} as const satisfies Readonly<Record<RedirectProblem, string>>

type NameFor<Setting extends keyof SignInSettings> = {
  [Name in keyof SignInBody]-?: SignInBody[Name] extends SignInChanges[Setting] ? Name : never
}[keyof SignInBody]

/** What a service principal calls the settings that are changed there. */
const namesThere = {
  assignmentRequired: 'appRoleAssignmentRequired',
  accountEnabled: 'accountEnabled',
  redirectUris: 'guesthouse.redirectUris',
  logoutUrl: 'guesthouse.logoutUrl',
  backchannelLogoutUrl: 'guesthouse.backchannelLogoutUrl',
  graphScopes: 'guesthouse.graphScopes',
  pkceRequired: 'guesthouse.pkceRequired',
  worksWhileAway: 'guesthouse.worksWhileAway',
  groupClaims: 'guesthouse.groupMembershipClaims',
} as const satisfies { readonly [Setting in keyof SignInSettings]?: NameFor<Setting> }

/** The settings of signing in that a body of a service principal changes. */
export const settingsOf = (body: SignInBody): SignInChanges =>
  Object.fromEntries(Object.entries(namesThere).map(([setting, name]) => [setting, body[name]]))

/** What each setting is called, of either side. */
const settingNames: Readonly<Record<keyof SignInSettings, string>> = {
  ...namesThere,
  askedScopes: 'requiredResourceAccess',
  askedRoles: 'requiredResourceAccess',
}

/** What of the directory the caller may give an application. */
export const givesOf = (x: Exchange): Gives => {
  if (!mayChange(x, powerful)) return 'nothing'
  return x.caller.roles.includes('globalAdministrator') ? 'everything' : 'scopes'
}

/** The property of an application that holds the addresses of a kind. */
const redirectProperties: Readonly<Record<RedirectKind, string>> = {
  web: 'web.redirectUris',
  spa: 'spa.redirectUris',
  native: 'publicClient.redirectUris',
}

/** The refusal of a redirect address. */
const redirectRefusal = ({ kind, uri, problem }: BadRedirect): Refusal => {
  const value = uri.slice(0, 200)
  const message = `The redirect address '${value}' ${redirectWords[problem]}.`
  return badProperty(redirectProperties[kind], redirectCodes[problem], { value, message })
}

/** Why an address is not called when a session ends. */
const outboundCodes = { notAnAddress: 'logoutNotAnAddress', private: 'logoutInternal' } as const

// Who calls an address from here looks at it first.
const refuseOutbound = (x: Exchange, told: string | null | undefined): void => {
  const problem =
    typeof told === 'string'
      ? outboundProblem(told, x.services.allowPrivateProviders === true)
      : undefined
  if (problem !== undefined)
    throw badProperty('guesthouse.backchannelLogoutUrl', outboundCodes[problem])
}

/** Why one is not registered, or not changed. */
export const refusalOf = (
  result: Exclude<ChangeApplicationResult, { outcome: 'updated' | 'notFound' }>,
): Refusal => {
  if (result.outcome === 'badKey') return keyRefusal(result)
  if (result.outcome === 'ofItsHome') return ofItsHome(settingNames[result.name])
  if (result.outcome === 'itself' || result.outcome === 'needsScopeGiver')
    return wayRefused(result.outcome)
  return result.outcome === 'badRedirect' ? redirectRefusal(result) : rolesRefusal(result)
}

/**
 * Changes an application as a body of either side asks: wholly, or, where it is refused, not. `id`
 * is what was named.
 */
export const changeWhole = async (
  x: Exchange,
  { id, registrationId }: { readonly id: string; readonly registrationId: RegistrationId },
  { settings, properties, principal = {}, keys }: Omit<ApplicationChanges, 'gives'>,
): Promise<void> => {
  const changes: ApplicationChanges = {
    properties,
    principal,
    keys,
    settings: (before) => {
      const wanted = settings(before)
      refuseOutbound(x, wanted.backchannelLogoutUrl)
      return wanted
    },
    gives: givesOf(x),
  }
  const which = { tenantId: x.tenantId, registrationId }
  const result = await changeApplication(x.db, which, changes, x.context)
  if (result.outcome === 'notFound') throw notFound(id)
  if (result.outcome !== 'updated') throw refusalOf(result)
}
