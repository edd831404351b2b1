/**
 * /identity/identityProviders: who else signs people in; and which account there a member is tied
 * to.
 */
import { asks } from '../../access/permission.ts'
import { Refusal } from '../../edge/refusal.ts'
import { whoAddsDomains } from '../../edge/refusals/of-users.ts'
import { issuerProblem } from '../../credentials/provider/address.rule.ts'
import { callbackUrl } from '../../credentials/provider/client.ts'
import {
  addProvider,
  maxProviders,
  removeProvider,
  updateProvider,
  type UpdateProviderResult,
} from '../../credentials/provider/registry.ts'
import {
  findProvider,
  listProviders,
  type Provider,
} from '../../credentials/provider/provider.sql.ts'
import { readChange, readCreation } from '../body.ts'
import { idParam, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { reportOn, requireAnswer } from './identity-provider-test.ts'
import { collection, entity, noContent, told } from '../query/answers.ts'
import { identityProvider, testProvider } from '../../wire/graph/identity-provider.ts'
import { amongOthers, shaped } from '../shape.ts'
import { identityShape, listOfUser, tie, untie } from './provider-identities.ts'
import { badProperty, notFound, programFault } from '../refusals.ts'

// The secret is written and never read; only whether there is one.
const providerShape = amongOthers(
  shaped<typeof identityProvider, Provider>(identityProvider, {
    hasClientSecret: (provider) => provider.clientSecret !== null,
    isEnabled: ({ disabledAt }) => disabledAt === null,
    createdDateTime: ({ createdAt }) => createdAt.toISOString(),
    disabledDateTime: ({ disabledAt }) => disabledAt?.toISOString() ?? null,
    redirectUri: (_, x) => callbackUrl(x.services.publicUrl),
  }),
)

const refusalOf = (
  result: Exclude<UpdateProviderResult, { outcome: 'updated' }> | { outcome: 'tooMany' },
  id: string,
): Refusal => {
  switch (result.outcome) {
    case 'notFound':
      return notFound(id)
    case 'tooMany':
      return new Refusal(
        'tooManyProviders',
        `The organization names ${maxProviders} providers already. Remove one first.`,
      )
    case 'kindFixed':
      return programFault(
        'A provider stays what it was named for: the home of domains, or for guests. Name another one instead.',
      )
    case 'foreignDomain':
      return badProperty('domains', 'domainNotVerified', {
        value: result.domain,
        message: `'${result.domain}' is not a verified domain of the organization. ${whoAddsDomains}`,
      })
    case 'domainTaken':
      return badProperty('domains', 'domainOfAnotherProvider', {
        value: result.domain,
        message: `Another provider is the home of '${result.domain}' already. Take the domain from it first.`,
      })
  }
}

const list: Handler = async (x) => {
  return collection(
    x,
    'identity/identityProviders',
    await listProviders(x.db, x.tenantId),
    providerShape,
  )
}

const readOr404 = async (x: Exchange, id: string): Promise<Provider> => {
  const provider = await findProvider(x.db, x.tenantId, id)
  if (provider === undefined) throw notFound(id)
  return provider
}

const show: Handler = async (x) =>
  entity(x, 'identity/identityProviders', providerShape, await readOr404(x, idParam(x, 'id')))

const issuerCodes = { notAnIssuer: 'notAnIssuer', private: 'issuerInternal' } as const

const tryOut: Handler = async (x) =>
  told(x, testProvider, await reportOn(x, await readOr404(x, idParam(x, 'id'))))

const create: Handler = async (x) => {
  const { clientSecret, domains = null, ...named } = await readCreation(x, identityProvider)
  const body = { ...named, domains, clientSecret: clientSecret ?? undefined }
  const problem = issuerProblem(body.issuer, x.services.allowPrivateProviders === true)
  if (problem !== undefined) throw badProperty('issuer', issuerCodes[problem])
  await requireAnswer(x, body)
  const result = await addProvider(x.db, x.services.sealKey, x.tenantId, body, x.context)
  if (result.outcome !== 'added') throw refusalOf(result, '')
  return entity(x, 'identity/identityProviders', providerShape, await readOr404(x, result.id), 201)
}

const update: Handler = async (x) => {
  const id = idParam(x, 'id')
  const changes = await readChange(x, identityProvider)
  const result = await updateProvider(
    x.db,
    x.services.sealKey,
    { tenantId: x.tenantId, id },
    changes,
    x.context,
  )
  if (result.outcome !== 'updated') throw refusalOf(result, id)
  return noContent(x)
}

const remove: Handler = async (x) => {
  const id = idParam(x, 'id')
  const { outcome } = await removeProvider(x.db, { tenantId: x.tenantId, id }, x.context)
  if (outcome === 'notFound') throw notFound(id)
  return noContent(x)
}

export const identityProviderRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/identity/identityProviders',
    permission: asks('policies.read', 'read identity providers'),
    takes: { list: true, select: providerShape },
    handler: list,
  },
  {
    method: 'POST',
    path: '/identity/identityProviders',
    permission: asks('organization.write', 'write identity providers'),
    handler: create,
  },
  {
    method: 'GET',
    path: '/identity/identityProviders/:id',
    permission: asks('policies.read', 'read identity providers'),
    takes: { select: providerShape },
    handler: show,
  },
  {
    method: 'PATCH',
    path: '/identity/identityProviders/:id',
    permission: asks('organization.write', 'write identity providers'),
    handler: update,
  },
  {
    method: 'DELETE',
    path: '/identity/identityProviders/:id',
    permission: asks('organization.write', 'write identity providers'),
    handler: remove,
  },
  {
    method: 'POST',
    path: '/identity/identityProviders/:id/guesthouse.test',
    permission: asks('organization.write', 'write identity providers'),
    operation: testProvider,
    handler: tryOut,
  },
  {
    method: 'GET',
    path: '/users/:id/guesthouse.identities',
    permission: asks('users.inspect', 'read identities of users'),
    takes: { list: true, select: identityShape },
    handler: listOfUser,
  },
  {
    method: 'POST',
    path: '/users/:id/guesthouse.identities',
    permission: asks('users.update', 'write identities of users'),
    handler: tie,
  },
  {
    method: 'DELETE',
    path: '/users/:id/guesthouse.identities/:identityId',
    permission: asks('users.update', 'write identities of users'),
    handler: untie,
  },
]
