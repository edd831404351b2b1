/** The first organization and its first administrator, by a link that is printed once. */
import { roles } from '../access/roles.ts'
import { createOrganizationWith } from '../directory/organizations/create.ts'
import { createMember } from '../directory/users/create.ts'
import { byUser } from '../events/context.ts'
import type { Around, Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import { addressOf, isAddress } from '../kernel/address.ts'
import { isDomain, parseDomain } from '../kernel/domain.ts'
import { newId, type TenantId, type UserId } from '../kernel/ids.ts'
import { isName } from '../kernel/text.ts'
import { hourMs, plus } from '../kernel/time.ts'
import {
  attempt,
  changed,
  firstRow,
  sql,
  transaction,
  undo,
  type Database,
  type Undo,
} from '../store/database.ts'
import { isAnyOrganization } from '../store/relations.sql.ts'
import { judgePassword, setPassword } from './password/set.ts'
import type { PasswordProblem } from './password/password.rule.ts'
import { newToken, tokenHash } from '../store/token.ts'

export const setUpLinkLifetimeMs = 24 * hourMs

/**
 * A new set-up link; earlier ones stop working. Undefined once there is an organization: then there
 * is nothing to set up.
 */
export const createSetUpLink = (
  db: Database,
  now: Date,
): Promise<{ token: string; expiresAt: Date } | undefined> =>
  transaction(db, async (tx) => {
    if (await isAnyOrganization(tx)) return undefined
    const { token, hash } = newToken()
    const expiresAt = plus(now, setUpLinkLifetimeMs)
    await sql`delete from setup_links`.execute(tx)
    await sql`insert into setup_links (token_hash, created_at, expires_at) values (${hash}, ${now}, ${expiresAt})`.execute(
      tx,
    )
    return { token, expiresAt }
  })

const inUse = new WeakSet<Database>()

/**
 * Whether there is no organization. Asked of the store until there is one, and never again:
 * organizations are not deleted.
 */
export const isEmptyInstallation = async (db: Database): Promise<boolean> => {
  if (inUse.has(db)) return false
  if (!(await isAnyOrganization(db))) return true
  inUse.add(db)
  return false
}

/** Whether a set-up link works at `now`. */
export const isSetUpLink = async (db: Database, token: string, now: Date): Promise<boolean> => {
  const hash = tokenHash(token)
  return (
    hash !== undefined &&
    (await firstRow(
      db,
      sql`select 1 from setup_links where token_hash = ${hash} and expires_at > ${now}`,
    )) !== undefined &&
    !(await isAnyOrganization(db))
  )
}

export type SetUp = {
  readonly organizationName: string
  readonly domain: string
  readonly displayName: string
  /** What stands before the @ of the sign-in name. */
  readonly localPart: string
  readonly password: string
}

export type SetUpResult =
  | { outcome: 'done'; userPrincipalName: string }
  | { outcome: 'linkOver' }
  | { outcome: 'invalid'; fields: readonly (keyof SetUp)[]; weak: readonly PasswordProblem[] }
  | { outcome: 'weak'; problems: readonly PasswordProblem[] }

const localPartPattern = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/

const invalidFields = (wish: SetUp): (keyof SetUp)[] => {
  const checks: Partial<Record<keyof SetUp, boolean>> = {
    organizationName: isName(wish.organizationName),
    domain: isDomain(wish.domain),
    displayName: isName(wish.displayName),
    localPart:
      localPartPattern.test(wish.localPart) &&
      (!isDomain(wish.domain) || isAddress(`${wish.localPart}@${wish.domain}`)),
  }
  return (Object.keys(checks) as (keyof SetUp)[]).filter((field) => checks[field] === false)
}

// Told with what else is wrong, so that nobody mends one thing only to meet the next.
const weaknesses = ({ displayName, localPart, domain, organizationName, password }: SetUp) => {
  const names = { displayName, organizationName, givenName: null, surname: null, mail: null }
  return judgePassword({ ...names, userPrincipalName: `${localPart}@${domain}` }, password)
}

/**
 * Makes the first organization and its Global Administrator. The link works once; when something is
 * wrong it stays good for another try.
 */
export const redeemSetUpLink = async (
  db: Database,
  token: string,
  wish: SetUp,
  context: Around,
): Promise<SetUpResult> => {
  const fields = invalidFields(wish)
  if (!(await isSetUpLink(db, token, context.now))) return { outcome: 'linkOver' }
  if (fields.length > 0) return { outcome: 'invalid', fields, weak: await weaknesses(wish) }
  return attempt(db, async (tx) => {
    const used = await changed(
      tx,
      sql`delete from setup_links where token_hash = ${tokenHash(token)}`,
    )
    if (used === 0) return { outcome: 'linkOver' }
    return make(tx, wish, newId<UserId>(), context)
  })
}

// Whoever has the link becomes the first administrator, and all of this is their doing.
const make = async (
  tx: Database,
  wish: SetUp,
  userId: UserId,
  around: Around,
): Promise<SetUpResult | Undo<SetUpResult>> => {
  const context: Context = byUser(around, userId)
  const parsed = parseDomain(wish.domain)
  if ('problem' in parsed)
    return undo<SetUpResult>({ outcome: 'invalid', fields: ['domain'], weak: [] })
  const { domain } = parsed
  const userPrincipalName = `${wish.localPart}@${domain}`
  const administrator = {
    displayName: wish.displayName.trim(),
    userPrincipalName,
    mail: addressOf(userPrincipalName),
  }
  const organization = await createOrganizationWith(
    tx,
    { displayName: wish.organizationName.trim(), domain },
    context,
    async (within, tenantId) => {
      const user = await createMember(within, tenantId, administrator, context, userId)
      if (user.outcome !== 'created')
        throw new Error(`The first administrator could not be made: ${user.outcome}.`)
    },
  )
  if (organization.outcome !== 'created') return undo<SetUpResult>({ outcome: 'linkOver' })
  const { tenantId } = organization
  await makeAdministrator(tx, tenantId, userId, context)
  const password = await setPassword(tx, { tenantId, userId, password: wish.password }, context)
  if (password.outcome === 'weak')
    return undo<SetUpResult>({ outcome: 'weak', problems: password.problems })
  return { outcome: 'done', userPrincipalName }
}

const makeAdministrator = async (
  tx: Database,
  tenantId: TenantId,
  userId: string,
  context: Context,
): Promise<void> => {
  await sql`insert into role_assignments (tenant_id, user_id, role_id, assigned_at) values (${tenantId}, ${userId}, ${roles.globalAdministrator.id}, ${context.now})`.execute(
    tx,
  )
  const target = { kind: 'user', id: userId } as const
  await record(
    tx,
    eventOf(context, {
      tenantId,
      activity: 'role.assigned',
      target,
      related: { kind: 'role', id: roles.globalAdministrator.id },
    }),
  )
}
