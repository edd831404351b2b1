/** What an application says that it asks for at other applications. */
import { scopesIn } from '../../directory/applications/exposed/exposed.rule.ts'
import { usableNamed } from '../../directory/applications/foreign/offered.sql.ts'
import {
  findRegistration,
  type RegistrationRow,
} from '../../directory/applications/registrations.sql.ts'
import { graphAudience } from '../../tokens/access-token.ts'
import type { Exchange } from '../exchange.ts'
import { programFault } from '../refusals.ts'
import type { askedOfOthers } from './application-body.ts'

type Asked = NonNullable<ReturnType<typeof askedOfOthers>>[number]

const isIn = (
  { registered, appRoles }: RegistrationRow,
  { id, type }: Asked['resourceAccess'][number],
) =>
  type === 'Scope'
    ? scopesIn(registered).some((one) => one.id === id)
    : appRoles.some((one) => one.id === id && one.forApplications)

const judge = async (x: Exchange, { resourceAppId, resourceAccess }: Asked): Promise<void> => {
  const named = await usableNamed(x.db, x.tenantId, resourceAppId)
  const found = named && (await findRegistration(x.db, named.homeTenantId, named.registrationId))
  if (found === undefined)
    throw programFault(
      `The resource '${resourceAppId}' is not known here. Applications may ask for the directory, '${graphAudience}', and for applications that are registered here or offered to other organizations.`,
    )
  const unknown = resourceAccess.find((one) => !isIn(found, one))
  if (unknown !== undefined)
    throw programFault(
      `The permission '${unknown.id}' of type '${unknown.type}' is none of the application '${resourceAppId}'. Those that it has stand in its oauth2PermissionScopes, and in its appRoles for applications.`,
    )
}

/** Refuses what asks for what there is not. */
export const refuseUnknown = async (x: Exchange, all: readonly Asked[] = []): Promise<void> => {
  for (const one of all) await judge(x, one)
}
