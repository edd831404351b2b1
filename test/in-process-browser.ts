/**
 * A browser that is a jar of cookies, before the product in process; and our own web apps in it,
 * which sign on as they do in a real one.
 */
import { callbackOf, signOnSilently, type Token } from '../src/client/sign-on.ts'
import { peopleIssuerId } from '../src/wire/sign-on.ts'

export type Product = {
  readonly app: {
    readonly request: (url: string, init?: RequestInit) => Response | Promise<Response>
  }
  readonly publicUrl: string
}

// By name, and by path below the root: each issuer has cookies of its own.
const keyOf = (name: string, path: string): string => (path === '/' ? name : `${name} ${path}`)

const unescaped = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'")

/**
 * Where a page leads on to by itself after a while, in a browser without script; undefined where it
 * stays.
 */
export const ledOnTo = (page = ''): string | undefined => {
  const address = /<noscript\s*><meta http-equiv="refresh" content="\d+; url=([^"]+)"/.exec(
    page,
  )?.[1]
  return address === undefined ? undefined : unescaped(address)
}

/**
 * A browser: follows redirects within the product, keeps cookies by path, and stops where it
 * leaves.
 */
export const browserOf = (w: Product) => {
  const jar = new Map<string, { value: string; path: string }>()
  const keep = (response: Response): void => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
      const name = pair.slice(0, pair.indexOf('='))
      const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/'
      const gone = attributes.some((one) => /^(max-age=0|expires=Thu, 01 Jan 1970)/i.test(one))
      if (gone) jar.delete(keyOf(name, path))
      else jar.set(keyOf(name, path), { value: pair.slice(pair.indexOf('=') + 1), path })
    }
  }
  const cookiesFor = (url: URL): string => {
    const isUnder = (path: string): boolean =>
      path === '/' ||
      url.pathname === path ||
      url.pathname.startsWith(path.endsWith('/') ? path : `${path}/`)
    return [...jar]
      .flatMap(([key, { value, path }]) =>
        isUnder(path) ? `${key.split(' ', 1)[0] ?? ''}=${value}` : [],
      )
      .join('; ')
  }
  const send = async (url: URL, init: RequestInit = {}): Promise<Response> => {
    const headers = { accept: 'text/html', cookie: cookiesFor(url), ...init.headers }
    const response = await w.app.request(url.href, { ...init, headers, redirect: 'manual' })
    keep(response)
    return response
  }
  /**
   * Opens an address and goes on as a browser would. Resolves with the page it ends on, or with the
   * address outside, or one that `isEnd`, that it was sent to.
   */
  const open = async (
    address: URL | string,
    init: RequestInit = {},
    isEnd: (url: URL) => boolean = () => false,
  ): Promise<{ url: URL; page?: string; status: number }> => {
    let url = new URL(address, w.publicUrl)
    let response = await send(url, init)
    for (let hop = 0; hop < 20; hop++) {
      const target =
        response.headers.get('location') ??
        /^0; url=(.*)$/.exec(response.headers.get('refresh') ?? '')?.[1]
      if (target === undefined || target === null)
        return { url, page: await response.text(), status: response.status }
      url = new URL(target, url)
      if (isEnd(url) || url.origin !== new URL(w.publicUrl).origin)
        return { url, status: response.status }
      response = await send(url)
    }
    throw new Error('the browser was sent around in circles')
  }
  const post = (address: URL | string, fields: Record<string, string>) =>
    open(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
      body: new URLSearchParams(fields).toString(),
    })
  /**
   * Fills in and sends the first form of a page as its person does: to its own address, with what
   * it hides.
   */
  const submit = (shown: { url: URL; page?: string }, fields: Record<string, string> = {}) => {
    const [form = ''] = /<form[\s\S]*?<\/form>/.exec(shown.page ?? '') ?? []
    if (form === '') throw new Error(`there is no form at ${shown.url.pathname}`)
    const hidden = [...form.matchAll(/type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, unescaped(value)],
    )
    const action = /<form[^>]*action="([^"]+)"/.exec(form)?.[1]
    return post(new URL(action === undefined ? '' : unescaped(action), shown.url), {
      ...(Object.fromEntries(hidden) as Record<string, string>),
      ...fields,
    })
  }
  return {
    jar,
    cookiesFor,
    open,
    post,
    submit,
    /** Gives the browser the session of somebody who has signed in. */
    signIn: (token: string): void => {
      jar.set(
        w.publicUrl.startsWith('https:') ? '__Host-guesthouse_session' : 'guesthouse_session',
        { value: token, path: '/' },
      )
    },
  }
}
export type Browser = ReturnType<typeof browserOf>

/**
 * A token for the account API, or for the directory API of an organization, as the admin centre
 * gets it; undefined when nobody is signed in, or not let in there.
 */
export const tokenIn = async (
  { app, publicUrl }: Product,
  browser: Browser,
  organizationId?: string,
): Promise<Token | undefined> => {
  const visit = async (url: string) => {
    // The answer stands in the address that leads back; nobody looks at the page there.
    const back = callbackOf(publicUrl, 'admin')
    const isBack = ({ origin, pathname }: URL): boolean => origin + pathname === back
    const end = await browser.open(url, {}, isBack)
    return { url: end.url.href, status: end.status }
  }
  const on = {
    origin: publicUrl,
    fetch: async (url: string, init?: RequestInit) => app.request(url, init),
    visit,
  }
  return organizationId === undefined
    ? signOnSilently(on, { app: 'admin', issuerId: peopleIssuerId, scope: 'Account.ReadWrite' })
    : signOnSilently(on, {
        app: 'admin',
        issuerId: organizationId,
        scope: 'Directory.AccessAsUser.All',
      })
}

const accountApi = /^\/account(\/|$)/

/**
 * What the header Authorization of a request is, in a browser with these cookies: our web apps send
 * a token to the account API.
 */
export const authorizationFor = async (
  product: Product,
  url: string | URL,
  cookie: string,
): Promise<{ authorization?: string }> => {
  if (!accountApi.test(new URL(url, product.publicUrl).pathname) || cookie === '') return {}
  const browser = browserOf(product)
  for (const pair of cookie.split('; '))
    browser.jar.set(pair.slice(0, pair.indexOf('=')), {
      value: pair.slice(pair.indexOf('=') + 1),
      path: '/',
    })
  const token = await tokenIn(product, browser)
  return token === undefined ? {} : { authorization: `Bearer ${token.text}` }
}

/** A request to the account API from a browser with these cookies. */
export const askAccount = async (
  product: Product,
  cookie: string,
  path: string,
  init: RequestInit = {},
): Promise<Response> =>
  product.app.request(`${product.publicUrl}${path}`, {
    ...init,
    headers: { ...init.headers, ...(await authorizationFor(product, path, cookie)) },
  })
