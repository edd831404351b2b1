/** An application as the provider's library wants it: client metadata. */
import type { AdapterPayload } from 'oidc-provider'
import type { ApplicationRow } from './application.sql.ts'
import { isOwnApp } from './own-applications.ts'

export const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code'

/**
 * Client metadata of an application. Which grants it has follows from what it is: redirect addresses make it one that people sign in
 * to, a secret makes it one that may act by itself, and programs on people's devices (native) may show a code.
 */
export const clientMetadata = (application: ApplicationRow): AdapterPayload => {
  const { redirects } = application
  const signIn = redirects.filter(({ kind }) => kind === 'web' || kind === 'spa' || kind === 'native')
  const urisOf = (kind: 'logout' | 'backchannel'): string[] => redirects.filter((one) => one.kind === kind).map(({ uri }) => uri)
  const native = signIn.some(({ kind }) => kind === 'native')
  // A web application that has lost its last secret does not become one that needs none.
  const confidential = application.hasSecret || signIn.some(({ kind }) => kind === 'web')
  const [backchannel] = urisOf('backchannel')
  return {
    client_id: application.appId,
    client_name: application.displayName,
    application_type: native ? 'native' : 'web',
    redirect_uris: signIn.map(({ uri }) => uri),
    post_logout_redirect_uris: [...new Set([...signIn.map(({ uri }) => uri), ...(native ? [] : urisOf('logout'))])],
    response_types: signIn.length === 0 ? [] : ['code'],
    grant_types: [
      ...(signIn.length === 0 ? [] : ['authorization_code']),
      // Our own web apps keep nothing: as long as somebody is signed in, they ask again.
      ...(signIn.length === 0 || isOwnApp(application.appId) ? [] : ['refresh_token']),
      ...(native ? [deviceGrant] : []),
      ...(application.hasSecret ? ['client_credentials'] : []),
    ],
    // Never compared: secrets are judged by digest. The library wants to see one.
    ...(confidential ? { client_secret: `digest-of-${application.id}` } : {}),
    token_endpoint_auth_method: confidential ? 'client_secret_basic' : 'none',
    ...(backchannel === undefined ? {} : { backchannel_logout_uri: backchannel, backchannel_logout_session_required: true }),
    applicationId: application.id,
    assignmentRequired: application.assignmentRequired,
    graphScopes: application.graphScopes,
  } as AdapterPayload
}

/** Properties of the above that the library does not know. */
export const ownMetadata = ['applicationId', 'assignmentRequired', 'graphScopes'] as const

export type OwnMetadata = { readonly applicationId: string; readonly assignmentRequired: boolean; readonly graphScopes: readonly string[] }

/** What we keep on a client. */
export const ownMetadataOf = (client: object): OwnMetadata => client as unknown as OwnMetadata
