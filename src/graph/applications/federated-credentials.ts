/** /applications/{id}/federatedIdentityCredentials: issuers by whose tokens it proves itself. */
import { asks } from '../../access/permission.ts'
import {
  changeTrust,
  distrustIssuer,
  trustIssuer,
  type ChangeFederatedResult,
  type FederateResult,
} from '../../directory/applications/proofs/federate.ts'
import {
  countFederated,
  findFederated,
  listFederated,
  type FederatedRow,
} from '../../directory/applications/proofs/federated.sql.ts'
import type { Refusal } from '../../edge/refusal.ts'
import type { RegistrationId } from '../../kernel/ids.ts'
import { outboundProblem } from '../../outbound/address.rule.ts'
import { federatedIdentityCredential } from '../../wire/graph/applications/federated-identity-credential.ts'
import { mostFederated } from '../../wire/graph/applications/proof-limits.ts'
import { readChange, readCreation } from '../body.ts'
import { idParam, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { wayRefused } from '../linked-users.ts'
import { answerList, entity, noContent, pageOf } from '../query/answers.ts'
import { conflicting, notFound, programFault, refusedProperty } from '../refusals.ts'
import { shaped } from '../shape.ts'
import { ofPowerful } from './credentials.ts'
import { readRegistrationOr404 } from './shape.ts'
import { givesOf } from './sign-in.ts'

const shape = shaped<typeof federatedIdentityCredential, FederatedRow>(
  federatedIdentityCredential,
  { audiences: ({ audience }) => [audience] },
)
const set = 'federatedIdentityCredentials'

const whichOf = (x: Exchange) => ({
  tenantId: x.tenantId,
  registrationId: idParam<RegistrationId>(x, 'id'),
})

const whichFound = async (x: Exchange) => {
  const which = whichOf(x)
  await readRegistrationOr404(x, which.registrationId)
  return which
}

const list: Handler = async (x) => {
  const which = await whichFound(x)
  const found = await listFederated(x.db, which, pageOf(x))
  return answerList(
    x,
    set,
    found,
    shape,
    x.query.count ? await countFederated(x.db, which) : undefined,
  )
}

const answer = async (x: Exchange, named: string, status?: 201): Promise<Response> => {
  const found = await findFederated(x.db, await whichFound(x), named)
  if (found === undefined) throw notFound(named)
  return entity(x, set, shape, found, status)
}

const namedIn = (x: Exchange): string => x.param('credentialId')

const show: Handler = (x) => answer(x, namedIn(x))

// Whoever calls an address from here looks at it first.
const issuerIn = (x: Exchange, issuer: string): string => {
  if (outboundProblem(issuer, x.services.allowPrivateProviders === true) === undefined)
    return issuer
  throw refusedProperty(
    'issuer',
    'The issuer is no public https address. Give it as it stands in `iss` of its tokens.',
    'InvalidValue',
  )
}

const audienceIn = ([audience]: readonly string[]): string => {
  if (audience !== undefined) return audience
  throw refusedProperty(
    'audiences',
    'A federated credential names one audience. Send it.',
    'InvalidValue',
  )
}

type Refused = Exclude<(FederateResult | ChangeFederatedResult)['outcome'], 'trusted' | 'changed'>

const refusalOf = (outcome: Refused, id: string): Refusal => {
  if (outcome === 'notFound') return notFound(id)
  if (outcome === 'itself' || outcome === 'needsScopeGiver') return wayRefused(outcome)
  return outcome === 'tooManyFederated'
    ? programFault(
        `An application has at most ${mostFederated} federated credentials. Remove one that is not used any more.`,
      )
    : conflicting()
}

const create: Handler = async (x) => {
  const which = whichOf(x)
  const {
    name,
    issuer,
    subject,
    audiences,
    description = null,
  } = await readCreation(x, federatedIdentityCredential)
  const wish = {
    name,
    issuer: issuerIn(x, issuer),
    subject,
    audience: audienceIn(audiences),
    description,
  }
  const result = await trustIssuer(x.db, which, wish, givesOf(x), x.context)
  if (result.outcome !== 'trusted') throw refusalOf(result.outcome, which.registrationId)
  return answer(x, result.id, 201)
}

const change: Handler = async (x) => {
  const { issuer, audiences, ...others } = await readChange(x, federatedIdentityCredential)
  const changes = {
    ...others,
    issuer: issuer === undefined ? undefined : issuerIn(x, issuer),
    audience: audiences === undefined ? undefined : audienceIn(audiences),
  }
  const wish = { named: namedIn(x), changes }
  const { outcome } = await changeTrust(x.db, whichOf(x), wish, givesOf(x), x.context)
  if (outcome !== 'changed') throw refusalOf(outcome, namedIn(x))
  return noContent(x)
}

const remove: Handler = async (x) => {
  const { outcome } = await distrustIssuer(x.db, whichOf(x), namedIn(x), givesOf(x), x.context)
  if (outcome !== 'distrusted') throw refusalOf(outcome, namedIn(x))
  return noContent(x)
}

const all = '/applications/:id/federatedIdentityCredentials'
const one = `${all}/:credentialId`

export const federatedCredentialRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: all,
    permission: asks('applications.read', 'GET /applications/{id}/federatedIdentityCredentials'),
    takes: { page: true, count: true, select: shape },
    handler: list,
  },
  {
    method: 'GET',
    path: one,
    permission: asks(
      'applications.read',
      'GET /applications/{id}/federatedIdentityCredentials/{id}',
    ),
    takes: { select: shape },
    handler: show,
  },
  {
    method: 'POST',
    path: all,
    permission: asks('applications.write', 'POST /applications/{id}/federatedIdentityCredentials', {
      depending: ofPowerful,
    }),
    handler: create,
  },
  {
    method: 'PATCH',
    path: one,
    permission: asks(
      'applications.write',
      'PATCH /applications/{id}/federatedIdentityCredentials/{id}',
      { depending: ofPowerful },
    ),
    handler: change,
  },
  {
    method: 'DELETE',
    path: one,
    permission: asks(
      'applications.write',
      'DELETE /applications/{id}/federatedIdentityCredentials/{id}',
      { depending: ofPowerful },
    ),
    handler: remove,
  },
]
