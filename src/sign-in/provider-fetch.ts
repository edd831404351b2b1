/** Fetching from providers that strangers have named: public addresses over https, small answers, soon, and no following of redirects. */
import { lookup as lookUp } from 'node:dns'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { CustomFetch } from 'openid-client'
import { secondMs } from '../kernel/time.ts'
import { isPublicAddress } from './provider-address.rule.ts'

/** How long a provider may take for one answer. */
export const providerTimeoutMs = 5 * secondMs
const maxAnswerBytes = 512 * 1024

/** The provider cannot be reached, or may not be. */
export class ProviderUnreachable extends Error {
  override name = 'ProviderUnreachable'
}

// The address that was judged is the one that is connected to: nothing is looked up a second time.
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookUp(hostname, { ...options, all: true }, (error, found) => {
    const [first] = found ?? []
    if (error !== null || first === undefined) return callback(error ?? new Error('no address'), '', 0)
    if (found.some(({ address }) => !isPublicAddress(address))) return callback(new Error('an address that is not public'), '', 0)
    return options.all === true ? callback(null, found) : callback(null, first.address, first.family)
  })
}

const readAnswer = async (answer: IncomingMessage): Promise<Response> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxAnswerBytes) {
      answer.destroy()
      throw new ProviderUnreachable('The answer is too large.')
    }
    chunks.push(chunk)
  }
  const headers = new Headers()
  for (const [name, value] of Object.entries(answer.headers))
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one)
  const status = answer.statusCode ?? 502
  const isBare = status === 204 || status === 205 || status === 304
  return new Response(isBare ? null : Buffer.concat(chunks), { status, headers })
}

/** A fetch for the OpenID client. With `allowPrivate`, for tests and closed networks, http and internal addresses too. Throws `ProviderUnreachable`. */
export const guardedFetch =
  (allowPrivate: boolean): CustomFetch =>
  async (address, { method, headers, body, signal }) => {
    const url = new URL(address)
    const host = url.hostname.replaceAll(/^\[|\]$/g, '')
    if (!allowPrivate && (url.protocol !== 'https:' || (isIP(host) !== 0 && !isPublicAddress(host))))
      throw new ProviderUnreachable('Only public addresses over https are fetched.')
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
    const limit = AbortSignal.timeout(providerTimeoutMs)
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(
      url,
      {
        method,
        headers,
        agent: false,
        signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
        ...(allowPrivate ? {} : { lookup: publicLookup }),
      },
      resolve,
    )
    request.on('error', reject)
    request.end(body === null || body === undefined ? undefined : typeof body === 'string' ? body : String(body))
    try {
      return await readAnswer(await promise)
    } catch (error) {
      throw error instanceof ProviderUnreachable ? error : new ProviderUnreachable('The provider does not answer.', { cause: error })
    }
  }
