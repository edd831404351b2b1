/** The hosts that clients of Microsoft Graph have compiled in, as a laboratory leads them here. */
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createSecureContext } from 'node:tls'
import { serve } from '@hono/node-server'
import type { proofOf } from '../peers/command-line-client.ts'
import type { World } from '../sign-on.ts'
import { closed } from './closed.ts'

export const hosts = { graph: 'graph.microsoft.com', login: 'login.microsoftonline.com' } as const

/** What a program of Node loads to be led there: every line to one of the hosts goes to `port`. */
export const namesAt = (port: number): string => `
  import { Socket } from 'node:net'
  const { connect } = Socket.prototype
  Socket.prototype.connect = function (...args) {
    const options = Array.isArray(args[0]) ? args[0][0] : args[0]
    if (${JSON.stringify(Object.values(hosts))}.includes(options?.host)) {
      options.servername ??= options.host
      Object.assign(options, { host: '127.0.0.1', port: ${port} })
    }
    return connect.apply(this, args)
  }
`

/** The product at a port of loopback, as whichever of the hosts is asked by name, over TLS. */
export const listeningAsHosts = async (
  w: World,
  proofs: Record<keyof typeof hosts, ReturnType<typeof proofOf>>,
) => {
  const { promise, resolve } = Promise.withResolvers<AddressInfo>()
  const contexts = {
    graph: createSecureContext(proofs.graph),
    login: createSecureContext(proofs.login),
  }
  const server = serve(
    {
      fetch: w.app.fetch,
      hostname: '127.0.0.1',
      port: 0,
      createServer,
      serverOptions: {
        SNICallback: (name, done) => done(null, contexts[name === hosts.login ? 'login' : 'graph']),
      },
    },
    resolve,
  )
  return { port: (await promise).port, stop: () => closed(server) }
}
