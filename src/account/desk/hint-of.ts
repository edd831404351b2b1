/** Which advice fits what somebody signs in with: only who has a password is told to change it. */
import type { Me } from '../../wire/account.ts'

/** What somebody signs in with; absent for nothing of their own. */
export type SignInKind = NonNullable<Me['signIn']>['kind'] | undefined

export const hintOf = (kind: SignInKind): 'password' | 'provider' | 'mail' =>
  kind === 'password' || kind === 'provider' ? kind : 'mail'
