/** An application as the provider's library wants it: client metadata. */
import type { AdapterPayload } from 'oidc-provider'
import type { ApplicationRow } from '../tokens/application.sql.ts'
import { kindOfAddress } from '../directory/applications/redirect-address.rule.ts'
import { isOwnApp } from '../tokens/own-applications.ts'

export const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code'

const publicKinds = new Set(['spa', 'native'])
const signInKinds = new Set(['web', ...publicKinds])

/** What a request tells about which part of an application it is from. */
export type From = {
  /** It came to an endpoint where applications prove themselves, and brought no secret. */
  readonly withoutSecret: boolean
  /** Where it wants people to be sent back to. */
  readonly address: string | undefined
}

const isLoopback = (uri: string): boolean =>
  /^https:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(uri)

// An application of several kinds is a page here, a server there: each request is judged by the
// addresses of its kind.
const addressesFor = (
  all: ApplicationRow['redirects'],
  { withoutSecret, address }: From,
): ApplicationRow['redirects'] => {
  const open = all.filter(({ kind }) => publicKinds.has(kind))
  if (withoutSecret && open.length > 0) return open
  if (address === undefined) return all
  const asked = kindOfAddress(all, address)
  return all.filter(({ kind }) => kind === asked)
}

type Kind = { readonly signsIn: boolean; readonly native: boolean; readonly asPublic: boolean }

const grantsOf = (
  { appId, provesItself }: ApplicationRow,
  { signsIn, native, asPublic }: Kind,
): string[] => [
  ...(signsIn ? ['authorization_code'] : []),
  // Our own web apps keep nothing: as long as somebody is signed in, they ask again.
  ...(signsIn && !isOwnApp(appId) ? ['refresh_token'] : []),
  ...(native ? [deviceGrant] : []),
  ...(provesItself && !asPublic ? ['client_credentials'] : []),
]

/** What an application is to a request: its addresses, and how it proves itself. */
const partFor = (application: ApplicationRow, from: From) => {
  const all = application.redirects.filter(({ kind }) => signInKinds.has(kind))
  const wanted = addressesFor(all, from)
  const native = wanted.some(({ kind }) => kind === 'native')
  // The library knows no program with such an address; among others it is only looked for where it
  // was asked for.
  const signIn = native ? wanted.filter(({ uri }) => !isLoopback(uri)) : wanted
  const signsIn = signIn.length > 0
  const asPublic =
    from.withoutSecret && signIn.every(({ kind }) => publicKinds.has(kind)) && signsIn
  // A web application that has lost its last secret does not become one that needs none.
  const confidential =
    !asPublic && (application.provesItself || signIn.some(({ kind }) => kind === 'web'))
  return { all, uris: signIn.map(({ uri }) => uri), signsIn, native, asPublic, confidential }
}

/**
 * Client metadata of an application. Which grants it has follows from what it is: redirect
 * addresses make it one that people sign in to, a secret makes it one that may act by itself, and
 * programs on people's devices (native) may show a code.
 */
export const clientMetadata = (application: ApplicationRow, from: From): AdapterPayload => {
  const part = partFor(application, from)
  const { uris, native, confidential } = part
  const urisOf = (kind: 'logout' | 'backchannel'): string[] =>
    application.redirects.filter((one) => one.kind === kind).map(({ uri }) => uri)
  const [backchannel] = urisOf('backchannel')
  const [frontchannel] = urisOf('logout')
  return {
    client_id: application.appId,
    client_name: application.displayName,
    application_type: native ? 'native' : 'web',
    redirect_uris: uris,
    post_logout_redirect_uris: [...new Set([...uris, ...(native ? [] : urisOf('logout'))])],
    response_types: part.signsIn ? ['code'] : [],
    grant_types: grantsOf(application, part),
    // Never compared: secrets are judged by digest. The library wants to see one.
    ...(confidential ? { client_secret: `digest-of-${application.id}` } : {}),
    token_endpoint_auth_method: confidential ? 'client_secret_basic' : 'none',
    ...(backchannel === undefined
      ? {}
      : { backchannel_logout_uri: backchannel, backchannel_logout_session_required: true }),
    applicationId: application.id,
    assignmentRequired: application.assignmentRequired,
    eachAgrees: application.eachAgrees,
    graphScopes: application.graphScopes,
    askedScopes: application.askedScopes,
    pkceRequired: application.pkceRequired,
    worksWhileAway: application.worksWhileAway,
    groupClaims: application.groupClaims,
    optionalClaims: application.optionalClaims,
    permissions: application.permissions,
    addresses: part.all,
    waysInVersion: application.waysInVersion,
    isToldInBrowser: frontchannel !== undefined,
  } as AdapterPayload
}

/** Properties of the above that the library does not know. */
export const ownMetadata = [
  'applicationId',
  'assignmentRequired',
  'eachAgrees',
  'graphScopes',
  'askedScopes',
  'pkceRequired',
  'worksWhileAway',
  'groupClaims',
  'optionalClaims',
  'permissions',
  'addresses',
  'waysInVersion',
  'isToldInBrowser',
] as const

export type OwnMetadata = Pick<
  ApplicationRow,
  | 'assignmentRequired'
  | 'eachAgrees'
  | 'graphScopes'
  | 'askedScopes'
  | 'pkceRequired'
  | 'worksWhileAway'
  | 'groupClaims'
  | 'optionalClaims'
  | 'permissions'
  | 'waysInVersion'
> & {
  readonly applicationId: string
  /** Whether the browser tells it of signing out, with the `sid` of its ID tokens. */
  readonly isToldInBrowser: boolean
  /** Where people are sent back to after signing in, of whatever kind. */
  readonly addresses: ApplicationRow['redirects']
}

/** What we keep on a client. */
export const ownMetadataOf = (client: object): OwnMetadata => client as unknown as OwnMetadata
