/** Where each endpoint of a provider is, below the organization. */
export const endpoints = {
  authorization: '/oauth2/v2.0/authorize',
  token: '/oauth2/v2.0/token',
  device_authorization: '/oauth2/v2.0/devicecode',
  code_verification: '/oauth2/v2.0/device',
  end_session: '/oauth2/v2.0/logout',
  introspection: '/oauth2/v2.0/introspect',
  revocation: '/oauth2/v2.0/revoke',
  pushed_authorization_request: '/oauth2/v2.0/par',
  jwks: '/discovery/v2.0/keys',
  userinfo: '/oidc/userinfo',
} as const

/** Where an administrator consents for the whole organization. */
export const adminConsentPaths = ['/adminconsent', '/v2.0/adminconsent'] as const

/** Where people are asked. */
export const interactionPath = '/oauth2/v2.0/interaction'

/** The forms in which applications prove themselves. */
export const provingForms = new Set<string>([
  endpoints.token,
  endpoints.device_authorization,
  endpoints.introspection,
  endpoints.revocation,
  endpoints.pushed_authorization_request,
])
