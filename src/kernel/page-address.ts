/**
 * Where the pages stand that links, mails and redirects lead to, and below which addresses programs
 * find the two APIs. The links that open something once stand beside (one-time-link.ts).
 */

export const pageAddresses = {
  organizations: '/organizations',
  leave: '/leave',
  receipts: '/receipts',
  myData: '/my-data',
  signIn: '/sign-in',
  guests: '/guests',
  profile: '/profile',
  security: '/security',
  password: '/password',
  language: '/language',
  /** Where somebody who cannot sign in asks to be removed or restored. */
  askByAddress: '/ask-removal',
  demo: '/demo',
} as const

/** The steps of signing in, each a page. */
export const signInPages = {
  ways: '/sign-in/ways',
  code: '/sign-in/code',
  codeCheck: '/sign-in/code/check',
  provider: '/sign-in/provider',
  providerCallback: '/sign-in/provider/callback',
  passkey: '/sign-in/passkey',
  authenticator: '/sign-in/authenticator',
  newPassword: '/sign-in/new-password',
} as const

/** What I sign in with, and where I am signed in; or what is done with a part of it. */
export const securityPages = {
  endSession: '/security/sessions/:id/end',
  addPasskey: '/security/passkeys/add',
  removePasskey: '/security/passkeys/:id/remove',
  authenticator: '/security/authenticator',
  confirmAuthenticator: '/security/authenticator/confirm',
  removeAuthenticator: '/security/authenticator/remove',
  recoveryCodes: '/security/authenticator/recovery-codes',
} as const

/** The same, of one session or passkey. */
export const securityPath = (act: 'endSession' | 'removePasskey', id: string): string =>
  securityPages[act].replace(':id', id)

const asked = (path: string, query: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(query).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`
}

/** One of somebody's organizations, or something that is done with it there. */
export const organizationPath = (id: string, act?: string): string =>
  `${pageAddresses.organizations}/${id}${act === undefined ? '' : `/${act}`}`

/** Opening one of somebody's organizations: its applications. */
export const appsPath = (id: string): string => asked('/', { organization: id })

/** A page of the admin centre of an organization, at first its start. */
export const adminPath = (organizationId: string, page = ''): string =>
  `/admin/${organizationId}/${page}`

/** What is done with one guest of an organization by who answers for them. */
export const guestPath = (organizationId: string, id: string, act: string): string =>
  `${pageAddresses.guests}/${organizationId}/${id}/${act}`

/** The question whether to leave, by id or domain. */
export const leavePath = (named: string): string => `${pageAddresses.leave}/${named}`

/** Where a receipt is read; with the code that opens it to whoever has no session. */
export const receiptPath = (reference: string, code?: string): string =>
  asked(`${pageAddresses.receipts}/${reference}`, { code })

/** What is held about somebody in one organization, or its file of a kind. */
export const myDataPath = (id: string, file?: 'page' | 'json'): string =>
  `${pageAddresses.myData}/${id}${file === undefined ? '' : `/${file}`}`

/** One way of signing in, and then going on to `returnTo`. */
export const signInBy = (
  way: 'provider' | 'code' | 'authenticator' | 'newPassword',
  returnTo: string,
  more: Readonly<Record<string, string>> = {},
): string => asked(signInPages[way], { ...more, return: returnTo })

/** My security page, which says what is `done`. */
export const securityDone = (done: string): string => asked(pageAddresses.security, { done })

/** Changing my own password, and then going on to `returnTo`. */
export const passwordPath = (returnTo: string): string =>
  asked(pageAddresses.password, { return: returnTo })

/** No longer address is gone back to after signing in. */
export const longestReturn = 2_048

/** Signing in, and then going on to `returnTo`; `again` where a session is not enough. */
export const signInAndReturn = (
  returnTo: string,
  again = false,
  more: Readonly<Record<string, string | undefined>> = {},
): string =>
  asked(pageAddresses.signIn, { ...more, again: again ? '1' : undefined, return: returnTo })

/**
 * Below this address lies the account API; it is also the name under which tokens for it are asked
 * for.
 */
export const accountPath = '/account'

/** The directory API in its two versions, which serve the same; we speak of the first. */
export const graphPaths = ['/v1.0', '/beta'] as const

/** The directory API, as we write its address ourselves. */
export const [graphPath] = graphPaths

const apiPaths = [accountPath, ...graphPaths]

/**
 * Whether a path belongs to one of them, in whatever case. Where the account API begins it answers
 * nothing, and whoever comes there thinks of their account.
 */
export const isOfApi = (path: string): boolean => {
  const asked = path.toLowerCase().replace(/\/$/, '')
  return asked !== accountPath && apiPaths.some((api) => `${asked}/`.startsWith(`${api}/`))
}

/** The name that an organization signs with: `iss` of its tokens. */
export const issuerOf = (publicUrl: string, tenantId: string): string =>
  `${publicUrl}/${tenantId}/v2.0`
