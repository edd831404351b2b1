/**
 * What tools ask at the root of a host before they sign in and call the directory API: where its
 * parts are (Terraform and Azure CLI), which authority it is, and how somebody signs in. It is the
 * same for everybody, and says nothing of anybody.
 */
import { Hono } from 'hono'
import type { Env, Services } from '../edge/routes.ts'

/** Where everything of this host is, as resource managers tell it. */
const endpointsOf = (publicUrl: string): object => ({
  name: 'Guesthouse',
  portal: `${publicUrl}/`,
  authentication: {
    loginEndpoint: publicUrl,
    audiences: [`${publicUrl}/`],
    tenant: 'common',
    identityProvider: 'AAD',
  },
  resourceManager: `${publicUrl}/`,
  microsoftGraphResourceId: `${publicUrl}/`,
  suffixes: {},
})

const authorityIn = (address: string | undefined, publicUrl: string): string =>
  address?.startsWith(`${publicUrl}/`) === true
    ? (/^\/([^/]+)/.exec(address.slice(publicUrl.length))?.[1] ?? 'common')
    : 'common'

/** The documents of this host that stand outside of every edge. */
export const pointingApp = ({ publicUrl }: Services): Hono<Env> => {
  const app = new Hono<Env>({ strict: false })
  const { host } = new URL(publicUrl)
  app.get('/metadata/endpoints', (c) => c.json(endpointsOf(publicUrl)))
  // There are no subscriptions here, and nothing that is managed by organization.
  app.get('/tenants', (c) => c.json({ value: [] }))
  app.get('/subscriptions', (c) => c.json({ value: [] }))
  app.get('/common/discovery/instance', (c) => {
    const authority = authorityIn(c.req.query('authorization_endpoint'), publicUrl)
    return c.json({
      tenant_discovery_endpoint: `${publicUrl}/${authority}/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
    })
  })
  // Whoever it is: how somebody signs in is found out by their sign-in.
  app.get('/common/userrealm/:name', (c) =>
    c.json({ ver: '1.0', account_type: 'Managed', cloud_instance_name: host }),
  )
  return app
}
