/** The accounts that the library asks for: only those who may have a token of this application at this moment. */
import type { Account as LibraryAccount, KoaContextWithOIDC } from 'oidc-provider'
import type { Services } from '../edge/app.ts'
import type { ApplicationId, TenantId } from '../kernel/ids.ts'
import { readAccount, readApplicationAccess, type Account, type ApplicationAccess } from './account.sql.ts'
import { identityClaims } from './claims.ts'
import { ownMetadataOf } from './client-metadata.ts'

/** An account with what tokens say of it. */
export type KnownAccount = LibraryAccount & { readonly facts: Account; readonly access: ApplicationAccess }

export type FindAccount = (ctx: KoaContextWithOIDC, userId: string) => Promise<KnownAccount | undefined>

const nothing: ApplicationAccess = { assigned: false, roles: [], groups: [] }

/** The library's question for one organization. It asks on every grant, so whatever ends somebody's standing ends each of them. Two statements. */
export const findAccountOf =
  ({ db, publicUrl }: Services, tenantId: TenantId): FindAccount =>
  async (ctx, userId) => {
    const facts = await readAccount(db, tenantId, userId)
    if (facts === undefined) return undefined
    const { client } = ctx.oidc
    if (client === undefined) return { accountId: userId, claims: () => ({ sub: userId }), facts, access: nothing }
    const { applicationId, assignmentRequired } = ownMetadataOf(client)
    const access = await readApplicationAccess(db, tenantId, facts.userId, applicationId as ApplicationId)
    if (assignmentRequired && !access.assigned) return undefined
    const claims = () => identityClaims({ publicUrl, tenantId, account: facts, access })
    return { accountId: userId, claims, facts, access }
  }

/** Whether a token may be introspected by `client`: its own, or one for it; and whether the person behind it still stands. */
export const mayIntrospect =
  (findAccount: FindAccount) =>
  async (ctx: KoaContextWithOIDC, client: { clientId: string }, token: object): Promise<boolean> => {
    const { clientId, accountId, extra } = token as { clientId?: string; accountId?: string; extra?: { aud?: unknown } }
    if (clientId !== client.clientId && extra?.aud !== client.clientId) return false
    return accountId === undefined || (await findAccount(ctx, accountId)) !== undefined
  }
