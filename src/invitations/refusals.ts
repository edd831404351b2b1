/**
 * A person wants no more invitations from an organization: under whichever name, until they take it
 * back (R37, R132).
 */
import type { Around } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import { listMyOrganizations } from '../people/my-organizations.sql.ts'
import { withdrawRestores } from '../directory/users/close-requests.sql.ts'
import { emailIssuer } from '../kernel/address.ts'
import { provedAddressesOf } from '../people/proved-addresses.sql.ts'
import type { AddressKey } from '../kernel/address.ts'
import { newId, type PersonId, type TenantId, type UserId } from '../kernel/ids.ts'
import { installationSecret, keyedDigest } from '../store/installation-secret.ts'
import { answering } from '../store/columns.ts'
import {
  firstRow,
  rows,
  sql,
  transaction,
  type Database,
  type RawBuilder,
} from '../store/database.ts'

/** The digest under which an organization's refusals are kept: no address can be read there. */
export const addressDigest = async (db: Database, key: AddressKey): Promise<Buffer> =>
  keyedDigest(await installationSecret(db, 'invitation refusals'), key)

type Who = {
  readonly tenantId: TenantId
  readonly key: AddressKey | null
  readonly digest: Buffer
  readonly personId: PersonId | null
}

/**
 * Writes the refusal of who declines an invitation to an address: of that address, and of its
 * person where it is known, who does not ask to be restored any more either.
 */
export const refuse = async (
  tx: Database,
  { tenantId, key, digest, personId }: Who,
  around: Around,
): Promise<void> => {
  const written = answering<{ person: PersonId | null }>(
    { person: 'person_id' },
    (list) => sql`
    insert into invitation_refusals (tenant_id, id, address_digest, person_id, refused_at)
    values (${tenantId}, ${newId()}, ${digest},
      coalesce(${personId}::uuid, (select i.person_id from identities i where i.issuer = ${emailIssuer} and i.subject = ${key})), ${around.now})
    on conflict (tenant_id, address_digest) do update set person_id = coalesce(excluded.person_id, invitation_refusals.person_id)
    returning ${list}`,
  )
  const person = (await firstRow(tx, written))?.person ?? null
  if (person !== null) await withdrawRestores(tx, { tenantId, personId: person }, around)
}

/**
 * Whether a person of `persons`, a select of ids, or the address of the digest refuses a tenant
 * `t`.
 */
export const refusesTenant = (
  digest: Buffer,
  persons: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`exists (
  select 1 from invitation_refusals r where r.tenant_id = t.id and (r.address_digest = ${digest} or r.person_id in (${persons})))`

export type RefuseResult =
  | { outcome: 'refused' }
  | { outcome: 'notFound' }
  | { outcome: 'stillHere' }

/**
 * Refuses an organization after having left it. `stillHere`: who is there leaves first, who is
 * invited declines.
 */
export const refuseOrganization = async (
  db: Database,
  { personId, tenantId }: { personId: PersonId; tenantId: TenantId },
  around: Around,
): Promise<RefuseResult> => {
  const [organization] = await listMyOrganizations(db, personId, around.now, tenantId)
  if (organization === undefined) return { outcome: 'notFound' }
  if (organization.deletedAt === null) return { outcome: 'stillHere' }
  // Of an address nobody else has; the person is what counts.
  const digest = keyedDigest(
    await installationSecret(db, 'invitation refusals'),
    'person',
    personId,
  )
  await transaction(db, async (tx) => {
    await refuse(tx, { tenantId, key: null, digest, personId }, around)
    await note(tx, { tenantId, userId: organization.userId }, 'invitation.refused', around)
  })
  return { outcome: 'refused' }
}

export type Refusal = {
  readonly id: string
  readonly tenantId: TenantId
  readonly organizationName: string
  readonly refusedAt: Date
}

const digestsOf = async (db: Database, personId: PersonId): Promise<Buffer[]> => {
  const proved = await rows(db, provedAddressesOf(personId))
  return Promise.all(proved.map(({ address }) => addressDigest(db, address)))
}

const isOneOf = (column: RawBuilder<unknown>, digests: readonly Buffer[]): RawBuilder<unknown> =>
  sql`${column} = any(${[...digests]}::bytea[])`

/**
 * What a person has refused, also by an address that they have proved since; by the organization's
 * name.
 */
export const listRefusals = async (db: Database, personId: PersonId): Promise<Refusal[]> => {
  const digests = await digestsOf(db, personId)
  return rows(
    db,
    answering<Refusal>(
      {
        id: 'r.id',
        tenantId: 'r.tenant_id',
        organizationName: 't.display_name',
        refusedAt: 'r.refused_at',
      },
      (list) => sql`
        select distinct on (t.display_name, r.tenant_id) ${list}
        from invitation_refusals r join tenants t on t.id = r.tenant_id
        where r.person_id = ${personId} or ${isOneOf(sql`r.address_digest`, digests)}
        order by t.display_name, r.tenant_id, r.refused_at`,
    ),
  )
}

/**
 * Takes a refusal back, and with it every other of the same person there. False when it is none of
 * theirs.
 */
export const takeBackRefusal = async (
  db: Database,
  { personId, id }: { personId: PersonId; id: string },
  context: Around,
): Promise<boolean> => {
  const digests = await digestsOf(db, personId)
  return transaction(db, async (tx) => {
    const gone = await firstRow(
      tx,
      answering<{ tenantId: TenantId; userId: UserId | null }>(
        {
          tenantId: 'r.tenant_id',
          userId: sql`(select u.id from deleted_users u where u.tenant_id = r.tenant_id and u.person_id = ${personId}
          order by u.deleted_at desc limit 1)`,
        },
        (list) => sql`
          with mine as (select tenant_id, id from invitation_refusals where person_id = ${personId} or ${isOneOf(sql`address_digest`, digests)})
          delete from invitation_refusals r using mine
          where r.tenant_id = mine.tenant_id and r.id = mine.id and r.tenant_id = (select tenant_id from mine where id = ${id})
          returning ${list}`,
      ),
    )
    if (gone === undefined) return false
    if (gone.userId !== null)
      await note(
        tx,
        { tenantId: gone.tenantId, userId: gone.userId },
        'invitation.refusalTakenBack',
        context,
      )
    return true
  })
}

const note = (
  tx: Database,
  { tenantId, userId }: { tenantId: TenantId; userId: UserId },
  activity: 'invitation.refused' | 'invitation.refusalTakenBack',
  context: Around,
): Promise<void> => {
  const actor = { kind: 'user', id: userId } as const
  return record(tx, eventOf({ ...context, actor }, { tenantId, activity, target: actor }))
}
