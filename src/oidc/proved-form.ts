/**
 * A form in which an application proves itself with a signed statement instead of a secret. The
 * statement is judged here, and the library, which knows no issuers elsewhere, is told whom it
 * proves.
 */
import { proveByAssertion, type Because } from '../tokens/assertions/prove.ts'
import { endpoints, provingForms } from './endpoints.ts'
import type { Exchange } from './exchange.ts'

/** What the library gets: the form without the statement, and who is proved by it. */
export type ProvedForm = { readonly body: string; readonly proved?: string }

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

const refused = ({ c }: Exchange, why: string): Response => {
  const id = c.get('requestId')
  const timestamp = c.get('now').toISOString()
  return c.json(
    {
      error: 'invalid_client',
      error_description: why,
      timestamp,
      trace_id: id,
      correlation_id: id,
    },
    401,
    { 'cache-control': 'no-store' },
  )
}

const note = ({ c, services, tenantId }: Exchange, because: Because): void =>
  services.log.info(
    { requestId: c.get('requestId'), organizationId: tenantId, because },
    'a client assertion proves nothing',
  )

/**
 * What a statement may be meant for: the endpoint, as it was called, and the issuer. It is called
 * by the id or a domain of the organization, or by a name for all.
 */
const audiencesOf = ({ c, services: { publicUrl }, tenantId, path }: Exchange): string[] => {
  const [pathname = ''] = path.split('?', 1)
  const [, place = tenantId] = new URL(c.req.url).pathname.split('/')
  const names = new Set([tenantId, c.req.param('tenant') ?? place])
  return [...names].flatMap((name) =>
    [pathname, endpoints.token, '/v2.0', ''].map((end) => `${publicUrl}/${name}${end}`),
  )
}

/**
 * The form as the library takes it; a refusal of an application whose statement proves nothing. A
 * form without a statement stays as it is.
 */
export const provedForm = async (x: Exchange, body: string): Promise<ProvedForm | Response> => {
  const form = new URLSearchParams(body)
  const assertion = form.get('client_assertion')
  if (assertion === null || !provingForms.has(x.path.split('?', 1)[0] ?? '')) return { body }
  if (form.get('client_assertion_type') !== assertionType)
    return refused(x, `The client_assertion_type of a client_assertion is ${assertionType}.`)
  if (x.c.req.header('authorization') !== undefined || form.has('client_secret'))
    return refused(x, 'A request proves its application in one way. Leave the secret out.')
  const proof = await proveByAssertion(x.services, {
    tenantId: x.tenantId,
    assertion,
    clientId: form.get('client_id') ?? undefined,
    audiences: audiencesOf(x),
  })
  if (proof.outcome === 'refused') {
    if (proof.because !== undefined) note(x, proof.because)
    return refused(x, proof.why)
  }
  form.delete('client_assertion')
  form.delete('client_assertion_type')
  form.set('client_id', proof.appId)
  // Never compared: who is proved is known.
  form.set('client_secret', 'proved')
  return { body: form.toString(), proved: proof.appId }
}
