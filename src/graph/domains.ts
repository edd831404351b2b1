/** /domains: adding one, showing that it is the organization's own, giving it up. */
import { asks, sees } from '../access/permission.ts'
import { claimDomain } from '../directory/organizations/add-domain.ts'
import {
  domainProof,
  makeDefaultDomain,
  removeDomain,
  verifyDomain,
} from '../directory/organizations/domains.ts'
import { listUsers } from '../directory/users/list.sql.ts'
import { Refusal } from '../edge/refusal.ts'
import { resolveTxt } from '../outbound/txt-records.ts'
import { domainKey, longestDomain } from '../kernel/domain.ts'
import { hourMs, secondMs } from '../kernel/time.ts'
import { domain, domainRecord } from '../wire/graph/domain.ts'
import { readChange, readCreation } from './body.ts'
import { domainShape, readWithDomains } from './domain-shape.ts'
import type { Exchange, GraphRoute, Handler } from './exchange.ts'
import { answerList, collection, entity, noContent, pageOf } from './query/answers.ts'
import { badProperty, conflicting, notFound } from './refusals.ts'
import { amongOthers, shaped } from './shape.ts'
import { userShape } from './users/shape.ts'

const nameIn = (x: Exchange): string => domainKey(x.param('id'))
const whichOf = (x: Exchange) => ({ tenantId: x.tenantId, name: nameIn(x) })
const notThere = (name: string): Refusal => notFound(name.slice(0, longestDomain))

const listDomains: Handler = async (x) =>
  collection(x, 'domains', (await readWithDomains(x)).domains, domainShape)

const readOne = async (x: Exchange, name: string) => {
  const found = (await readWithDomains(x)).domains.find((one) => one.name === name)
  if (found === undefined) throw notThere(name)
  return found
}

const showDomain: Handler = async (x) =>
  entity(x, 'domains', domainShape, await readOne(x, nameIn(x)))

const add: Handler = async (x) => {
  const { id } = await readCreation(x, domain)
  const { outcome } = await claimDomain(x.db, x.tenantId, id, x.context)
  if (outcome === 'already') throw conflicting()
  if (outcome === 'tooMany') throw badProperty('id', 'tooManyDomains')
  return entity(x, 'domains', domainShape, await readOne(x, id), 201)
}

const update: Handler = async (x) => {
  const { isDefault } = await readChange(x, domain)
  if (isDefault === false) throw badProperty('isDefault', 'domainStaysDefault')
  const { name } = await readOne(x, nameIn(x))
  if (isDefault === undefined) return noContent(x)
  const { outcome } = await makeDefaultDomain(x.db, { tenantId: x.tenantId, name }, x.context)
  if (outcome === 'notFound') throw notThere(name)
  if (outcome === 'notVerified') throw badProperty('isDefault', 'domainNotDefault')
  return noContent(x)
}

const remove: Handler = async (x) => {
  const { outcome } = await removeDomain(x.db, whichOf(x), x.context)
  if (outcome === 'notFound') throw notThere(nameIn(x))
  if (outcome === 'kept') throw badProperty('id', 'domainStays')
  if (outcome === 'used') throw badProperty('id', 'domainUsed')
  return noContent(x)
}

const recordShape = shaped<typeof domainRecord, { name: string; text: string }>(domainRecord, {
  id: ({ name }) => name,
  label: ({ name }) => name,
  ttl: () => hourMs / secondMs,
})

const listRecords: Handler = async (x) => {
  const { name } = await readOne(x, nameIn(x))
  const text = await domainProof(x.db, { tenantId: x.tenantId, name })
  const shape = amongOthers(recordShape)
  return collection(x, `domains('${name}')/verificationDnsRecords`, [{ name, text }], shape)
}

const verify: Handler = async (x) => {
  const textsOf = x.services.resolveTxt ?? resolveTxt
  const { outcome } = await verifyDomain(x.db, whichOf(x), textsOf, x.context)
  if (outcome === 'notFound') throw notThere(nameIn(x))
  if (outcome === 'domainTaken') throw new Refusal('domainTaken')
  if (outcome === 'notShown') throw badProperty('id', 'domainNotShown')
  return entity(x, 'domains', domainShape, await readOne(x, nameIn(x)))
}

const userObject = amongOthers(userShape)
const listReferences: Handler = async (x) => {
  const { name } = await readOne(x, nameIn(x))
  const filter = {
    kind: 'compare',
    property: 'userPrincipalName',
    operator: 'endsWith',
    value: `@${name}`,
  } as const
  const list = { order: 'name', search: undefined, filter } as const
  const found = await listUsers(x.db, x.tenantId, { ...pageOf(x), ...list })
  return answerList(x, 'directoryObjects', found, userObject)
}

const takes = { list: true, select: domainShape } as const

export const domainRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/domains',
    permission: sees('organization', 'GET /domains'),
    takes,
    handler: listDomains,
  },
  {
    method: 'POST',
    path: '/domains',
    permission: asks('organization.write', 'POST /domains'),
    handler: add,
  },
  {
    method: 'GET',
    path: '/domains/:id',
    permission: sees('organization', 'GET /domains/{id}'),
    takes: { select: domainShape },
    handler: showDomain,
  },
  {
    method: 'PATCH',
    path: '/domains/:id',
    permission: asks('organization.write', 'PATCH /domains/{id}'),
    handler: update,
  },
  {
    method: 'DELETE',
    path: '/domains/:id',
    permission: asks('organization.write', 'DELETE /domains/{id}'),
    handler: remove,
  },
  {
    method: 'GET',
    path: '/domains/:id/verificationDnsRecords',
    permission: asks('organization.read', 'GET /domains/{id}/verificationDnsRecords'),
    takes: { list: true, select: recordShape },
    handler: listRecords,
  },
  {
    method: 'POST',
    path: '/domains/:id/verify',
    permission: asks('organization.write', 'POST /domains/{id}/verify'),
    handler: verify,
  },
  {
    method: 'GET',
    path: '/domains/:id/domainNameReferences',
    permission: asks('users.inspect', 'GET /domains/{id}/domainNameReferences'),
    takes: { page: true, select: userObject },
    handler: listReferences,
  },
]
