/**
 * The domains of an organization: showing that one is its own, giving it up, making it the default.
 * What an organization has shown no other can show, so people and addresses at a domain have one
 * home. How one is added stands in add-domain.ts.
 */
import type { Activity, Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import {
  attempt,
  changed,
  firstRow,
  sql,
  transaction,
  type Database,
} from '../../store/database.ts'
import { installationSecret, keyedDigest } from '../../store/installation-secret.ts'
import { lockTenant } from '../administrators.sql.ts'
import { isUsedDomain } from './domain-use.sql.ts'

export type DomainOf = { readonly tenantId: TenantId; readonly name: string }

/**
 * The text that an organization puts into the DNS of a domain to show that it is its own. Another
 * one's is another, so that none shows what another has put there.
 */
export const domainProof = async (db: Database, { tenantId, name }: DomainOf): Promise<string> => {
  const secret = await installationSecret(db, 'domains')
  return `guesthouse-domain=${keyedDigest(secret, tenantId, name).toString('base64url')}`
}

/** What the log says of the domains of an organization. */
export const noteOfDomains = (
  tx: Database,
  tenantId: TenantId,
  activity: Activity,
  context: Context,
) =>
  record(
    tx,
    eventOf(context, { tenantId, activity, target: { kind: 'organization', id: tenantId } }),
  )

type Held = {
  readonly isDefault: boolean
  readonly isInitial: boolean
  readonly isVerified: boolean
}

const isVerified = sql`exists (select 1 from verified_domains v where v.tenant_id = d.tenant_id and v.name = d.name)`

/**
 * Holds a domain, and reads it next: whoever makes a user there waits, and finds it gone or not; it
 * may have been shown while it was waited for.
 */
export const holdDomain = async (
  tx: Database,
  { tenantId, name }: DomainOf,
): Promise<Held | undefined> => {
  const one = sql`tenant_domains d where d.tenant_id = ${tenantId} and d.name = ${name}`
  await sql`select 1 from ${one} for update`.execute(tx)
  return firstRow(
    tx,
    select<Held>({ isDefault: 'is_default', isInitial: 'is_initial', isVerified })`from ${one}`,
  )
}

/** A domain that is there counts as verified from now on, unless it did or is gone. */
export const setVerified = async (
  tx: Database,
  { tenantId, name }: DomainOf,
  context: Context,
): Promise<boolean> => {
  const done = await changed(
    tx,
    sql`update tenant_domains set verified_at = ${context.now} where tenant_id = ${tenantId} and name = ${name} and verified_at is null`,
  )
  if (done > 0) await noteOfDomains(tx, tenantId, 'domain.verified', context)
  return done > 0
}

/** What the store says where another organization has verified the domain. */
export const ofAnother = {
  a_verified_domain_has_one_tenant: { outcome: 'domainTaken' },
} as const

export type VerifyResult = {
  outcome: 'verified' | 'already' | 'notFound' | 'notShown' | 'domainTaken'
}

const standingOf = async (
  db: Database,
  { tenantId, name }: DomainOf,
): Promise<'notFound' | 'already' | 'claimed'> => {
  const found = await firstRow(
    db,
    select<{ isVerified: boolean }>({
      isVerified,
    })`from tenant_domains d where d.tenant_id = ${tenantId} and d.name = ${name}`,
  )
  if (found === undefined) return 'notFound'
  return found.isVerified ? 'already' : 'claimed'
}

/**
 * Takes a domain as the organization's own when its DNS says so. `notShown`: it does not, by what
 * `textsOf` finds. `domainTaken`: another organization was faster.
 */
export const verifyDomain = async (
  db: Database,
  which: DomainOf,
  textsOf: (name: string) => Promise<readonly string[]>,
  context: Context,
): Promise<VerifyResult> => {
  const before = await standingOf(db, which)
  if (before !== 'claimed') return { outcome: before }
  const [texts, proof] = await Promise.all([textsOf(which.name), domainProof(db, which)])
  if (!texts.includes(proof)) return { outcome: 'notShown' }
  return attempt(
    db,
    async (tx): Promise<VerifyResult> => {
      if (await setVerified(tx, which, context)) return { outcome: 'verified' }
      // Somebody was faster, by showing it or by giving it up.
      const now = await standingOf(tx, which)
      return { outcome: now === 'claimed' ? 'notShown' : now }
    },
    ofAnother,
  )
}

export type RemoveResult = { outcome: 'removed' | 'notFound' | 'kept' | 'used' }

/**
 * Gives a domain up. `kept`: it is the default one, or the one the organization was made with.
 * `used`: users, deleted ones too, or a provider still have it.
 */
export const removeDomain = (
  db: Database,
  which: DomainOf,
  context: Context,
): Promise<RemoveResult> =>
  transaction(db, async (tx) => {
    await lockTenant(tx, which.tenantId)
    const held = await holdDomain(tx, which)
    if (held === undefined) return { outcome: 'notFound' }
    if (held.isDefault || held.isInitial) return { outcome: 'kept' }
    if (held.isVerified && (await isUsedDomain(tx, which))) return { outcome: 'used' }
    await sql`delete from tenant_domains where tenant_id = ${which.tenantId} and name = ${which.name}`.execute(
      tx,
    )
    await noteOfDomains(tx, which.tenantId, 'domain.removed', context)
    return { outcome: 'removed' }
  })

export type DefaultResult = { outcome: 'changed' | 'already' | 'notFound' | 'notVerified' }

/** Makes a verified domain the one that new users get. */
export const makeDefaultDomain = (
  db: Database,
  which: DomainOf,
  context: Context,
): Promise<DefaultResult> =>
  transaction(db, async (tx) => {
    const { tenantId, name } = which
    await lockTenant(tx, tenantId)
    const held = await holdDomain(tx, which)
    if (held === undefined) return { outcome: 'notFound' }
    if (!held.isVerified) return { outcome: 'notVerified' }
    if (held.isDefault) return { outcome: 'already' }
    // One at a time: at no moment are there two.
    await sql`update tenant_domains set is_default = false where tenant_id = ${tenantId} and is_default`.execute(
      tx,
    )
    await sql`update tenant_domains set is_default = true where tenant_id = ${tenantId} and name = ${name}`.execute(
      tx,
    )
    const target = { kind: 'organization', id: tenantId } as const
    const details = { properties: ['defaultDomain'] }
    await record(
      tx,
      eventOf(context, { tenantId, activity: 'organization.updated', target, details }),
    )
    return { outcome: 'changed' }
  })
