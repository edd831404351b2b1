/**
 * What an access token is for: the directory API, or the application's own interface. Each token is
 * for one of them.
 */
import { errors, type Client, type KoaContextWithOIDC, type ResourceServer } from 'oidc-provider'
import { hourMs, secondMs } from '../kernel/time.ts'
import type { TenantId } from '../kernel/ids.ts'
import { accountScopes, identityScopes } from '../wire/sign-on.ts'
import { graphAudience } from '../tokens/access-token.ts'
import { isOfPeople } from '../tokens/own-applications.ts'
import { graphScopes } from '../access/graph-scopes.ts'
import {
  accountAudience,
  graphScopeOf,
  isGraph,
  isUnknownScope,
  prefixesOf,
} from '../tokens/scopes.ts'
import { signingAlgorithm } from '../tokens/signing-keys.ts'
import { exposedServer } from './exposed/server.ts'

export const accessTokenSeconds = hourMs / secondMs

const ownResource = (clientId: string): string => `api://${clientId}`

// The scope of an interface is written as its address and a name (https://…/name, api://…/name,
// <id>/name).
const isOfAnother = (publicUrl: string, clientId: string, scope: string): boolean => {
  const end = scope.lastIndexOf('/')
  const of = scope.slice(0, end)
  return (
    end > 0 &&
    !isGraph(publicUrl, of) &&
    of !== graphAudience &&
    of !== clientId &&
    of !== ownResource(clientId)
  )
}

const known = (publicUrl: string, { clientId }: Client): string =>
  `ask for ${publicUrl} (the directory), ${ownResource(clientId)} (the application itself), or an application by a name of its identifierUris`

const isOfDirectory = (publicUrl: string, scope: string): boolean =>
  graphScopeOf(publicUrl, scope) !== undefined || isUnknownScope(publicUrl, scope)

const refuseUnknown = (publicUrl: string, ctx: KoaContextWithOIDC): void => {
  const asked = String(ctx.oidc.params?.['scope'] ?? '').split(' ')
  const unknown = asked.find((scope) => isUnknownScope(publicUrl, scope))
  if (unknown !== undefined)
    throw new errors.InvalidScope(
      `the directory has no scope ${unknown.slice(0, 200)}; those that it has stand in scopes_supported`,
      unknown,
    )
}

// With the directory's scopes in a request the token is for the directory, else for the application
// itself.
const defaultResource =
  (publicUrl: string) =>
  (ctx: KoaContextWithOIDC, client: Client, oneOf?: string | readonly string[]): string => {
    if (typeof oneOf === 'string') return oneOf
    if (oneOf?.[0] !== undefined) return oneOf[0]
    const asked = String(ctx.oidc.params?.['scope'] ?? '').split(' ')
    const stranger = asked.find((scope) => isOfAnother(publicUrl, client.clientId, scope))
    // Whether there is such an application, and whether this one may, is decided next.
    if (stranger !== undefined) return stranger.slice(0, stranger.lastIndexOf('/'))
    return asked.some((scope) => isOfDirectory(publicUrl, scope))
      ? publicUrl
      : ownResource(client.clientId)
  }

const tokenFormat = {
  accessTokenFormat: 'jwt',
  accessTokenTTL: accessTokenSeconds,
  jwt: { sign: { alg: signingAlgorithm } },
} as const

// What of it an application gets is decided by its grant.
const writtenScopes = (publicUrl: string): string[] =>
  [...graphScopes, '.default'].flatMap((name) =>
    prefixesOf(publicUrl).map((prefix) => prefix + name),
  )

const otherServer = async (
  publicUrl: string,
  ctx: KoaContextWithOIDC,
  resource: string,
  client: Client,
): Promise<ResourceServer> => ({
  ...tokenFormat,
  ...(await exposedServer(ctx, resource, client, known(publicUrl, client))),
})

const resourceServer =
  (publicUrl: string) =>
  (
    ctx: KoaContextWithOIDC,
    resource: string,
    client: Client,
  ): ResourceServer | Promise<ResourceServer> => {
    if (resource === ownResource(client.clientId) || resource === client.clientId)
      return { ...tokenFormat, audience: client.clientId, scope: identityScopes.join(' ') }
    if (!isGraph(publicUrl, resource)) return otherServer(publicUrl, ctx, resource, client)
    refuseUnknown(publicUrl, ctx)
    return {
      ...tokenFormat,
      audience: graphAudience,
      scope: [...identityScopes, ...graphScopes, ...writtenScopes(publicUrl)].join(' '),
    }
  }

// The issuer of people has tokens for one thing only.
const accountServer =
  (publicUrl: string) =>
  (_ctx: KoaContextWithOIDC, resource: string): ResourceServer => {
    if (resource !== accountAudience(publicUrl))
      throw new errors.InvalidTarget(`ask for ${accountAudience(publicUrl)}`)
    return { ...tokenFormat, audience: resource, scope: ['openid', ...accountScopes].join(' ') }
  }

/** The setting of the library for one issuer. */
export const resourceIndicators = (publicUrl: string, tenantId: TenantId) => ({
  enabled: true,
  defaultResource: isOfPeople(tenantId)
    ? () => accountAudience(publicUrl)
    : defaultResource(publicUrl),
  getResourceServerInfo: isOfPeople(tenantId)
    ? accountServer(publicUrl)
    : resourceServer(publicUrl),
  useGrantedResource: () => true,
})
