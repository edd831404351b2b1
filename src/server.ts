/** The whole product as one function from a request to a response: the edges, mounted. */
import { Hono } from 'hono'
import { accountApp } from './account/app.ts'
import type { Env, Services } from './edge/app.ts'
import { asRefusal } from './edge/app.ts'
import { beginRequest, refuseCrossSite, securityHeaders } from './edge/request.ts'
import { graphApp } from './graph/app.ts'
import { signInApp } from './sign-in/app.ts'

/** The server's request handler over `services`. Opens nothing and listens nowhere, so tests and tools can call it in process. */
export const serverApp = (services: Services): Hono<Env> => {
  const app = new Hono<Env>({ strict: false })
  app.use(securityHeaders(services), beginRequest(services), refuseCrossSite(services))
  app.route('/account', accountApp(services))
  const graph = graphApp(services)
  app.route('/v1.0', graph).route('/beta', graph)
  app.route('/', signInApp(services))
  app.onError((error, c) => {
    const refusal = asRefusal(error, services.log, c.get('requestId'))
    const body = { error: { code: refusal.code, message: refusal.message, ...refusal.details, requestId: c.get('requestId') } }
    return c.json(body, { status: refusal.status as 400, headers: { ...refusal.headers } })
  })
  return app
}
