/** Reading a receipt as it is now. */
import type { EventId, TenantId } from '../kernel/ids.ts'
import { select, type Columns } from '../store/columns.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../store/database.ts'
import type { Receipt, ToldSystem } from './receipt.ts'

type Row = Omit<Receipt, 'systems'>

const readSystems = (db: Database, tenantId: TenantId, reference: EventId): Promise<ToldSystem[]> =>
  rows(
    db,
    select<ToldSystem>({
      id: 's.application_id',
      name: 's.name',
      acknowledgedAt: 's.acknowledged_at',
      givenUpAt: 's.given_up_at',
    })`from (
        select s.application_id, min(a.display_name) as name,
          case when bool_and(s.acknowledged_at is not null) then max(s.acknowledged_at) end as acknowledged_at,
          case when bool_or(s.acknowledged_at is null and s.given_up_at is not null) then max(s.given_up_at) end as given_up_at
        from receipt_systems s left join live_applications a on a.tenant_id = s.tenant_id and a.id = s.application_id
        where s.tenant_id = ${tenantId} and s.receipt_id = ${reference}
        group by s.application_id) s order by s.name nulls last, s.application_id limit 200`,
  )

const columns: Columns<Row> = {
  reference: 'r.id',
  tenantId: 'r.tenant_id',
  organization: 't.display_name',
  organizationClosed: sql`t.state <> 'active'`,
  userId: 'r.user_id',
  personId: 'r.person_id',
  kind: 'r.kind',
  endedAt: 'r.ended_at',
  restorableUntil: 'r.restorable_until',
  erasedBy: 'r.erased_by',
  restoredAt: 'r.restored_at',
  erasedAt: 'r.erased_at',
  codeHash: 'r.code_hash',
  mailState: 'r.mail_state',
  mailAt: 'r.mail_at',
  mailTries: 'r.mail_tries',
  held: sql`exists (select 1 from deleted_users u
    where u.tenant_id = r.tenant_id and u.id = r.user_id and u.held_at is not null)`,
}

/** The receipt of a reference, of whatever organization; undefined when there is none. */
export const readReceipt = async (
  db: Database,
  reference: EventId,
): Promise<Receipt | undefined> => {
  const found = await firstRow(
    db,
    select(columns)`from receipts r join tenants t on t.id = r.tenant_id where r.id = ${reference}`,
  )
  if (found === undefined) return undefined
  return { ...found, systems: await readSystems(db, found.tenantId, reference) }
}

const readWhere = async (db: Database, which: RawBuilder<unknown>): Promise<Receipt[]> => {
  const found = await rows(
    db,
    select(
      columns,
    )`from receipts r join tenants t on t.id = r.tenant_id where ${which} order by t.display_name, r.ended_at, r.id limit 1000`,
  )
  const all: Receipt[] = []
  for (const one of found)
    all.push({ ...one, systems: await readSystems(db, one.tenantId, one.reference) })
  return all
}

/** Those that were written at once under this reference, by the name of the organization. */
export const readTogether = (db: Database, reference: EventId): Promise<Receipt[]> =>
  readWhere(db, sql`r.together_id = ${reference}`)

/**
 * Those that an id names, for who runs the installation: by their own reference, by that of several
 * together, or by the account.
 */
export const readNamed = (db: Database, id: string): Promise<Receipt[]> =>
  readWhere(db, sql`${id}::uuid in (r.id, r.together_id, r.user_id)`)
