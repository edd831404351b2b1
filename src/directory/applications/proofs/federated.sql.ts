/** The issuers elsewhere by whose tokens an application proves itself. */
import { counted, select, type Columns } from '../../../store/columns.ts'
import { firstRow, rows, sql, type Database } from '../../../store/database.ts'
import { beyond, byText, ordered, type Page } from '../../../store/keyset.ts'
import type { WhichRegistration } from '../program.sql.ts'

export type FederatedRow = {
  readonly id: string
  readonly name: string
  readonly issuer: string
  readonly subject: string
  readonly audience: string
  readonly description: string | null
  readonly sortValue: string
}

const key = byText(sql`f.name`)

const columns: Columns<FederatedRow> = {
  id: 'f.id',
  name: 'f.name',
  issuer: 'f.issuer',
  subject: 'f.subject',
  audience: 'f.audience',
  description: 'f.description',
  sortValue: key.text,
}

const from = ({ tenantId, registrationId }: WhichRegistration) =>
  sql`from federated_credentials f where f.tenant_id = ${tenantId} and f.registration_id = ${registrationId}`

/** A page of them, by name. */
export const listFederated = (
  db: Database,
  which: WhichRegistration,
  page: Page,
): Promise<FederatedRow[]> =>
  rows(
    db,
    select(
      columns,
    )`${from(which)} and ${beyond(key, sql`f.id`, page)} ${ordered(key, sql`f.id`, page)}`,
  )

/** How many there are. */
export const countFederated = async (db: Database, which: WhichRegistration): Promise<number> =>
  (await firstRow(db, select(counted)`${from(which)}`))?.count ?? 0

/** One, by its id or its name; undefined for none. */
export const findFederated = (
  db: Database,
  which: WhichRegistration,
  named: string,
): Promise<FederatedRow | undefined> =>
  firstRow(db, select(columns)`${from(which)} and (f.id::text = ${named} or f.name = ${named})`)
