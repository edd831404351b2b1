/** A port of loopback that a browser reaches, before there is a product to answer there. */
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { closed } from './closed.ts'

type Answers = { readonly fetch: (request: Request, env: object) => Response | Promise<Response> }

/** What a server proves itself with, in PEM. */
type Proof = { readonly key: string; readonly cert: string }

/** Listens, called `name`, over TLS with `proof`; `answerBy` says who answers from then on. */
export const listening = async (name = '127.0.0.1', proof?: Proof) => {
  const { promise, resolve } = Promise.withResolvers<AddressInfo>()
  let product: Answers | undefined
  const server = serve(
    {
      fetch: (request, env) => product?.fetch(request, env) ?? new Response(null, { status: 503 }),
      hostname: '127.0.0.1',
      port: 0,
      ...(proof === undefined ? {} : { createServer, serverOptions: proof }),
    },
    resolve,
  )
  return {
    url: `${proof === undefined ? 'http' : 'https'}://${name}:${(await promise).port}`,
    answerBy: (answers: Answers): void => {
      product = answers
    },
    stop: () => closed(server),
  }
}
