/** An import from the first file to the last: users, then groups, then who is in which. */
import type { z } from 'zod'
import { mostExpanded } from '../../wire/at-once.ts'
import type { Context } from '../../events/event.ts'
import type { Database } from '../../store/database.ts'
import type { Organization } from '../find.sql.ts'
import type { Terminal } from '../terminal.ts'
import { importRows, leftOf, type Row } from './batch.ts'
import { groupsStep, membershipsStep, type Membership } from './import-groups.ts'
import { usersStep } from './import-users.ts'
import { newKnown, type Known } from './known.ts'
import { startProgress } from './progress.ts'
import type { List } from './read-list.ts'
import type { Results } from './results.ts'
import { understand, type NotTaken } from './understood.ts'
import { groupRow, keyOf, memberRow, membersRow, problemOf, userRow } from './rows.ts'

export type Files = {
  readonly users: List | undefined
  readonly groups: List | undefined
  readonly members: List | undefined
}

/**
 * Imports the files into the organization and notes in `results` what became of each row. Throws
 * when the store goes away; what was committed is noted.
 */
export const importFiles = async (
  db: Database,
  organization: Organization,
  files: Files,
  context: Context & { readonly publicUrl: string },
  { results, terminal }: { readonly results: Results; readonly terminal: Terminal },
): Promise<void> => {
  const known = newKnown(organization.tenantId)
  // Judged before anything is written, so that the bar counts what there is to do.
  const users = fitting(present(files.users, 'users', known, results), userRow, results)
  results.assumedEnabled = users.filter(
    ({ value }) => typeof value.accountEnabled !== 'boolean',
  ).length
  const groupRows = present(files.groups, 'groups', known, results)
  const groups = fitting(groupRows, groupRow, results)
  const memberRows = present(files.members, 'members', known, results)
  const memberships = [
    ...membershipsOf(memberRows, results),
    ...membersOfGroups(groupRows, results),
  ]
  const bar = startProgress(
    terminal,
    organization.displayName.slice(0, 24),
    users.length + groups.length + memberships.length,
  )
  try {
    await importRows(
      db,
      users,
      usersStep(organization, known, context, context.publicUrl),
      results,
      bar,
    )
    await importRows(db, groups, groupsStep(known, context), results, bar)
    await importRows(db, memberships, membershipsStep(known, context), results, bar)
  } finally {
    bar.end()
  }
}

type Raw = Row<unknown>

/**
 * The rows of a list in Graph's spelling, without those that are deleted where the file comes from;
 * these are noted.
 */
const present = (
  list: List | undefined,
  shape: 'users' | 'groups' | 'members',
  known: Known,
  results: Results,
): Raw[] => {
  if (list === undefined) return []
  const { file } = list
  const notTaken: NotTaken = {}
  const all = list.rows.map((given, n) => {
    const value = understand(given, shape, notTaken)
    return { file, row: n + 1, key: keyOf(value), value }
  })
  if (Object.keys(notTaken).length > 0) results.notTaken[file] = notTaken
  if (list.hasMore)
    results.incomplete.push(
      `${file} is one page of a longer list (it has an @odata.nextLink). What is in it is imported.`,
    )
  return all.filter((row) => {
    const { deletedDateTime, id } = (row.value ?? {}) as { deletedDateTime?: unknown; id?: unknown }
    if (deletedDateTime === undefined) return true
    if (typeof id === 'string') known.deleted.add(id)
    results.skipped.push(leftOf(row, `is deleted in ${file} (deletedDateTime), so it is left out`))
    return false
  })
}

/** The rows that have the shape; the others are noted as failed. */
const fitting = <T>(rows: readonly Raw[], shape: z.ZodType<T>, results: Results): Row<T>[] =>
  rows.flatMap((row) => {
    const parsed = shape.safeParse(row.value)
    if (parsed.success) return { ...row, value: parsed.data }
    results.failed.push(leftOf(row, problemOf(parsed.error)))
    return []
  })

const membershipsOf = (rows: readonly Raw[], results: Results): Row<Membership>[] =>
  fitting(rows, membersRow, results).flatMap((row) => {
    notePage(row, rows.find(({ row: n }) => n === row.row)?.value, row.value.members, results)
    return expand(row, row.value.groupId ?? row.value.group ?? '', row.value.members, results)
  })

/** A group may carry its members with it, as `$expand=members` gives them. */
const membersOfGroups = (rows: readonly Raw[], results: Results): Row<Membership>[] =>
  rows.flatMap((row) => {
    const { id, displayName, members } = (row.value ?? {}) as {
      id?: unknown
      displayName?: unknown
      members?: unknown
    }
    const group = typeof id === 'string' ? id : displayName
    if (typeof group !== 'string' || members === undefined) return []
    const list = Array.isArray(members) ? members : [members]
    notePage(row, row.value, list, results)
    return expand(row, group, list, results)
  })

const notePage = (
  { file, key }: Omit<Raw, 'value'>,
  value: unknown,
  members: readonly unknown[],
  results: Results,
): void => {
  const hasMore =
    (value as Record<string, unknown> | undefined)?.['members@odata.nextlink'] !== undefined
  const how = hasMore
    ? 'are one page of more (members@odata.nextLink)'
    : members.length === mostExpanded
      ? `are exactly ${mostExpanded}, which is all that $expand gives however many there are`
      : undefined
  if (how !== undefined)
    results.incomplete.push(
      `${file}: the members of "${key}" ${how}. List them by themselves, into a file for --members.`,
    )
}

const expand = (
  of: Omit<Raw, 'value'>,
  group: string,
  members: readonly unknown[],
  results: Results,
): Row<Membership>[] =>
  members.flatMap((given) => {
    const value = understand(referenceOf(given), 'member', {})
    const place = { file: of.file, row: of.row, key: `${group}: ${keyOf(value)}` }
    const parsed = memberRow.safeParse(value)
    if (parsed.success) return { ...place, value: { group, member: parsed.data } }
    results.failed.push(leftOf(place, problemOf(parsed.error)))
    return []
  })

// A bare text is an id, or a name to sign in with.
const referenceOf = (given: unknown): unknown =>
  typeof given === 'string'
    ? given.includes('@')
      ? { userPrincipalName: given }
      : { id: given }
    : given
