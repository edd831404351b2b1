/** An application that stands in no table, as a row of the view of live ones. */
import { searchLexemes, sortName } from '../../../kernel/search-words.ts'
import type { TenantId } from '../../../kernel/ids.ts'
import { fold } from '../../../kernel/text.ts'
import { sql, type RawBuilder } from '../../../store/database.ts'
import type { ApplicationRow } from '../list.sql.ts'

/** What stands in `from` for one that is registered nowhere, and belongs to no organization. */
export const rowBeside = (
  tenantId: TenantId,
  { id, appId, displayName, signInAudience, createdAt }: ApplicationRow,
): RawBuilder<unknown> => {
  const row = {
    tenant_id: tenantId,
    id,
    app_id: appId,
    display_name: displayName,
    created_at: createdAt,
    name_key: fold(displayName),
    sort_name: sortName(displayName),
    search_words: searchLexemes(tenantId, displayName)
      .map((word) => `'${word}'`)
      .join(' '),
    audience: signInAudience,
    is_disabled: false,
    account_enabled: true,
    assignment_required: false,
    kept: {},
    registered: {},
    works: true,
  }
  return sql`jsonb_populate_record(null::live_applications, ${JSON.stringify(row)}::jsonb)`
}
