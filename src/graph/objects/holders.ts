/** At which addresses memberships are asked for, and what an object there is. */
import type { Member, MemberKind } from '../../directory/links/closure.sql.ts'
import { kindOfLive } from '../../directory/links/kind-of-live.sql.ts'
import { idParam, type Exchange } from '../exchange.ts'
import { notFound } from '../refusals.ts'
import { userParam } from '../users/param.ts'

/** The object that the address names, which need not be there. */
export type MemberOfAddress = (x: Exchange) => Promise<Member>

const withId =
  (kind: MemberKind): MemberOfAddress =>
  (x) =>
    Promise.resolve({ tenantId: x.tenantId, kind, id: idParam<string>(x, 'id') })

/** Behind `/users`, `/groups`, `/servicePrincipals`, and `/directoryObjects` for any of them. */
export const memberAt = {
  users: async (x) => {
    const { tenantId, userId } = await userParam(x)
    return { tenantId, kind: 'user', id: userId }
  },
  groups: withId('group'),
  servicePrincipals: withId('application'),
  directoryObjects: async (x) => {
    const { tenantId } = x
    const id = idParam<string>(x, 'id')
    const kind = await kindOfLive(x.db, { tenantId, id })
    // How an application is registered is a member of nothing.
    if (kind === undefined || kind === 'registration') throw notFound(id)
    return { tenantId, kind, id }
  },
} as const satisfies Readonly<Record<string, MemberOfAddress>>

export type Holder = keyof typeof memberAt
