/** The languages of whoever looks at a page, and what they choose themselves. */
import type { PersonId, TenantId } from '../kernel/ids.ts'
import { select } from '../store/columns.ts'
import { firstRow, sql, type Database } from '../store/database.ts'
import { homeUser } from '../store/relations.sql.ts'
import { tokenHash } from '../store/token.ts'

/** What a page knows of who looks at it. */
export type Looker = {
  /** The token of a session. */
  readonly session: string | undefined
  /** The token of an invitation's link that the page is about. */
  readonly invitation: string | undefined
  /** The organization that the page is of. */
  readonly tenantId: TenantId | undefined
}

/** Language tags, each list the best first, and the person's time zone. */
export type Languages = {
  readonly person: readonly string[]
  readonly zone: string | null
  readonly invitation: string | null
  readonly organization: string | null
}

const unknown: Languages = { person: [], zone: null, invitation: null, organization: null }

/**
 * What is known of the languages of a page's reader. One statement; none where nothing says who
 * that is.
 */
export const readLanguages = async (
  db: Database,
  { session, invitation, tenantId }: Looker,
  now: Date,
): Promise<Languages> => {
  const [sessionHash, linkHash] = [tokenHash(session), tokenHash(invitation)]
  if (sessionHash === undefined && linkHash === undefined && tenantId === undefined) return unknown
  const found = await firstRow(
    db,
    select<Languages>({
      person: sql`array_remove(array[c.language, h.preferred_language], null)`,
      zone: 'c.time_zone',
      invitation: 'i.language',
      organization: sql`coalesce(it.preferred_language, t.preferred_language, ht.preferred_language)`,
    })`from (select 1) one
      left join sessions s on s.token_hash = ${sessionHash ?? null}::bytea and s.expires_at > ${now}
      left join persons p on p.id = s.person_id
      left join person_settings c on c.person_id = p.id
      left join ${homeUser()}
      left join tenants ht on ht.id = p.home_tenant_id
      left join invitation_links l on l.token_hash = ${linkHash ?? null}::bytea
      left join invitations i on i.tenant_id = l.tenant_id and i.id = l.invitation_id
      left join tenants it on it.id = i.tenant_id
      left join tenants t on t.id = ${tenantId ?? null}::uuid limit 1`,
  )
  return found ?? unknown
}

/** What a person has chosen; null for what they leave to their home, or to nobody. */
export type PersonSettings = { readonly language: string | null; readonly timeZone: string | null }

/** Keeps what a person has chosen. What is undefined stays as it is. */
export const chooseSettings = async (
  db: Database,
  personId: PersonId,
  { language, timeZone }: { readonly [K in keyof PersonSettings]?: PersonSettings[K] | undefined },
  now: Date,
): Promise<void> => {
  await sql`
    insert into person_settings (person_id, language, time_zone, changed_at)
    values (${personId}, ${language ?? null}::text, ${timeZone ?? null}::text, ${now})
    on conflict (person_id) do update set changed_at = excluded.changed_at,
      language = case when ${language !== undefined} then excluded.language else person_settings.language end,
      time_zone = case when ${timeZone !== undefined} then excluded.time_zone else person_settings.time_zone end`.execute(
    db,
  )
}
