/**
 * The cast of `world`, reachable by a browser: the product on a port of loopback, and passwords to
 * sign in with.
 */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { setPassword } from '../../src/credentials/password/set.ts'
import { world, type Person } from '../world.ts'

const passphrase = 'nine copper kettles sing at dawn'

export const served = async () => {
  const { promise, resolve } = Promise.withResolvers<AddressInfo>()
  // The address has to be known before there is a product to answer there.
  const product: { fetch?: (request: Request, env: object) => Response | Promise<Response> } = {}
  const server = serve(
    {
      fetch: (request, env) => product.fetch?.(request, env) ?? new Response(null, { status: 503 }),
      hostname: '127.0.0.1',
      port: 0,
    },
    resolve,
  )
  const { port } = await promise
  const url = `http://127.0.0.1:${port}`
  const w = await world(url)
  product.fetch = (request, env) => w.app.fetch(request, env)

  /** Signs a person in on the page that is open in the browser. */
  const signIn = async (page: Page, person: Person): Promise<void> => {
    const { tenantId, userId } = { tenantId: person.home.id, userId: person.userId }
    const set = await setPassword(w.db, { tenantId, userId, password: passphrase }, w.operator())
    if (set.outcome !== 'set') throw new Error(set.outcome)
    await page.getByLabel('Sign-in name').fill(person.upn)
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByLabel('Password').fill(passphrase)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }
  const stop = (): Promise<void> => new Promise((done) => server.close(() => done()))
  return { ...w, url, signIn, stop }
}
