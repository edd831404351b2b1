/** What is asked behind an address, and of which organization: as a row takes it, or refused. */
import { isOrganization } from '../../directory/organization.sql.ts'
import { Refusal } from '../../edge/refusal.ts'
import type { EdgeContext, Services } from '../../edge/routes.ts'
import type { TenantId } from '../../kernel/ids.ts'
import type { Takes } from '../query/taken.ts'
import { denied, unknownSegment } from '../refusals.ts'
import type { Address, AddressReader, Tail } from './address.ts'

const addressOf = (c: EdgeContext, read: AddressReader): Partial<Address> => {
  const { pathname } = new URL(c.req.url)
  return pathname === c.req.path ? {} : (read(pathname) ?? {})
}

/** What is asked of the list behind its address. Refuses an address of another organization. */
export const tailHere = async (
  services: Services,
  { tenantId }: { readonly tenantId: TenantId },
  c: EdgeContext,
  read: AddressReader,
): Promise<Tail> => {
  const { organization, tail = {} } = addressOf(c, read)
  await refuseOthersAddress(services, tenantId, organization)
  return tail
}

/**
 * Refuses what is not asked in this way: of a list it is no segment behind it, and of a property
 * nothing is asked but what it is.
 */
export const refuseTail = (
  { cast, isCounted, property }: Tail,
  { casts, count }: Takes,
  method: string,
): void => {
  if (property !== undefined && method !== 'GET' && method !== 'HEAD')
    throw new Refusal('methodNotAllowed')
  if (cast !== undefined && casts === undefined) throw unknownSegment(`microsoft.graph.${cast}`)
  if (isCounted === true && count === undefined) throw unknownSegment('$count')
}

// The organization is the token's. One that stands in front of the address has to be the same.
const refuseOthersAddress = async (
  { db }: Services,
  tenantId: TenantId,
  organization: string | undefined,
): Promise<void> => {
  if (organization === undefined || (await isOrganization(db, tenantId, organization))) return
  throw denied(
    `The access token is not one of the organization '${organization.slice(0, 100)}' that the address names. Ask for one there, or leave the organization out of the address.`,
  )
}
