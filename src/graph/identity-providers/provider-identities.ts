/** Which account at an external provider is a member's. */
import { z } from 'zod'
import { isUuid } from '../../kernel/ids.ts'
import {
  listIdentities,
  tieIdentity,
  untieIdentity,
  type Identity,
  type IdentityRow,
  type TieOutcome,
} from '../../credentials/provider/identities.ts'
import { readCreation } from '../body.ts'
import { authorityOf, type Handler } from '../exchange.ts'
import { whyNot } from '../users/why-not.ts'
import { collection, entity, noContent } from '../query/answers.ts'
import { userParam } from '../users/param.ts'
import { federatedIdentity } from '../../wire/graph/identity-provider.ts'
import { shaped } from '../shape.ts'
import { refusedProperty, badRequest, notAllowedOnTarget, notFound } from '../refusals.ts'
import { Refusal } from '../../edge/refusal.ts'

// The id of an identity is the identity itself, written so that it fits into a path.
const identityId = ({ issuer, subject }: Identity): string =>
  Buffer.from(JSON.stringify([issuer, subject])).toString('base64url')

const identityOf = (id: string): Identity => {
  try {
    const [issuer, subject, ...more] = z
      .array(z.string())
      .parse(JSON.parse(Buffer.from(id, 'base64url').toString()))
    if (issuer !== undefined && subject !== undefined && more.length === 0)
      return { issuer, subject }
  } catch {}
  throw notFound(isUuid(id) ? id : 'identity')
}

export const identityShape = shaped<typeof federatedIdentity, IdentityRow>(federatedIdentity, {
  id: identityId,
  signInType: () => 'federated',
  issuerAssignedId: ({ subject }) => subject,
  createdDateTime: ({ createdAt }) => createdAt.toISOString(),
})

const answerTie = (outcome: TieOutcome, userId: string): void => {
  if (outcome === 'notFound') throw notFound(userId)
  if (outcome === 'targetTooHigh') throw notAllowedOnTarget()
  if (outcome === 'yourself') throw new Refusal('yourself', whyNot.tiesYourself)
  if (outcome === 'homeElsewhere')
    throw new Refusal(
      'homeElsewhere',
      'This user has another home, which alone decides how they sign in.',
    )
  if (outcome === 'unknownProvider') throw new Refusal('unknownProvider')
  if (outcome === 'lastAdministrator')
    throw refusedProperty(
      'identities',
      'This is the only way in of somebody without whom an organization has no Global Administrator. Give them another first.',
      'lastAdministrator',
    )
  if (outcome === 'taken')
    throw badRequest('Another object with the same value for property identities already exists.', {
      details: [
        {
          code: 'ObjectConflict',
          message: 'This account at the provider is tied to a user already.',
          target: 'identities',
        },
      ],
    })
}

export const listOfUser: Handler = async (x) => {
  const which = await userParam(x)
  const found = await listIdentities(x.db, which)
  if (found === undefined) throw notFound(which.userId)
  return collection(x, 'guesthouse.identities', found, identityShape)
}

export const tie: Handler = async (x) => {
  const which = await userParam(x)
  const { issuer, issuerAssignedId: subject } = await readCreation(x, federatedIdentity)
  answerTie(
    await tieIdentity(x.db, which, { issuer, subject }, authorityOf(x), x.context),
    which.userId,
  )
  return entity(
    x,
    'guesthouse.identities',
    identityShape,
    { issuer, subject, createdAt: x.now },
    201,
  )
}

export const untie: Handler = async (x) => {
  const which = await userParam(x)
  const identity = identityOf(x.param('identityId'))
  answerTie(await untieIdentity(x.db, which, identity, authorityOf(x), x.context), which.userId)
  return noContent(x)
}
