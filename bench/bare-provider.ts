/**
 * The library alone: its in-memory adapter, one client, one person, the same algorithm, tokens of
 * the same format. What the product does more is measured against it.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import { Provider, type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import { redirectUri } from './code-flows.ts'

export const bareClient = { id: 'bench', secret: 'bench-secret' }

// Nobody is asked, as in the product.
const loadExistingGrant = async ({ oidc }: KoaContextWithOIDC) => {
  const { client, session, account, provider } = oidc
  if (client === undefined || account === undefined) return undefined
  const known = session?.grantIdFor(client.clientId)
  const found = known === undefined ? undefined : await provider.Grant.find(known)
  const grant =
    found ?? new provider.Grant({ clientId: client.clientId, accountId: account.accountId })
  grant.addOIDCScope([...oidc.requestParamOIDCScopes].join(' '))
  for (const [resource, server] of Object.entries(oidc.resourceServers ?? {}))
    grant.addResourceScope(resource, server.scope)
  if (found === undefined) await grant.save()
  return grant
}

const settings = async (url: string): Promise<Configuration> => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  return {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' }] as never },
    clients: [
      {
        client_id: bareClient.id,
        client_secret: bareClient.secret,
        grant_types: ['client_credentials', 'authorization_code', 'refresh_token'],
        redirect_uris: [redirectUri],
        response_types: ['code'],
      },
    ],
    cookies: { keys: ['bench'] },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, name: 'Bench' }) }),
    claims: { openid: ['sub'], profile: ['name'] },
    issueRefreshToken: async () => true,
    loadExistingGrant,
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => `${url}/api`,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'openid profile',
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  }
}

/** On a free port of loopback. Whoever comes to be asked is signed in at once. */
export const bareProvider = async (): Promise<{ url: string; stop: () => void }> => {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(url, await settings(url))
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) return answer(request, response)
    return provider.interactionFinished(request, response, { login: { accountId: 'bench' } })
  })
  return { url, stop: () => server.close() }
}
