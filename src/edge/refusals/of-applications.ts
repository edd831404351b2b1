/** Refusals of what one property of an application says. */
import { bad } from './of-users.ts'

export const refusalsOfApplications = {
  redirectNotAnAddress: bad(
    'The redirect address is not an address. Give it whole, without spaces, wildcards, name or password.',
  ),
  redirectFragment: bad('The redirect address has a fragment. Leave out # and what follows.'),
  redirectNeedsHttps: bad(
    'The redirect address is not safe. Use https, or http with localhost for programs on the same machine.',
  ),
  redirectScheme: bad(
    'The redirect address has a scheme that is not allowed. Use https; a native application may use one like com.example.app:.',
  ),
  logoutNotAnAddress: bad(
    'The address is not one that is called from here. Give a whole https address, without a fragment, a name or a password.',
  ),
  logoutInternal: bad(
    'The address is one of an internal network, which is not called from here. Give one that is public.',
    'GUESTHOUSE_ALLOW_PRIVATE_PROVIDERS lets internal addresses be called.',
  ),
  roleValueTwice: bad('Two app roles have the same value. Each value stands for one role.'),
} as const
