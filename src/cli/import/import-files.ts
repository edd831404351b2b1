/** An import from the first file to the last: users, then groups, then who is in which. */
import type { z } from 'zod'
import type { Context } from '../../events/event.ts'
import type { Database } from '../../store/database.ts'
import type { Organization } from '../find.sql.ts'
import type { Terminal } from '../terminal.ts'
import { importRows, leftOf, type Row } from './batch.ts'
import { groupsStep, membershipsStep, type Membership } from './import-groups.ts'
import { usersStep } from './import-users.ts'
import { newKnown } from './known.ts'
import { startProgress } from './progress.ts'
import type { List } from './read-list.ts'
import type { Results } from './results.ts'
import { groupRow, keyOf, memberRow, membersRow, problemOf, userRow } from './rows.ts'

export type Files = { readonly users: List | undefined; readonly groups: List | undefined; readonly members: List | undefined }

/** Imports the files into the organization and notes in `results` what became of each row. Throws when the store goes away; what was committed is noted. */
export const importFiles = async (
  db: Database,
  organization: Organization,
  files: Files,
  context: Context,
  results: Results,
  terminal: Terminal,
): Promise<void> => {
  const known = newKnown(organization.tenantId)
  // Judged before anything is written, so that the bar counts what there is to do.
  const users = fitting(files.users, userRow, results)
  const groups = fitting(files.groups, groupRow, results)
  const memberships = [...membershipsOf(files.members, results), ...membersOfGroups(files.groups, results)]
  const bar = startProgress(terminal, organization.displayName.slice(0, 24), users.length + groups.length + memberships.length)
  try {
    await importRows(db, users, usersStep(organization, known, context), results, bar)
    await importRows(db, groups, groupsStep(known, context), results, bar)
    await importRows(db, memberships, membershipsStep(known, context), results, bar)
  } finally {
    bar.end()
  }
}

/** The rows of a list that have the shape; the others are noted as failed. */
const fitting = <T>(list: List | undefined, shape: z.ZodType<T>, results: Results): Row<T>[] =>
  (list?.rows ?? []).flatMap((value, n) => {
    const place = { file: list?.file ?? '', row: n + 1, key: keyOf(value) }
    const parsed = shape.safeParse(value)
    if (parsed.success) return { ...place, value: parsed.data }
    results.failed.push(leftOf(place, problemOf(parsed.error)))
    return []
  })

const membershipsOf = (list: List | undefined, results: Results): Row<Membership>[] =>
  fitting(list, membersRow, results).flatMap(({ file, row, value }) =>
    expand(file, row, value.groupId ?? value.group ?? '', value.members, results),
  )

/** A group may carry its members with it, as `$expand=members` gives them. */
const membersOfGroups = (list: List | undefined, results: Results): Row<Membership>[] =>
  (list?.rows ?? []).flatMap((value, n) => {
    const { id, displayName, members } = (value ?? {}) as { id?: unknown; displayName?: unknown; members?: unknown }
    const group = typeof id === 'string' ? id : displayName
    return typeof group === 'string' && Array.isArray(members) ? expand(list?.file ?? '', n + 1, group, members, results) : []
  })

const expand = (file: string, row: number, group: string, members: readonly unknown[], results: Results): Row<Membership>[] =>
  members.flatMap((value) => {
    const place = { file, row, key: `${group}: ${keyOf(value)}` }
    const parsed = memberRow.safeParse(value)
    if (parsed.success) return { ...place, value: { group, member: parsed.data } }
    results.failed.push(leftOf(place, problemOf(parsed.error)))
    return []
  })
