/** What is sent to make or to change an application. */
import type { GivenChange } from '../../wire/graph/definition/sent.ts'
import {
  graphRoles,
  graphScopes,
  roleOfId,
  scopeOfId,
  type GraphRole,
  type GraphScope,
} from '../../access/graph-scopes.ts'
import type { SignInChanges } from '../../directory/applications/sign-in.ts'
import type { NewApplication } from '../../directory/applications/create.ts'
import type { Redirect } from '../../directory/applications/redirect-address.rule.ts'
import { graphAudience } from '../../tokens/access-token.ts'
import { applicationKept } from '../../wire/graph/applications/application-kept.ts'
import { application } from '../../wire/graph/applications/application.ts'
import { keptIn } from './kept-shape.ts'
import { appRoleIn } from './shape.ts'
import { refusedProperty, programFault } from '../refusals.ts'

type Body = GivenChange<typeof application>

type Access = { readonly scope?: GraphScope; readonly role?: GraphRole }

const accessOf = (id: string, type: 'Scope' | 'Role'): Access => {
  const access = type === 'Scope' ? { scope: scopeOfId(id) } : { role: roleOfId(id) }
  if (Object.values(access).some((name) => name !== undefined)) return access as Access
  throw programFault(
    `The permission '${id}' of type '${type}' is not known here. Those that are stand in servicePrincipals(appId='${graphAudience}'): ${type === 'Scope' ? graphScopes.join(', ') : graphRoles.join(', ')}.`,
  )
}

/** What is asked for: scopes for people, and app roles by itself. */
const accessIn = (wanted: Body['requiredResourceAccess']): Partial<SignInChanges> => {
  const all = wanted?.flatMap(({ resourceAppId, resourceAccess: access }) =>
    resourceAppId === graphAudience ? access.map(({ id, type }) => accessOf(id, type)) : [],
  )
  return {
    askedScopes: all?.flatMap(({ scope }) => scope ?? []),
    askedRoles: all?.flatMap(({ role }) => role ?? []),
  }
}

/** What is asked for at other applications. */
export const askedOfOthers = (body: Body) =>
  body.requiredResourceAccess?.filter(({ resourceAppId }) => resourceAppId !== graphAudience)

// It is kept as it was sent.
const ofOthersIn = (body: Body) => {
  const requiredResourceAccess = askedOfOthers(body)
  return requiredResourceAccess === undefined ? {} : { requiredResourceAccess }
}

// Graph has a list for each kind; a list that is not sent stays as it is.
const redirectsIn = (body: Body, before: readonly Redirect[]): Redirect[] | undefined => {
  const sent = {
    web: body.web?.redirectUris,
    spa: body.spa?.redirectUris,
    native: body.publicClient?.redirectUris,
  }
  if (Object.values(sent).every((uris) => uris === undefined)) return undefined
  return (['web', 'spa', 'native'] as const).flatMap(
    (kind) =>
      sent[kind]?.map((uri) => ({ kind, uri })) ?? before.filter((one) => one.kind === kind),
  )
}

/** Whether an application is a program on a device: where it comes back to says so. */
export const isOnDevice = (redirects: readonly Redirect[]): boolean =>
  redirects.some(({ kind }) => kind === 'native')

const assertOnDevice = (wanted: boolean | null | undefined, after: readonly Redirect[]): void => {
  if (typeof wanted !== 'boolean' || wanted === isOnDevice(after)) return
  throw refusedProperty(
    'isFallbackPublicClient',
    `The addresses decide whether this is a program on a device. ${wanted ? 'Send one in publicClient.redirectUris' : 'Empty publicClient.redirectUris'}, or leave isFallbackPublicClient out.`,
    'InvalidValue',
  )
}

/** The settings of signing in that a body changes; `before` are the addresses that stand. */
export const settingsIn = (body: Body, before: readonly Redirect[]): SignInChanges => {
  const redirectUris = redirectsIn(body, before)
  assertOnDevice(body.isFallbackPublicClient, redirectUris ?? before)
  return {
    redirectUris,
    logoutUrl: body.web?.logoutUrl,
    ...accessIn(body.requiredResourceAccess),
    groupClaims: body.groupMembershipClaims,
  }
}

export const applicationIn = ({
  displayName,
  description,
  web,
  appRoles,
  identifierUris,
  signInAudience,
  isDisabled,
  ...body
}: Body): Partial<NewApplication> => ({
  ...(displayName === undefined ? {} : { displayName }),
  description,
  homepage: web?.homePageUrl,
  appRoles: appRoles?.map(appRoleIn),
  identifierUris,
  signInAudience,
  isDisabled: isDisabled === null ? false : isDisabled,
  kept: { ...keptIn(applicationKept, body), ...ofOthersIn(body) },
})
