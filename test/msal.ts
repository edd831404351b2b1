/** Microsoft's own library in tests, unchanged, over the product in process. */
import { ProtocolMode, type Configuration, type INetworkModule } from '@azure/msal-node'
import type { Application, World } from './sign-on.ts'

// The library takes no authority without https.
export const address = 'https://guesthouse.test'

const networkOf = (w: World): INetworkModule => {
  const send = async (
    method: string,
    url: string,
    options?: { headers?: Record<string, string>; body?: string },
  ) => {
    const { headers = {}, body } = options ?? {}
    const response = await w.app.request(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    })
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: (await response.json()) as never,
    }
  }
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  }
}

export type Mode = 'AAD' | 'OIDC'

/** Its settings for an application; `at` stands in the place of the organization. */
export const settings = (
  w: World,
  application: Application,
  mode: Mode,
  at: string = application.at.id,
): Configuration => ({
  auth: {
    clientId: application.appId,
    authority: mode === 'AAD' ? `${address}/${at}` : `${address}/${at}/v2.0`,
    knownAuthorities: ['guesthouse.test'],
    ...(application.secret === undefined ? {} : { clientSecret: application.secret }),
  },
  system: {
    networkClient: networkOf(w),
    protocolMode: mode === 'AAD' ? ProtocolMode.AAD : ProtocolMode.OIDC,
  },
})

/** What it asks for. */
export const graph = [`${address}/User.Read`, 'offline_access']
