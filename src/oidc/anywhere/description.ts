/**
 * What the addresses that name no organization say of themselves: what every organization says, as
 * far as it can be asked for here.
 */
import { graphScopes } from '../../access/graph-scopes.ts'
import { issuerOf } from '../../kernel/page-address.ts'
import { peopleIssuerId, openIdScopes } from '../../wire/sign-on.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { endpoints } from '../endpoints.ts'
import { answerForm, exchangeAt } from '../exchange.ts'
import type { Anywhere } from './request.ts'

const offered = {
  authorization_endpoint: endpoints.authorization,
  token_endpoint: endpoints.token,
  end_session_endpoint: endpoints.end_session,
  jwks_uri: endpoints.jwks,
} as const

const grants = ['authorization_code', 'refresh_token']

/** Whether something is said of an endpoint that is not here, or of one issuer alone. */
const isOfAnIssuer = (name: string): boolean =>
  /^(introspection|revocation|userinfo|device|pushed|dpop|authorization_response_iss)/.test(name)

/** GET: the description. The issuer is a template, as Entra has it: each token says its own. */
export const describeAnywhere = async ({
  c,
  services,
  issuers,
  place,
}: Anywhere): Promise<Response> => {
  const people = await exchangeAt(services, issuers, c, peopleIssuerId as TenantId)
  const answer = await answerForm(people, false, '')
  const said = (await answer.json()) as Record<string, unknown>
  const kept = Object.entries(said).filter(([name]) => !isOfAnIssuer(name))
  const { publicUrl } = services
  const here = Object.entries(offered).map(([name, path]) => [name, `${publicUrl}/${place}${path}`])
  const body: Record<string, unknown> = {
    ...Object.fromEntries(kept),
    ...(Object.fromEntries(here) as Record<string, string>),
    issuer: issuerOf(publicUrl, '{tenantid}'),
    grant_types_supported: grants,
    scopes_supported: [...openIdScopes, ...graphScopes],
  }
  return c.json(body, 200, open)
}

const open = {
  'cache-control': 'public, max-age=300',
  'access-control-allow-origin': '*',
}

/**
 * GET: no keys. Each organization signs with its own, and all of them would be the list of all
 * organizations; who verifies a token asks the issuer that it names.
 */
export const keysOfNobody = async ({ c }: Anywhere): Promise<Response> =>
  c.json({ keys: [] }, 200, open)
