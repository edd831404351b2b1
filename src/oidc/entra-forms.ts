/**
 * What clients of Microsoft Entra write into a request, in the words of the standards; and what
 * they look for in the answer.
 */
import { isUuid } from '../kernel/ids.ts'
import { graphAudience } from '../tokens/access-token.ts'
import { deviceGrant } from './client-metadata.ts'
import { endpoints } from './endpoints.ts'

/**
 * Says in a request that access may be lasting, whatever its `prompt`: the registration stands for
 * consent (OpenID Connect Core, 11).
 */
export const lastingParameter = 'guesthouse_lasting'

const asking = new Set<string>([
  endpoints.authorization,
  endpoints.pushed_authorization_request,
  endpoints.device_authorization,
])

const noteLasting = (parameters: URLSearchParams): void => {
  parameters.delete(lastingParameter)
  if ((parameters.get('scope') ?? '').split(' ').includes('offline_access'))
    parameters.set(lastingParameter, 'yes')
}

// Clients of Entra call an application by its client id alone, which is no address: the library
// takes none, and it is always called so with `api://` before it.
const byAddress = (scope: string): string => {
  const end = scope.indexOf('/')
  const name = scope.slice(0, Math.max(end, 0)).toLowerCase()
  return isUuid(name) && name !== graphAudience ? `api://${name}${scope.slice(end)}` : scope
}

const nameResources = (parameters: URLSearchParams): void => {
  const scope = parameters.get('scope')
  if (scope === null || parameters.getAll('scope').length > 1) return
  const named = scope.split(' ').map(byAddress).join(' ')
  if (named !== scope) parameters.set('scope', named)
}

/** The address of a request as the library knows it. */
export const asStandardQuery = (path: string): string => {
  const [pathname = '', query] = path.split('?', 2)
  if (query === undefined || !asking.has(pathname)) return path
  const parameters = new URLSearchParams(query)
  nameResources(parameters)
  noteLasting(parameters)
  return `${pathname}?${parameters.toString()}`
}

/**
 * The body of a request as the library knows it. MSAL names the device grant as before its
 * standard, and repeats `offline_access` when it renews.
 */
export const asStandardForm = (path: string, body: string): string => {
  const pathname = path.split('?', 1)[0] ?? ''
  const form = new URLSearchParams(body)
  if (body !== '' && asking.has(pathname)) {
    nameResources(form)
    noteLasting(form)
    return form.toString()
  }
  if (pathname !== endpoints.token) return body
  nameResources(form)
  const grant = form.get('grant_type')
  if (grant === 'device_code') form.set('grant_type', deviceGrant)
  else if (grant === 'refresh_token' && form.has('scope')) {
    const scopes = (form.get('scope') ?? '')
      .split(' ')
      .filter((scope) => scope !== 'offline_access')
    if (scopes.length === 0) form.delete('scope')
    else form.set('scope', scopes.join(' '))
  }
  return form.toString()
}

/**
 * How often a device may ask, in seconds: what the standard takes for granted where nothing is
 * said. MSAL does not, and asks without a pause.
 */
const deviceInterval = 5

/**
 * What an answer of the library lacks. `suberror` tells MSAL that only a new sign-in helps; the ids
 * are for whoever asks for help.
 */
export const entraAnswer = (
  route: string,
  { status, body, requestId, now }: { status: number; body: unknown; requestId: string; now: Date },
): object | undefined => {
  if (typeof body !== 'object' || body === null) return undefined
  if (route === 'device_authorization' && status === 200)
    return { interval: deviceInterval, ...body }
  if (route !== 'token' || status < 400 || !('error' in body)) return undefined
  const ids = { timestamp: now.toISOString(), trace_id: requestId, correlation_id: requestId }
  return { ...body, ...(body.error === 'invalid_grant' ? { suberror: 'bad_token' } : {}), ...ids }
}
