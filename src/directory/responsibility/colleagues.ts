/** Who could answer for guests in one's place. */
import type { PersonId, TenantId } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import { listCandidates, readLeaver, type Candidate } from '../succession/facts.sql.ts'

/** So many colleagues are shown at once; the others are found by their name. */
const shownColleagues = 20

/** Members who could answer in one's place, of those whom one sees. */
export const listColleagues = async (
  db: Database,
  { personId, tenantId }: { readonly personId: PersonId; readonly tenantId: TenantId },
  search: string | undefined,
): Promise<{ readonly colleagues: readonly Candidate[]; readonly more: boolean }> => {
  const me = await readLeaver(db, personId, tenantId)
  if (me === undefined) return { colleagues: [], more: false }
  const found = await listCandidates(db, tenantId, me, search, shownColleagues + 1)
  return { colleagues: found.slice(0, shownColleagues), more: found.length > shownColleagues }
}
