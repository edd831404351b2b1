/**
 * What somebody at home can have to sign in with, told once: what ends when they rise above whoever
 * could have made it (R49), what is a way in by itself (R124), and what a reset takes away. A test
 * compares it with the tables that hold something secret.
 */
import { sql, type RawBuilder } from '../../store/database.ts'
import { personAtHome } from '../../store/relations.sql.ts'
import { homeIssuerPrefix } from '../identity-issuer.ts'
import type { Which } from '../lock-user.sql.ts'

type Credential = {
  readonly table: string
  /** The rows `x` of a user at home. */
  readonly isOf: (which: Which) => RawBuilder<unknown>
  /** Whether it lets somebody in by itself; an authenticator app only goes with a password. */
  readonly alone: boolean
  /** What somebody may have beside a password, and an administrator takes away by a reset. */
  readonly factor?: true
}

const ofUser = ({ tenantId, userId }: Which) =>
  sql`x.tenant_id = ${tenantId} and x.user_id = ${userId}`
const ofPerson = ({ tenantId, userId }: Which) =>
  sql`x.person_id = (select p.id from live_users u join ${personAtHome()} where u.tenant_id = ${tenantId} and u.id = ${userId})`

export const credentials = {
  password: { table: 'local_credentials', isOf: ofUser, alone: true },
  passwordLink: { table: 'password_links', isOf: ofUser, alone: false },
  passkey: { table: 'passkeys', isOf: ofPerson, alone: true, factor: true },
  authenticator: { table: 'authenticators', isOf: ofUser, alone: false, factor: true },
  recoveryCode: { table: 'recovery_codes', isOf: ofUser, alone: false, factor: true },
  /** An account at a provider of the organization. */
  tie: {
    table: 'identities',
    isOf: (which) =>
      sql`${ofPerson(which)} and starts_with(x.issuer, ${homeIssuerPrefix(which.tenantId)})`,
    alone: true,
  },
} as const satisfies Readonly<Record<string, Credential>>

export type CredentialKind = keyof typeof credentials
export const credentialKinds = Object.keys(credentials) as readonly CredentialKind[]

/** Those that let somebody in by themselves. */
export type LoneKind = {
  [K in CredentialKind]: (typeof credentials)[K]['alone'] extends true ? K : never
}[CredentialKind]
export const loneKinds = credentialKinds.filter((kind): kind is LoneKind => credentials[kind].alone)

/** How many of a kind the user has, as an expression. */
export const countOf = (kind: CredentialKind, which: Which): RawBuilder<unknown> =>
  sql`(select count(*)::int from ${sql.table(credentials[kind].table)} x where ${credentials[kind].isOf(which)})`

/** A statement that takes away all of a kind from the user. */
export const removalOf = (kind: CredentialKind, which: Which): RawBuilder<unknown> =>
  sql`delete from ${sql.table(credentials[kind].table)} x where ${credentials[kind].isOf(which)}`
