/**
 * A browser without a window: it keeps cookies as a browser does, by path and until they are taken
 * away, and follows nothing by itself.
 */
import { authorizationFor, type Product } from './in-process-browser.ts'

type Cookie = { readonly value: string; readonly path: string }

const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' }
const isUnder = (path: string, folder: string): boolean =>
  folder === '/' || path === folder || path.startsWith(`${folder}/`)

/** Somebody with an empty jar of cookies, or with `jar`. `agent` is what the browser says it is. */
export const visitor = (
  { app, publicUrl }: Product,
  agent = 'test',
  jar = new Map<string, Cookie>(),
) => {
  const keep = (response: Response): Response => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ')
      const name = pair.slice(0, pair.indexOf('='))
      const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/'
      if (attributes.some((one) => /^max-age=0$/i.test(one))) jar.delete(name)
      else jar.set(name, { value: pair.slice(pair.indexOf('=') + 1), path })
    }
    return response
  }
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const url = new URL(path, publicUrl)
    const cookie = [...jar]
      .flatMap(([name, one]) => (isUnder(url.pathname, one.path) ? `${name}=${one.value}` : []))
      .join('; ')
    const authorization = await authorizationFor({ app, publicUrl }, url, cookie)
    const headers = {
      ...authorization,
      'user-agent': agent,
      ...(init.headers as Record<string, string> | undefined),
      ...(cookie === '' ? {} : { cookie }),
    }
    return keep(await app.request(url.href, { ...init, headers }))
  }
  const get = (path: string): Promise<Response> => send(path, {})
  const post = (path: string, fields: Record<string, string> = {}): Promise<Response> =>
    send(path, {
      method: 'POST',
      headers: formHeaders,
      body: new URLSearchParams(fields).toString(),
    })
  return {
    jar,
    get,
    post,
    /** Sends the first sign-in page. */
    signIn: (name: string, password: string): Promise<Response> =>
      post('/sign-in', { name, password }),
    isSignedIn: async (): Promise<boolean> => (await get('/account/me')).status === 200,
    /** Another window with the same cookies, each on its own from now on. */
    copy: () => visitor({ app, publicUrl }, agent, new Map(jar)),
  }
}
