/** Applications of the directory API, from their definition. */
import type { Answer, Change } from '../wire/graph/definition.ts'
import type { listedServicePrincipal, servicePrincipal } from '../wire/graph/service-principal.ts'

type Whole = Answer<typeof servicePrincipal>
type Listed = Answer<typeof listedServicePrincipal>

export type AppRole = Pick<
  Whole['appRoles'][number],
  'id' | 'value' | 'displayName' | 'description'
>
export type RedirectKind = Whole['guesthouse.redirectUris'][number]['kind']
export type GraphScope = Whole['guesthouse.graphScopes'][number]
export type ClientSecret = Whole['passwordCredentials'][number]
/** Which groups of a person an application is told of. */
export type GroupMembershipClaims = NonNullable<Whole['guesthouse.groupMembershipClaims']>
/** With its text, which is told this once. */
export type NewClientSecret = ClientSecret & { readonly secretText: string }

/** One by itself has all of this; in a list, the sign-in properties and secrets are left out. */
export type Application = Listed & Partial<Omit<Whole, keyof Listed>>
/** How people sign in to an application. Of addresses and scopes the whole list is sent. */
export type SignInProperties = Omit<
  Change<typeof servicePrincipal>,
  'displayName' | 'description' | 'homepage' | 'appRoles'
>
/** A new role has no id yet: the server gives it one. */
export type NewAppRole = Omit<AppRole, 'id'> & { readonly id?: string }
/** Of `appRoles` the whole list is sent. */
export type ApplicationProperties = Omit<Change<typeof servicePrincipal>, 'appRoles'> & {
  readonly appRoles?: readonly NewAppRole[]
}
