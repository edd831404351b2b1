/**
 * The accounts that the library asks for: only those who may have a token of this application at
 * this moment.
 */
import type { Account as LibraryAccount, KoaContextWithOIDC } from 'oidc-provider'
import type { Services } from '../edge/routes.ts'
import type { ApplicationId, TenantId } from '../kernel/ids.ts'
import {
  readAccount,
  readAccountAt,
  type Account,
  type ApplicationAccess,
} from '../tokens/account.sql.ts'
import { identityClaims } from './claims.ts'
import { ownMetadataOf } from './client-metadata.ts'
import { isOfPeople, isOwnApp } from '../tokens/own-applications.ts'
import { isPerson } from '../tokens/person.sql.ts'

/**
 * A user with what tokens say of them. Of a person, at the issuer of people, tokens say nothing but
 * who it is.
 */
export type KnownAccount = LibraryAccount & {
  readonly user?: {
    readonly facts: Account
    readonly access: ApplicationAccess
    /** They have put the application out, and not agreed to it since. */
    readonly hasPutOut: boolean
  }
}

export type FindAccount = (
  ctx: KoaContextWithOIDC,
  userId: string,
) => Promise<KnownAccount | undefined>

const nothing: ApplicationAccess = { assigned: false, roles: [], groups: [], scopes: [] }

/**
 * The library's question for one organization. It asks on every grant, so whatever ends somebody's
 * standing ends each of them. One statement.
 */
export const findAccountOf = ({ db, publicUrl }: Services, tenantId: TenantId): FindAccount => {
  const known = (facts: Account, access: ApplicationAccess, hasPutOut = false): KnownAccount => ({
    accountId: facts.userId,
    claims: () => identityClaims({ publicUrl, tenantId, account: facts, access }),
    user: { facts, access, hasPutOut },
  })
  const asSuch = async (
    userId: string,
    of: (facts: Account) => KnownAccount,
  ): Promise<KnownAccount | undefined> => {
    const facts = await readAccount(db, tenantId, userId)
    return facts && of(facts)
  }
  const atApplication = async (
    userId: string,
    client: object,
  ): Promise<KnownAccount | undefined> => {
    const { applicationId, assignmentRequired, groupClaims } = ownMetadataOf(client)
    const which = { tenantId, userId, applicationId: applicationId as ApplicationId }
    const found = await readAccountAt(db, which, groupClaims === 'ApplicationGroup')
    if (found === undefined || (assignmentRequired && !found.assigned)) return undefined
    return known(found, found, found.hasPutOut)
  }
  return async (ctx, userId) => {
    if (isOfPeople(tenantId))
      return (await isPerson(db, userId))
        ? { accountId: userId, claims: () => ({ sub: userId }) }
        : undefined
    const { client } = ctx.oidc
    if (client === undefined)
      return asSuch(userId, (facts) => ({
        ...known(facts, nothing),
        claims: () => ({ sub: userId }),
      }))
    if (isOwnApp(client.clientId))
      return asSuch(userId, (facts) =>
        known(facts, { ...nothing, scopes: ownMetadataOf(client).graphScopes }),
      )
    return atApplication(userId, client)
  }
}

/**
 * Whether a token may be introspected by `client`: its own, or one for it; and whether the person
 * behind it still stands.
 */
export const mayIntrospect =
  (findAccount: FindAccount) =>
  async (
    ctx: KoaContextWithOIDC,
    client: { clientId: string },
    token: object,
  ): Promise<boolean> => {
    const { clientId, accountId, extra } = token as {
      clientId?: string
      accountId?: string
      extra?: { aud?: unknown }
    }
    if (clientId !== client.clientId && extra?.aud !== client.clientId) return false
    return accountId === undefined || (await findAccount(ctx, accountId)) !== undefined
  }
