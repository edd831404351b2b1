/**
 * Whole code flows, as browsers and an application make them, from a process of its own: what the
 * sending and the checking of tokens take is not the server's processor time.
 */
import { fork } from 'node:child_process'
import * as client from 'openid-client'
import { measure, type Rate } from './load.ts'

export const redirectUri = 'https://app.example/callback'

export type Flows = {
  readonly issuer: string
  readonly clientId: string
  readonly secret: string
  /** The cookies that each browser begins with; they make their flows at the same time. */
  readonly browsers: readonly (readonly (readonly [string, string])[])[]
  /** Whether a browser keeps what one flow gives it for the next. */
  readonly keeps: boolean
  readonly count: number
}

type Jar = Map<string, string>

const keep = (jar: Jar, response: Response): void => {
  for (const line of response.headers.getSetCookie()) {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
    jar.set(name, value)
  }
}

/** From the application's request over every redirect to the tokens that it has checked. */
const codeFlow = async (config: client.Configuration, origin: string, jar: Jar): Promise<void> => {
  const verifier = client.randomPKCECodeVerifier()
  const state = client.randomState()
  let url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid profile',
    state,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  while (url.href.startsWith(origin)) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } })
    keep(jar, response)
    const next =
      response.headers.get('location') ??
      /url=(.*)$/.exec(response.headers.get('refresh') ?? '')?.[1]
    if (next === undefined) throw new Error(`${response.status} at ${url.href}`)
    url = new URL(next, url)
    await response.body?.cancel()
  }
  await client.authorizationCodeGrant(config, url, {
    pkceCodeVerifier: verifier,
    expectedState: state,
  })
}

const makeAll = async (flows: Flows): Promise<Rate> => {
  const { issuer, clientId, secret, browsers, keeps, count } = flows
  const auth = client.ClientSecretBasic(secret)
  const options = { execute: [client.allowInsecureRequests] }
  const config = await client.discovery(new URL(issuer), clientId, undefined, auth, options)
  const { origin } = new URL(issuer)
  const jars = browsers.map((cookies) => new Map(cookies))
  const one = (index: number) => {
    const place = index % jars.length
    const jar = keeps ? jars[place] : new Map(browsers[place])
    return codeFlow(config, origin, jar ?? new Map())
  }
  // What is made once is not measured; each browser makes its first one by itself.
  for (const place of jars.keys()) await one(place)
  await measure(Math.ceil(count / 5), jars.length, one)
  process.send?.('warm')
  await new Promise((resolve) => process.once('message', resolve))
  return measure(count, jars.length, one)
}

/**
 * Makes the flows. `measured` runs them, after everything that is made once has been; what it
 * resolves with comes back.
 */
export const sendFlows = async <T>(
  flows: Flows,
  measured: (run: () => Promise<Rate>) => Promise<T>,
): Promise<T> => {
  const sender = fork(import.meta.filename)
  const failed = new Promise<never>((_resolve, reject) => {
    sender.on('error', reject)
    sender.on('exit', (code) => reject(new Error(`the sender ended with ${code}`)))
  })
  const answer = <A>() =>
    Promise.race([failed, new Promise<A>((resolve) => sender.once('message', resolve as never))])
  sender.send(flows)
  await answer()
  return measured(() => {
    const rate = answer<Rate>()
    sender.send('go')
    return rate
  }).finally(() => {
    failed.catch(() => {})
    sender.disconnect()
  })
}

if (process.argv[1] === import.meta.filename)
  process.once('message', async (flows: Flows) => {
    const rate = await makeAll(flows)
    process.send?.(rate)
  })
