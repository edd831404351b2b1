/** /reports/authenticationMethods/userRegistrationDetails: who has what to sign in with. */
import { asks } from '../../access/permission.ts'
import {
  countRegistered,
  listRegistered,
  type Registered,
} from '../../credentials/registered.sql.ts'
import { userRegistration } from '../../wire/graph/users/user-registration.ts'
import type { GraphRoute, Handler } from '../exchange.ts'
import { answerList, pageOf } from '../query/answers.ts'
import { shaped } from '../shape.ts'

const hasSecond = ({ hasPasskey, hasAuthenticator }: Registered): boolean =>
  hasPasskey || hasAuthenticator

const registrationShape = shaped<typeof userRegistration, Registered>(userRegistration, {
  userType: ({ isGuest }) => (isGuest ? 'guest' : 'member'),
  isMfaCapable: hasSecond,
  isMfaRegistered: hasSecond,
  isPasswordlessCapable: ({ hasPasskey }) => hasPasskey,
  methodsRegistered: ({ hasPasskey, hasAuthenticator }) => [
    ...(hasPasskey ? (['passKeyDeviceBound'] as const) : []),
    ...(hasAuthenticator ? (['softwareOneTimePasscode'] as const) : []),
  ],
  lastUpdatedDateTime: (_, x) => x.now.toISOString(),
})

const set = 'reports/authenticationMethods/userRegistrationDetails'

const list: Handler = async (x) =>
  answerList(
    x,
    set,
    await listRegistered(x.db, x.tenantId, pageOf(x)),
    registrationShape,
    x.query.count ? await countRegistered(x.db, x.tenantId) : undefined,
  )

export const registrationRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: `/${set}`,
    permission: asks('audit.read', 'read registrations'),
    takes: { page: true, count: true, select: registrationShape },
    handler: list,
  },
]
