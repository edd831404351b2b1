/** What applications are called as resources: each name is one application's in an organization. */
import { rows, sql, type Database } from '../../../store/database.ts'
import { select } from '../../../store/columns.ts'
import { isIdentifierUri } from './exposed.rule.ts'
import type { WhichRegistration } from '../program.sql.ts'

export type IdentifierProblem =
  | { outcome: 'badIdentifier'; uri: string }
  /** Another application has it, or had it and can be restored. */
  | { outcome: 'identifierTaken'; uri: string }

/**
 * Has a held registration called so, the whole list; undefined when it is. In the transaction of
 * the change, which is taken back where it is not.
 */
export const setIdentifiers = async (
  tx: Database,
  { tenantId, registrationId, appId }: WhichRegistration & { readonly appId: string },
  wanted: readonly string[],
): Promise<IdentifierProblem | undefined> => {
  const bad = wanted.find((uri) => !isIdentifierUri(uri, appId))
  if (bad !== undefined) return { outcome: 'badIdentifier', uri: bad }
  const uris = [...new Set(wanted)]
  await sql`delete from identifier_uris where tenant_id = ${tenantId} and registration_id = ${registrationId}
    and uri <> all(${uris}::text[])`.execute(tx)
  await sql`insert into identifier_uris (tenant_id, uri, registration_id)
    select ${tenantId}, k.uri, ${registrationId} from unnest(${uris}::text[]) k(uri) on conflict do nothing`.execute(
    tx,
  )
  const [taken] = await rows(
    tx,
    select<{ uri: string }>({ uri: 'uri' })`from identifier_uris
      where tenant_id = ${tenantId} and uri = any(${uris}::text[]) and registration_id <> ${registrationId} order by uri limit 1`,
  )
  return taken === undefined ? undefined : { outcome: 'identifierTaken', uri: taken.uri }
}
