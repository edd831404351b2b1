/** Applications of the directory API, as docs/graph.md writes them. */

export type AppRole = {
  readonly id: string
  readonly value: string | null
  readonly displayName: string
  readonly description: string | null
}
export type RedirectKind = 'web' | 'spa' | 'native'
export type GraphScope = 'User.Read' | 'Directory.Read.All' | 'Directory.AccessAsUser.All'

/** How people sign in to an application. Of addresses and scopes the whole list is sent. */
export type SignInProperties = {
  readonly appRoleAssignmentRequired?: boolean
  readonly 'guesthouse.redirectUris'?: readonly { readonly kind: RedirectKind; readonly uri: string }[]
  readonly 'guesthouse.logoutUrl'?: string | null
  readonly 'guesthouse.backchannelLogoutUrl'?: string | null
  readonly 'guesthouse.graphScopes'?: readonly GraphScope[]
  /** A code needs PKCE also where the application keeps a secret. */
  readonly 'guesthouse.pkceRequired'?: boolean
  /** It may go on for people while they are away. */
  readonly 'guesthouse.worksWhileAway'?: boolean
}

export type ClientSecret = {
  readonly keyId: string
  readonly displayName: string | null
  /** The first characters. */
  readonly hint: string
  readonly startDateTime: string
  readonly endDateTime: string
}
/** With its text, which is told this once. */
export type NewClientSecret = ClientSecret & { readonly secretText: string }

/** One by itself has all of this; in a list, the sign-in properties and secrets are left out. */
export type Application = SignInProperties & {
  readonly id: string
  readonly appId: string
  readonly passwordCredentials?: readonly ClientSecret[]
  readonly displayName: string
  readonly description: string | null
  readonly homepage: string | null
  readonly appRoles: readonly AppRole[]
}
/** A new role has no id yet: the server gives it one. */
export type NewAppRole = Omit<AppRole, 'id'> & { readonly id?: string }
/** Of `appRoles` the whole list is sent. */
export type ApplicationProperties = SignInProperties & {
  readonly displayName?: string
  readonly description?: string | null
  readonly homepage?: string | null
  readonly appRoles?: readonly NewAppRole[]
}
