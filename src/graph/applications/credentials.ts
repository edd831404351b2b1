/**
 * Secrets of applications, and how people sign in to them: what /servicePrincipals has of its own
 * for the OpenID Connect provider.
 */
import { asks, need } from '../../access/permission.ts'
import { z } from 'zod'
import { addSecret, maxSecrets, removeSecret } from '../../directory/applications/secrets.ts'
import type { ApplicationId } from '../../kernel/ids.ts'
import { dayMs, plus } from '../../kernel/time.ts'
import { badRequest, optionalText, readBody } from '../body.ts'
import { idParam, notFound, type GraphRoute, type Handler } from '../exchange.ts'
import { needsScopeGiver } from '../linked-users.ts'
import { entity, noContent } from '../query/answers.ts'
import { givesScopes, powerful, secretShape } from './sign-in.ts'

/** A secret lasts this long unless the request says otherwise, and never longer. */
const usualDays = 180

const maxDays = 730

const newPassword = z.strictObject({
  passwordCredential: z
    .strictObject({ displayName: optionalText(90), endDateTime: z.iso.datetime().optional() })
    .optional(),
})

/**
 * What giving an application scopes of the directory needs: who may not give roles may not give
 * those either.
 */
export const giveScopes = need('roles.write', 'POST /roleManagement/directory/roleAssignments')

export const ofPowerful = { [powerful]: giveScopes }

export const addPassword: Handler = async (x) => {
  const applicationId = idParam<ApplicationId>(x, 'id')
  const { passwordCredential = {} } = await readBody(x, newPassword, 'PasswordCredential')
  const { displayName = null, endDateTime } = passwordCredential
  const expiresAt =
    endDateTime === undefined ? plus(x.now, usualDays * dayMs) : new Date(endDateTime)
  if (expiresAt <= x.now || expiresAt > plus(x.now, maxDays * dayMs))
    throw badRequest(
      `A secret ends in the future, at most ${maxDays} days from now. Give another endDateTime, or none for ${usualDays} days.`,
    )
  const result = await addSecret(
    x.db,
    { tenantId: x.tenantId, applicationId },
    { displayName, expiresAt },
    x.context,
    givesScopes(x),
  )
  if (result.outcome === 'notFound') throw notFound(applicationId)
  if (result.outcome === 'needsScopeGiver') throw needsScopeGiver()
  if (result.outcome === 'tooMany')
    throw badRequest(
      `An application has at most ${maxSecrets} secrets. Remove one that is not used any more.`,
    )
  return entity(
    x,
    'passwordCredentials',
    { of: () => ({ ...secretShape(result.secret), secretText: result.text }) },
    result,
  )
}

export const removePassword: Handler = async (x) => {
  const applicationId = idParam<ApplicationId>(x, 'id')
  const { keyId } = await readBody(
    x,
    z.strictObject({ keyId: z.uuid().toLowerCase() }),
    'PasswordCredential',
  )
  const { outcome } = await removeSecret(
    x.db,
    { tenantId: x.tenantId, applicationId },
    keyId,
    x.context,
    givesScopes(x),
  )
  if (outcome === 'needsScopeGiver') throw needsScopeGiver()
  if (outcome === 'notFound') throw notFound(keyId)
  return noContent(x)
}

export const applicationCredentialRoutes: readonly GraphRoute[] = [
  {
    method: 'POST',
    path: '/servicePrincipals/:id/addPassword',
    permission: asks('applications.write', 'POST /servicePrincipals/{id}/addPassword', {
      depending: ofPowerful,
    }),
    handler: addPassword,
  },
  {
    method: 'POST',
    path: '/servicePrincipals/:id/removePassword',
    permission: asks('applications.write', 'POST /servicePrincipals/{id}/removePassword', {
      depending: ofPowerful,
    }),
    handler: removePassword,
  },
]
