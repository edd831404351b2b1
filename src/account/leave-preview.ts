/** What leaving would end (R6, R7): of one organization, and of many that are left at once. */
import { roleNamed, roles } from '../access/roles.ts'
import { listEndings, type Ending } from '../directory/links/preview.sql.ts'
import { restorableUntil } from '../directory/users/retention.rule.ts'
import { undoableIfLeft } from '../directory/users/undo.rule.ts'
import type { TenantId } from '../kernel/ids.ts'
import { readerOf, type Reader } from '../pages/reader.ts'
import type { LeavePreview } from '../wire/account.ts'
import { erasedBy } from '../wire/erasure.ts'
import { endings } from '../wire/ties.ts'
import { roleNameIn } from '../words/role-name.ts'
import type { Exchange, Handler } from './exchange.ts'
import { organizationShape } from './organization-shape.ts'
import { findOrganizations, notThere, tenantIdOf, type Found } from './organizations.ts'

type Ends = LeavePreview['ends']

type Counted = Ends['groups']

const nothing: Counted = { count: 0, items: [] }

const endsOf = (found: readonly Ending[], reader: Reader): Ends => {
  const ends = Object.fromEntries(Object.values(endings).map(({ all }) => [all, nothing])) as Ends
  for (const { kind, count, items } of found) ends[endings[kind].all] = { count, items: [...items] }
  return { ...ends, roles: namedRoles(ends.roles, reader) }
}

// The store has ids of roles only, and orders by them.
const namedRoles = ({ count, items }: Counted, { words, speech }: Reader): Counted => ({
  count,
  items: speech.inOrder(
    items.map((item) => {
      const name = roleNamed(item.id)
      if (name === undefined) return item
      return { ...item, displayName: roleNameIn(words.roleNames, roles[name].displayName) }
    }),
    ({ displayName }) => displayName,
  ),
})

const shapeOf = (
  x: Exchange,
  { organization, homeName }: Found,
  ends: readonly Ending[],
): LeavePreview => {
  const until = restorableUntil(x.now, organization.retentionDays)
  return {
    organization: organizationShape(organization, homeName, x.words),
    ends: endsOf(ends, readerOf(x.c)),
    retentionDays: organization.retentionDays,
    undoableUntil: undoableIfLeft(organization, x.now, until)?.toISOString() ?? null,
    restorableUntil: until.toISOString(),
    erasedBy: erasedBy(until).toISOString(),
  }
}

/** Of those of these organizations where I belong, in as few statements as of one. */
export const previewsOf = async (
  x: Exchange,
  tenantIds: readonly TenantId[],
): Promise<LeavePreview[]> => {
  const mine = await findOrganizations(x, tenantIds)
  const found = tenantIds.flatMap((id) => mine.get(id) ?? [])
  const ends = await listEndings(
    x.db,
    found.map(({ organization }) => organization),
  )
  return found.map((one) => shapeOf(x, one, ends.get(one.organization.userId) ?? []))
}

/** The same of one. Refuses where I do not belong. */
export const previewOf = async (x: Exchange, tenantId: TenantId): Promise<LeavePreview> => {
  const [found] = await previewsOf(x, [tenantId])
  if (found === undefined) throw notThere(x)
  return found
}

export const previewLeaving: Handler = async (x) => x.c.json(await previewOf(x, tenantIdOf(x)))
