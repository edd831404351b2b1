/** How one user signs in, and what an administrator can do when that is lost. */
import type { User } from '../../../src/client/graph.ts'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { UserAccounts } from './user-accounts.tsx'
import { UserFactors } from './user-factors.tsx'
import { UserRedemption } from './user-redemption.tsx'

/**
 * The accounts and factors of a guest are kept at their home; here there is only how they came in.
 */
export const UserSignIn = ({ user }: { readonly user: User }) =>
  user.userType === 'Guest' || user.externalUserState !== null ? (
    <UserRedemption user={user} />
  ) : (
    <>
      <UserFactors user={user} />
      <ForThoseWhoMay action="users.inspect">
        <UserAccounts user={user} />
      </ForThoseWhoMay>
    </>
  )
