/**
 * An application with a session of its own, as anybody would write it with openid-client; and the
 * product where a browser reaches it.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import * as client from 'openid-client'
import type { Services } from '../../src/edge/routes.ts'
import { serverApp } from '../../src/server/server.ts'
import { world } from '../world.ts'
import { closed } from '../machines/closed.ts'

/** The cast, reachable at the address that its issuers have. */
export const reachable = async (more: Partial<Services> = {}) => {
  // Applications of tests stand on loopback.
  const w = await world(undefined, { allowPrivateProviders: true })
  const { promise, resolve } = Promise.withResolvers<AddressInfo>()
  let handler: ReturnType<typeof serverApp> | undefined
  const server = serve(
    {
      fetch: (request, env) => handler?.fetch(request, env) ?? new Response(),
      hostname: '127.0.0.1',
      port: 0,
    },
    resolve,
  )
  const publicUrl = `http://127.0.0.1:${(await promise).port}`
  const services = { ...w.services, publicUrl, ...more }
  handler = serverApp(services)
  return {
    w,
    services,
    publicUrl,
    stop: () => closed(server),
  }
}

/** An application with a session of its own, as anybody would write it with openid-client. */
export const relyingApplication = async () => {
  const started = new Map<string, { verifier: string; nonce: string }>()
  let person: { name: string; sid: string; idToken: string } | undefined
  let config: client.Configuration | undefined
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', home())
    const answer = (status: number, text: string, headers: Record<string, string> = {}) => {
      response
        .writeHead(status, { 'content-type': 'text/html', ...headers })
        .end(`<!doctype html><html lang="en"><title>App</title><body>${text}`)
    }
    if (config === undefined) return answer(503, 'not yet')
    if (url.pathname === '/gone') {
      let body = ''
      for await (const chunk of request) body += String(chunk)
      const claims = JSON.parse(
        atob(
          String(new URLSearchParams(body).get('logout_token')?.split('.')[1])
            .replaceAll('-', '+')
            .replaceAll('_', '/'),
        ),
      )
      if (claims.sid === person?.sid) person = undefined
      return answer(200, '')
    }
    if (url.pathname === '/callback') {
      // The answer comes in the address, or in a form (response_mode=form_post).
      if (request.method === 'POST') {
        let body = ''
        for await (const chunk of request) body += String(chunk)
        url.search = body
      }
      const { verifier = '', nonce = '' } = started.get(String(url.searchParams.get('state'))) ?? {}
      const checks = {
        pkceCodeVerifier: verifier,
        expectedNonce: nonce,
        expectedState: String(url.searchParams.get('state')),
      }
      const tokens = await client.authorizationCodeGrant(config, url, checks)
      const claims = tokens.claims()
      person = {
        name: String(claims?.['name']),
        sid: String(claims?.['sid']),
        idToken: String(tokens.id_token),
      }
      return answer(302, '', { location: '/' })
    }
    if (url.pathname === '/sign-out' && person !== undefined) {
      const end = client.buildEndSessionUrl(config, {
        id_token_hint: person.idToken,
        post_logout_redirect_uri: `${home()}/callback`,
      })
      return answer(302, '', { location: end.href })
    }
    if (url.pathname === '/sign-in') {
      const [verifier, state, nonce] = [
        client.randomPKCECodeVerifier(),
        client.randomState(),
        client.randomNonce(),
      ]
      started.set(state, { verifier, nonce })
      const challenge = await client.calculatePKCECodeChallenge(verifier)
      const start = client.buildAuthorizationUrl(config, {
        redirect_uri: `${home()}/callback`,
        scope: 'openid profile',
        state,
        nonce,
        code_challenge: challenge,
        code_challenge_method: 'S256',
        ...Object.fromEntries(url.searchParams),
      })
      return answer(302, '', { location: start.href })
    }
    return answer(
      200,
      person === undefined
        ? '<a href="/sign-in">Sign in</a>'
        : `<h1>Hello ${person.name}</h1><a href="/sign-out">Sign out</a>`,
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const home = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    home,
    use: (found: client.Configuration) => {
      config = found
    },
    stop: () => closed(server),
  }
}
