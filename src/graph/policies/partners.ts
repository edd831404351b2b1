/** /policies/crossTenantAccessPolicy/partners: what goes for single other organizations. */
import { asks } from '../../access/permission.ts'
import { findPartner, listPartners, type Partner } from '../../invitations/partners.sql.ts'
import { addPartner, changePartner } from '../../invitations/partners.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { crossTenantPartner } from '../../wire/graph/policies.ts'
import type { GivenChange } from '../../wire/graph/definition/sent.ts'
import { readChange, readCreation } from '../body.ts'
import { idParam, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { answerList, entity, noContent, pageOf } from '../query/answers.ts'
import { conflicting, notFound, programFault } from '../refusals.ts'
import { shaped } from '../shape.ts'

const partnerShape = shaped<typeof crossTenantPartner, Partner>(crossTenantPartner, {
  tenantId: ({ id }) => id,
  automaticUserConsentSettings: ({ redeems }) => ({
    inboundAllowed: redeems,
    outboundAllowed: redeems,
  }),
  inboundTrust: () => null,
  b2bCollaborationInbound: () => null,
  b2bCollaborationOutbound: () => null,
  b2bDirectConnectInbound: () => null,
  b2bDirectConnectOutbound: () => null,
})

type Body = GivenChange<typeof crossTenantPartner>

const inherited = [
  'inboundTrust',
  'b2bCollaborationInbound',
  'b2bCollaborationOutbound',
  'b2bDirectConnectInbound',
  'b2bDirectConnectOutbound',
] as const

// What would not be done is refused, not ignored.
const refuseOthers = (body: Body): void => {
  const name = inherited.find((one) => (body[one] ?? null) !== null)
  if (name !== undefined)
    throw programFault(
      `'${name}' of a partner is what the default says, and cannot be set here: send null, or leave it out.`,
    )
}

/** Whether invitations are to be redeemed without asking; undefined where nothing is said of it. */
const consentIn = (body: Body): boolean | undefined => {
  refuseOthers(body)
  const given = body.automaticUserConsentSettings
  if (given === undefined) return undefined
  if (given === null) return false
  if (given.inboundAllowed === undefined || given.inboundAllowed !== given.outboundAllowed)
    throw programFault(
      `Both directions are one setting here: send 'inboundAllowed' and 'outboundAllowed' with the same value.`,
    )
  return given.inboundAllowed
}

const whichOf = (x: Exchange) => ({
  tenantId: x.tenantId,
  partnerId: idParam<TenantId>(x, 'id'),
})

const list: Handler = async (x) => {
  const found = await listPartners(x.db, x.tenantId, pageOf(x))
  return answerList(x, crossTenantPartner.set, found, partnerShape)
}

const show: Handler = async (x) => {
  const of = whichOf(x)
  const found = await findPartner(x.db, of)
  if (found === undefined) throw notFound(of.partnerId)
  return entity(x, crossTenantPartner.set, partnerShape, found)
}

const add: Handler = async (x) => {
  const { tenantId: partnerId, ...body } = await readCreation(x, crossTenantPartner)
  const of = { tenantId: x.tenantId, partnerId: partnerId as TenantId }
  const result = await addPartner(x.db, of, consentIn(body) ?? false, x.context)
  if (result.outcome === 'already') throw conflicting()
  if (result.outcome !== 'added') throw notFound(partnerId)
  return entity(x, crossTenantPartner.set, partnerShape, result.partner, 201)
}

const update: Handler = async (x) => {
  const of = whichOf(x)
  const wanted = consentIn(await readChange(x, crossTenantPartner))
  const redeems = wanted ?? (await findPartner(x.db, of))?.redeems
  if (redeems === undefined || !(await changePartner(x.db, of, redeems, x.context)))
    throw notFound(of.partnerId)
  return noContent(x)
}

const remove: Handler = async (x) => {
  const of = whichOf(x)
  if (!(await changePartner(x.db, of, undefined, x.context))) throw notFound(of.partnerId)
  return noContent(x)
}

const reads = asks('policies.read', 'GET /policies/crossTenantAccessPolicy/partners')
const writes = asks('organization.write', 'write partners')
const base = `/${crossTenantPartner.set}`
const one = `${base}/:id`

export const partnerRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: base,
    permission: reads,
    takes: { page: true, select: partnerShape },
    handler: list,
  },
  { method: 'POST', path: base, permission: writes, handler: add },
  { method: 'GET', path: one, permission: reads, takes: { select: partnerShape }, handler: show },
  { method: 'PATCH', path: one, permission: writes, handler: update },
  { method: 'DELETE', path: one, permission: writes, handler: remove },
]
