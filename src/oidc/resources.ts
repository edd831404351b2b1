/**
 * What an access token is for: the directory API, or the application's own interface. Each token is
 * for one of them.
 */
import { errors, type Client, type KoaContextWithOIDC, type ResourceServer } from 'oidc-provider'
import { hourMs, secondMs } from '../kernel/time.ts'
import type { TenantId } from '../kernel/ids.ts'
import { accountScopes } from '../wire/sign-on.ts'
import { graphAudience } from '../tokens/access-token.ts'
import { ownMetadataOf } from './client-metadata.ts'
import { isOfPeople } from '../tokens/own-applications.ts'
import { accountAudience, graphScopeOf, isGraph } from '../tokens/scopes.ts'
import { signingAlgorithm } from '../tokens/signing-keys.ts'

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
  `ask for ${publicUrl} (the directory) or ${ownResource(clientId)} (the application itself)`

// With the directory's scopes in a request the token is for the directory, else for the application
// itself.
const defaultResource =
  (publicUrl: string) =>
  (ctx: KoaContextWithOIDC, client: Client, oneOf?: string | readonly string[]): string => {
    if (typeof oneOf === 'string') return oneOf
    if (oneOf?.[0] !== undefined) return oneOf[0]
    const asked = String(ctx.oidc.params?.['scope'] ?? '').split(' ')
    const stranger = asked.find((scope) => isOfAnother(publicUrl, client.clientId, scope))
    if (stranger !== undefined)
      throw new errors.InvalidTarget(
        `${stranger.slice(0, 200)} is of an interface that is not known here; ${known(publicUrl, client)}`,
      )
    return asked.some((scope) => graphScopeOf(publicUrl, scope) !== undefined)
      ? publicUrl
      : ownResource(client.clientId)
  }

const tokenFormat = {
  accessTokenFormat: 'jwt',
  accessTokenTTL: accessTokenSeconds,
  jwt: { sign: { alg: signingAlgorithm } },
} as const

const identityScopes = ['openid', 'profile', 'email']

const resourceServer =
  (publicUrl: string) =>
  (_ctx: KoaContextWithOIDC, resource: string, client: Client): ResourceServer => {
    if (resource === ownResource(client.clientId) || resource === client.clientId)
      return { ...tokenFormat, audience: client.clientId, scope: identityScopes.join(' ') }
    if (!isGraph(publicUrl, resource)) throw new errors.InvalidTarget(known(publicUrl, client))
    const names = new Set<string>(['User.Read', ...ownMetadataOf(client).graphScopes])
    const written = [...names, '.default'].flatMap((name) => [
      `${publicUrl}/${name}`,
      `${graphAudience}/${name}`,
      `api://${graphAudience}/${name}`,
    ])
    return {
      ...tokenFormat,
      audience: graphAudience,
      scope: [...identityScopes, ...names, ...written].join(' '),
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
