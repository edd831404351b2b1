/** What is sent to make or to change an application. */
import { z } from 'zod'
import { graphScopeIds, graphScopes, type GraphScope } from '../../access/graph-scopes.ts'
import type { SignInChanges } from '../../directory/applications/sign-in.ts'
import type { NewApplication } from '../../directory/applications/create.ts'
import type { Redirect } from '../../directory/applications/redirect-address.rule.ts'
import { graphAudience } from '../../tokens/access-token.ts'
import { appRoleList } from './shape.ts'
import { groupMembershipClaims, maxRedirects } from './sign-in.ts'
import { badRequest, displayName, optionalText, webAddress } from '../body.ts'

const redirectUris = z.array(z.string().min(1).max(2_048)).max(maxRedirects).optional()

export const resourceAccess = z.strictObject({
  resourceAppId: z.guid().toLowerCase(),
  resourceAccess: z
    .array(z.strictObject({ id: z.guid().toLowerCase(), type: z.enum(['Scope', 'Role']) }))
    .max(100),
})

const properties = {
  description: optionalText(1024),
  appRoles: appRoleList.optional(),
  web: z
    .strictObject({
      redirectUris,
      homePageUrl: webAddress(2_048).nullable().optional(),
      logoutUrl: webAddress(2_048).nullable().optional(),
      // What Entra's clients send along; tokens come by code alone here.
      implicitGrantSettings: z
        .strictObject({
          enableIdTokenIssuance: z.literal(false).optional(),
          enableAccessTokenIssuance: z.literal(false).optional(),
        })
        .optional(),
    })
    .optional(),
  spa: z.strictObject({ redirectUris }).optional(),
  publicClient: z.strictObject({ redirectUris }).optional(),
  isFallbackPublicClient: z.boolean().nullable().optional(),
  signInAudience: z.literal('AzureADMyOrg').optional(),
  requiredResourceAccess: z.array(resourceAccess).max(50).optional(),
  groupMembershipClaims,
}

export const newApplication = z.strictObject({ displayName, ...properties })

export const changedApplication = z.strictObject({
  displayName: displayName.optional(),
  ...properties,
})

type Body = z.infer<typeof changedApplication>

export const readOnly = [
  'id',
  'appId',
  'createdDateTime',
  'deletedDateTime',
  'passwordCredentials',
  'publisherDomain',
]

const scopesIn = (wanted: Body['requiredResourceAccess']): GraphScope[] | undefined =>
  wanted?.flatMap(({ resourceAppId, resourceAccess: access }) => {
    if (resourceAppId !== graphAudience)
      throw badRequest(
        `The resource '${resourceAppId}' is not known here. Applications may ask for the directory, '${graphAudience}'.`,
      )
    return access.map(({ id, type }) => {
      const scope = graphScopes.find((one) => graphScopeIds[one] === id)
      if (scope === undefined || type !== 'Scope')
        throw badRequest(
          `The permission '${id}' of type '${type}' is not known here. Those that are: ${knownScopes}.`,
        )
      return scope
    })
  })

const knownScopes = graphScopes
  .map((scope) => `${scope} ('${graphScopeIds[scope]}', 'Scope')`)
  .join(', ')

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

export const settingsIn = (body: Body, before: readonly Redirect[]): SignInChanges => ({
  redirectUris: redirectsIn(body, before),
  logoutUrl: body.web?.logoutUrl,
  graphScopes: scopesIn(body.requiredResourceAccess),
  groupClaims: body.groupMembershipClaims,
})

export const applicationIn = ({ displayName: name, description, web, appRoles }: Body) =>
  ({
    displayName: name,
    description,
    homepage: web?.homePageUrl,
    appRoles,
  }) as Partial<NewApplication>
