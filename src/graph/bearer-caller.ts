/**
 * Who calls this edge: somebody, or an application by itself, with an access token of the
 * organization that the request is about.
 */
import type { ApplicationHolder, PersonHolder } from '../access/lack.ts'
import type { Permission } from '../access/permission.ts'
import { bearerToken, boundToKeyWords } from '../edge/bearer.ts'
import type { EdgeContext, Services } from '../edge/routes.ts'
import { Refusal } from '../edge/refusal.ts'
import { graphAudience } from '../tokens/access-token.ts'
import type { BearerJudge, Refused, UserBearer } from '../tokens/bearer.ts'
import type { Bearer } from '../tokens/account.sql.ts'
import type { ApplicationBearer } from '../tokens/application-bearer.sql.ts'
import type { TenantId } from '../kernel/ids.ts'
import { misread } from './refusals.ts'

/** Somebody, with what their token was given for. */
export type PersonCaller = Bearer &
  PersonHolder & {
    readonly tenantId: TenantId
    /** The client id of the application that acts for them. */
    readonly appId: string
  }
/** An application by itself. */
export type ApplicationCaller = ApplicationBearer &
  ApplicationHolder & { readonly tenantId: TenantId }
export type Caller = PersonCaller | ApplicationCaller

// The first three sentences are those of Microsoft Graph, which clients compare with.
const words: Readonly<Record<Refused['outcome'], string>> = {
  expired: 'Lifetime validation failed, the token is expired.',
  audience: 'Access token validation failure. Invalid audience.',
  invalid: 'Access token validation failure. Ask the organization for a new one.',
  boundToKey: boundToKeyWords,
  ended:
    'The access token has ended: the person has left, is disabled or has signed out, or the application is gone. Sign in again.',
}

/**
 * Whose token a request carries, a person's or an application's; whoever it is stands in the log.
 * Refuses with 401.
 */
export const bearerOf = async (
  services: Services,
  judge: BearerJudge,
  c: EdgeContext,
): Promise<Exclude<UserBearer, Refused>> => {
  const token = bearerToken(c)
  if (token === undefined) throw unauthorized(services, 'Access token is empty.')
  const result = await judge.user(token)
  if (result.outcome !== 'user' && result.outcome !== 'application')
    throw unauthorized(services, words[result.outcome])
  const { bearer } = result
  // Who is known is no stranger, an application neither.
  c.set('userId', 'userId' in bearer ? bearer.userId : bearer.applicationId)
  c.set('tenantId', result.tenantId)
  return result
}

/** The caller of a request. Refuses with 401, and at /me applications by themselves with 400. */
export const bearerCaller = async (
  services: Services,
  judge: BearerJudge,
  c: EdgeContext,
  permission: Permission,
): Promise<Caller> => {
  const result = await bearerOf(services, judge, c)
  if (result.outcome === 'application') {
    if (isAboutOneself(permission)) throw withoutPerson()
    return { ...result.bearer, kind: 'application', tenantId: result.tenantId }
  }
  const { bearer, tenantId, appId, scopes } = result
  return { ...bearer, kind: 'person', tenantId, appId, scopes }
}

const unauthorized = (services: Services, message: string): Refusal =>
  new Refusal('InvalidAuthenticationToken', message, {
    headers: {
      'www-authenticate': `Bearer realm="", authorization_uri="${services.publicUrl}/", client_id="${graphAudience}"`,
    },
  })

const isAboutOneself = ({ need: { action } }: Permission): boolean =>
  action === 'self.read' || action === 'self.write'

/** The refusal of what is about oneself, where nobody is there. */
export const withoutPerson = (): Refusal =>
  misread('/me request is only valid with delegated authentication flow.')
