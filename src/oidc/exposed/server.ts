/** Another application of the organization, as the library knows what tokens are for. */
import { errors, type Client, type KoaContextWithOIDC, type ResourceServer } from 'oidc-provider'
import { askable, covered, readExposed, type Exposed } from '../../tokens/exposed.sql.ts'
import { identityScopes } from '../../wire/sign-on.ts'
import { stateOf } from '../request-state.ts'

export const refused = (resource: string, why: string): Error =>
  new errors.InvalidTarget(`${resource.slice(0, 200)} ${why}`)

const isByItself = ({ oidc }: KoaContextWithOIDC): boolean =>
  oidc.params?.['grant_type'] === 'client_credentials'

// Where somebody can still be asked, all that the application may ask for; in a token, what it has.
const namesOf = (ctx: KoaContextWithOIDC, exposed: Exposed): string[] =>
  ctx.oidc.route === 'token' && ctx.oidc.account !== undefined ? covered(exposed) : askable(exposed)

const judge = (ctx: KoaContextWithOIDC, resource: string, exposed: Exposed): string[] => {
  const isOther = exposed.appId !== ctx.oidc.client?.clientId
  if (isByItself(ctx)) {
    if (isOther && exposed.roles.length === 0)
      throw refused(
        resource,
        'has given this application none of its app roles; an administrator assigns them to its service principal',
      )
    return []
  }
  const names = namesOf(ctx, exposed)
  if (isOther && names.length === 0)
    throw refused(
      resource,
      'has not authorized this application; its administrators name it in api.preAuthorizedApplications, or administrators here give it a scope',
    )
  if (isOther && exposed.assignmentRequired)
    throw refused(resource, 'asks for assignment, and is given to no other application')
  return names
}

/**
 * The application that is called so, with what the asking one may have of it; `known` says what
 * else it can ask for. Refuses what is not there, and what it may not have.
 */
export const exposedServer = async (
  ctx: KoaContextWithOIDC,
  resource: string,
  { clientId }: Client,
  known: string,
): Promise<Pick<ResourceServer, 'audience' | 'scope'>> => {
  const state = stateOf(ctx)
  const { services, tenantId } = state
  const userId = ctx.oidc.account?.accountId ?? state.standing?.accountId
  const found = await readExposed(services.db, { tenantId, resource, clientId, userId })
  if (found === undefined) throw refused(resource, `is not known here; ${known}`)
  const names = [...judge(ctx, resource, found), '.default'].map((name) => `${resource}/${name}`)
  const asked = String(ctx.oidc.params?.['scope'] ?? '').split(' ')
  const unknown = asked.find((one) => one.startsWith(`${resource}/`) && !names.includes(one))
  if (unknown !== undefined)
    throw new errors.InvalidScope('this application was not authorized for that scope', unknown)
  state.at = { audience: found.appId, roles: found.roles, claims: found.claims }
  return { audience: found.appId, scope: [...identityScopes, ...names].join(' ') }
}
