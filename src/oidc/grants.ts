/**
 * Grants. Applications of an organization are its administrators' choice: nobody is asked, so one gets what it asks for and may have, once
 * per browser session; only who has put one out is asked before it comes back. What reaches everything that a person has, in every
 * organization, is theirs alone to give: there they are asked.
 */
import type { Grant, KoaContextWithOIDC } from 'oidc-provider'
import { ownMetadataOf } from './client-metadata.ts'
import { isEnded } from './consents.sql.ts'
import { isOfPeople, isOwnApp } from './own-applications.ts'
import { stateOf } from './request-state.ts'

/** The grant of a browser session for an application, made or widened as needed. Undefined while nobody is signed in. */
export const loadExistingGrant = async (ctx: KoaContextWithOIDC): Promise<Grant | undefined> => {
  const { client, session, provider, account } = ctx.oidc
  if (client === undefined || session === undefined || account === undefined) return undefined
  const known = session.grantIdFor(client.clientId)
  const found = known === undefined ? undefined : await provider.Grant.find(known)
  const mine = found?.accountId === account.accountId ? found : undefined
  const asks = isOfPeople(stateOf(ctx).tenantId) && !isOwnApp(client.clientId)
  // Without what is missing here, the library stops to ask.
  if (ctx.oidc.result?.consent === undefined && (asks || (mine === undefined && (await wasEnded(ctx, account.accountId))))) return mine
  const grant = mine ?? new provider.Grant({ clientId: client.clientId, accountId: account.accountId })
  const before = JSON.stringify(grant)
  grant.addOIDCScope([...ctx.oidc.requestParamOIDCScopes].join(' '))
  for (const [resource, server] of Object.entries(ctx.oidc.resourceServers ?? {})) {
    // People allow what they have read, and no more.
    const scope = asks
      ? server.scope
          .split(' ')
          .filter((one) => ctx.oidc.requestParamScopes.has(one))
          .join(' ')
      : server.scope
    grant.addResourceScope(resource, scope)
  }
  if (grant.jti === undefined || JSON.stringify(grant) !== before) await grant.save()
  return grant
}

const wasEnded = async (ctx: KoaContextWithOIDC, userId: string): Promise<boolean> => {
  const { services, tenantId } = stateOf(ctx)
  const { client } = ctx.oidc
  if (client === undefined || isOwnApp(client.clientId)) return false
  return isEnded(services.db, { tenantId, userId, applicationId: ownMetadataOf(client).applicationId })
}
