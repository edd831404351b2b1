/** Grants: nobody is asked, so an application gets what it asks for and may have, once per browser session. */
import type { Grant, KoaContextWithOIDC } from 'oidc-provider'

/** The grant of a browser session for an application, made or widened as needed. Undefined while nobody is signed in. */
export const loadExistingGrant = async (ctx: KoaContextWithOIDC): Promise<Grant | undefined> => {
  const { client, session, provider, account } = ctx.oidc
  if (client === undefined || session === undefined || account === undefined) return undefined
  const known = session.grantIdFor(client.clientId)
  const found = known === undefined ? undefined : await provider.Grant.find(known)
  const grant =
    found?.accountId === account.accountId ? found : new provider.Grant({ clientId: client.clientId, accountId: account.accountId })
  const before = JSON.stringify(grant)
  grant.addOIDCScope([...ctx.oidc.requestParamOIDCScopes].join(' '))
  for (const [resource, server] of Object.entries(ctx.oidc.resourceServers ?? {})) grant.addResourceScope(resource, server.scope)
  if (grant.jti === undefined || JSON.stringify(grant) !== before) await grant.save()
  return grant
}
