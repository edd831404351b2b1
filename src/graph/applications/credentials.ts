/** Secrets of applications, made and removed at either of their two sides. */
import { asks } from '../../access/permission.ts'
import { addSecret, removeSecret } from '../../directory/applications/secrets.ts'
import type { WhichRegistration } from '../../directory/applications/program.sql.ts'
import type { ApplicationId, RegistrationId } from '../../kernel/ids.ts'
import { dayMs, minuteMs, plus } from '../../kernel/time.ts'
import { readSent } from '../body.ts'
import { givingRoles, idParam, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
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
import { notFound, refusedProperty } from '../refusals.ts'
import type { GivenOf } from '../../wire/graph/definition/sent.ts'
import { ofItsHome, readApplicationOr404 } from './shape.ts'
import { Refusal } from '../../edge/refusal.ts'

/** Who may not give roles does not change how one gets at an application that acts here. */
export const ofPowerful = { [powerful]: givingRoles }

/** Whose secrets an address is about. */
type Whose = (x: Exchange) => Promise<WhichRegistration>

/** Those of a registration, whose secrets are those of its service principal too. */
export const ofRegistration: Whose = (x) =>
  Promise.resolve({ tenantId: x.tenantId, registrationId: idParam<RegistrationId>(x, 'id') })
const ofPrincipal: Whose = async (x) => {
  const id = idParam<ApplicationId>(x, 'id')
  const { registrationId, homeTenantId } = await readApplicationOr404(x, id)
  if (homeTenantId !== x.tenantId) throw ofItsHome('passwordCredentials')
  return { tenantId: x.tenantId, registrationId }
}

/** So much a client's clock may be ahead of ours. */
const skewMs = 5 * minuteMs

/** When a secret ends that is wished for so. Throws what is refused. */
const endOf = (
  {
    startDateTime,
    endDateTime,
  }: NonNullable<GivenOf<(typeof adding)['sent']>['passwordCredential']>,
  now: Date,
): Date => {
  if (startDateTime !== undefined && startDateTime > plus(now, skewMs))
    throw refusedProperty(
      'startDateTime',
      'A secret is good as soon as it is made. Send no startDateTime, or one that is not later than now.',
      'InvalidValue',
    )
  const expiresAt = endDateTime ?? plus(now, secretDays.usual * dayMs)
  if (expiresAt <= now || expiresAt > plus(now, secretDays.most * dayMs))
    throw new Refusal(
      'secretEnd',
      `A secret ends in the future, at most ${secretDays.most} days from now. Give another endDateTime, or none for ${secretDays.usual} days.`,
    )
  return expiresAt
}

export const addPassword =
  (whose: Whose): Handler =>
  async (x) => {
    const { passwordCredential = {} } = await readSent(x, adding)
    const { displayName = null } = passwordCredential
    const expiresAt = endOf(passwordCredential, x.now)
    const result = await addSecret(
      x.db,
      await whose(x),
      { displayName, expiresAt },
      x.context,
      givesOf(x),
    )
    if (result.outcome === 'notFound') throw notFound(idParam(x, 'id'))
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

export const removePassword =
  (whose: Whose): Handler =>
  async (x) => {
    const { keyId } = await readSent(x, removing)
    const { outcome } = await removeSecret(x.db, await whose(x), keyId, x.context, givesOf(x))
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
    handler: addPassword(ofPrincipal),
  },
  {
    method: 'POST',
    path: '/servicePrincipals/:id/removePassword',
    permission: asks('applications.write', 'POST /servicePrincipals/{id}/removePassword', {
      depending: ofPowerful,
    }),
    operation: removing,
    handler: removePassword(ofPrincipal),
  },
]
