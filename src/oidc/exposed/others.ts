/** What a request asks for at other applications, for whoever is signed in. */
import { errors, type KoaContextWithOIDC } from 'oidc-provider'
import {
  askedOfOthers,
  resourceOf,
  type AskingFor,
  type Missing,
} from '../../tokens/exposed-consent.ts'
import { graphScopeOf } from '../../tokens/scopes.ts'
import { stateOf } from '../request-state.ts'

/** Who asks for whom. */
export const askingFor = (ctx: KoaContextWithOIDC, userId: string): AskingFor => ({
  tenantId: stateOf(ctx).tenantId,
  userId,
  clientId: ctx.oidc.client?.clientId ?? '',
})

/**
 * What of the scopes of a request the application does not have at another one for a user. Refuses
 * what they cannot agree to.
 */
export const othersIn = async (
  ctx: KoaContextWithOIDC,
  userId: string,
  asked: readonly string[],
): Promise<readonly Missing[]> => {
  const { services } = stateOf(ctx)
  const scopes = asked.filter((one) => isOfAnother(services.publicUrl, one))
  if (scopes.length === 0) return []
  const { missing, beyond } = await askedOfOthers(services.db, askingFor(ctx, userId), scopes)
  if (beyond.length > 0)
    throw new errors.InvalidScope(
      `the application was not given ${beyond.map(({ scope }) => scope).join(', ')}; an administrator of applications can give it, for everybody or for this person`,
      beyond.map(({ scope }) => scope).join(' '),
    )
  return missing
}

const isOfAnother = (publicUrl: string, scope: string): boolean => {
  const resource = resourceOf(scope)
  return resource !== undefined && graphScopeOf(publicUrl, scope) === undefined
}
