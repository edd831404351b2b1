/**
 * Somebody at a browser, without one: keeps the cookies of each site, follows redirects between
 * them, and fills in forms.
 */
import assert from 'node:assert/strict'
import { authorizationFor } from '../in-process-browser.ts'

type App = { readonly request: (url: string, init?: RequestInit) => Response | Promise<Response> }
export type Page = {
  readonly status: number
  readonly url: string
  readonly text: string
  readonly headers: Headers
}

const longestWay = 12

/**
 * A visitor with no cookies. The site at `home` is `app` in process; every other is reached over
 * the network.
 */
export const browsing = (app: App, home: string, headers: Record<string, string> = {}) => {
  const jars = new Map<string, Map<string, string>>()
  const jarOf = (url: string): Map<string, string> => {
    const { origin } = new URL(url)
    const jar = jars.get(origin) ?? new Map<string, string>()
    jars.set(origin, jar)
    return jar
  }
  const keep = (url: string, answer: Response): void => {
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const name = pair.slice(0, pair.indexOf('='))
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) jarOf(url).delete(name)
      else jarOf(url).set(name, pair.slice(pair.indexOf('=') + 1))
    }
  }
  const once = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jarOf(url)].map(([name, value]) => `${name}=${value}`).join('; ')
    const isHere = new URL(url).origin === new URL(home).origin
    const authorization = isHere
      ? await authorizationFor({ app, publicUrl: new URL(home).origin }, url, cookie)
      : {}
    const all = {
      ...init,
      redirect: 'manual' as const,
      headers: {
        ...authorization,
        'user-agent': 'test',
        ...headers,
        ...init.headers,
        ...(cookie === '' ? {} : { cookie }),
      },
    }
    const answer = await (isHere ? app.request(url, all) : fetch(url, all))
    keep(url, answer)
    return answer
  }
  /** Where a request leads, redirects followed until `stop` says that this one is far enough. */
  const go = async (
    path: string,
    init: RequestInit = {},
    stop: (url: string) => boolean = () => false,
  ): Promise<Page> => {
    let url = new URL(path, home).href
    let answer = await once(url, init)
    for (let step = 0; step < longestWay; step++) {
      const next = answer.headers.get('location')
      if (next === null) break
      url = new URL(next, url).href
      if (stop(url)) break
      await answer.body?.cancel()
      answer = await once(url)
    }
    return { status: answer.status, url, text: await answer.text(), headers: answer.headers }
  }
  const submit = (path: string, fields: Record<string, string>): Promise<Page> =>
    go(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    })
  /** What this visitor's session says who they are; undefined without one. */
  const whoAmI = async (): Promise<string | undefined> => {
    const answer = await once(new URL('/account/me', home).href)
    if (answer.status === 401) return undefined
    assert.equal(answer.status, 200)
    return ((await answer.json()) as { personId: string }).personId
  }
  return { go, submit, whoAmI, jar: jarOf(home), jarOf }
}

export type Browsing = ReturnType<typeof browsing>
