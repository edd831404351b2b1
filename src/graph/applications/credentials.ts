/** Secrets of applications, made and removed at either of their two sides. */
import { asks } from '../../access/permission.ts'
import { addSecret, removeSecret } from '../../directory/applications/secrets.ts'
import type { ApplicationId } from '../../kernel/ids.ts'
import { dayMs, plus } from '../../kernel/time.ts'
import { readSent } from '../body.ts'
import { givingRoles, idParam, type GraphRoute, type Handler } from '../exchange.ts'
import { wayRefused } from '../linked-users.ts'
import { entity, noContent } from '../query/answers.ts'
import {
  addPassword as adding,
  removePassword as removing,
  secretDays,
} from '../../wire/graph/applications/application-parts.ts'
import { mostSecrets } from '../../wire/graph/applications/proof-limits.ts'
import type { AnsweredBy } from '../../wire/graph/definition/operation.ts'
import { givesOf, powerful, secretShape } from './sign-in.ts'
import { notFound } from '../refusals.ts'
import { Refusal } from '../../edge/refusal.ts'

/** Who may not give roles does not change how one gets at an application that acts here. */
export const ofPowerful = { [powerful]: givingRoles }

export const addPassword: Handler = async (x) => {
  const applicationId = idParam<ApplicationId>(x, 'id')
  const { passwordCredential = {} } = await readSent(x, adding)
  const { displayName = null, endDateTime } = passwordCredential
  const expiresAt = endDateTime ?? plus(x.now, secretDays.usual * dayMs)
  if (expiresAt <= x.now || expiresAt > plus(x.now, secretDays.most * dayMs))
    throw new Refusal(
      'secretEnd',
      `A secret ends in the future, at most ${secretDays.most} days from now. Give another endDateTime, or none for ${secretDays.usual} days.`,
    )
  const result = await addSecret(
    x.db,
    { tenantId: x.tenantId, applicationId },
    { displayName, expiresAt },
    x.context,
    givesOf(x),
  )
  if (result.outcome === 'notFound') throw notFound(applicationId)
  if (result.outcome === 'itself' || result.outcome === 'needsScopeGiver')
    throw wayRefused(result.outcome)
  if (result.outcome === 'tooMany')
    throw new Refusal(
      'tooManySecrets',
      `An application has at most ${mostSecrets} secrets. Remove one that is not used any more.`,
    )
  return entity(
    x,
    'passwordCredentials',
    {
      type: 'microsoft.graph.passwordCredential',
      of: (): AnsweredBy<typeof adding> => ({
        ...secretShape(result.secret),
        secretText: result.text,
      }),
    },
    result,
  )
}

export const removePassword: Handler = async (x) => {
  const applicationId = idParam<ApplicationId>(x, 'id')
  const { keyId } = await readSent(x, removing)
  const { outcome } = await removeSecret(
    x.db,
    { tenantId: x.tenantId, applicationId },
    keyId,
    x.context,
    givesOf(x),
  )
  if (outcome === 'itself' || outcome === 'needsScopeGiver') throw wayRefused(outcome)
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
    operation: adding,
    handler: addPassword,
  },
  {
    method: 'POST',
    path: '/servicePrincipals/:id/removePassword',
    permission: asks('applications.write', 'POST /servicePrincipals/{id}/removePassword', {
      depending: ofPowerful,
    }),
    operation: removing,
    handler: removePassword,
  },
]
