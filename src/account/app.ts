/** The account edge, /account: one table of routes for a signed-in person. */
import type { Hono } from 'hono'
import { edgeApp, type EdgeContext, type Env, type Services } from '../edge/app.ts'
import type { Refusal } from '../edge/refusal.ts'
import { admitTo, type AccountRoute } from './exchange.ts'

/** Every route of this edge: method, path, permission, handler. */
export const accountRoutes: readonly AccountRoute[] = []

const writeError = (c: EdgeContext, refusal: Refusal): Response =>
  c.json(
    { error: { code: refusal.code, message: refusal.message, ...refusal.details, requestId: c.get('requestId') } },
    { status: refusal.status as 400, headers: { ...refusal.headers } },
  )

export const accountApp = (services: Services): Hono<Env> => edgeApp(services, accountRoutes, admitTo(services), writeError)
