/** Importing groups and memberships. */
import { operatorAuthority } from '../../directory/authority.ts'
import { createGroup } from '../../directory/groups/create.ts'
import { linkUser } from '../../directory/links/link-user.ts'
import type { Context } from '../../events/event.ts'
import type { GroupId } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import { alreadyHere, done, failed, skipped, type Row, type RowResult } from './batch.ts'
import { findGroup, findMember, findSameGroup, learnUsers, type Known } from './known.ts'
import type { GroupRow, MemberRef } from './rows.ts'

/**
 * The step that makes the group of each row. A group of the same name (and mail nickname) that is
 * there is the same group.
 */
export const groupsStep = (known: Known, context: Context) => {
  const rowsByName = new Map<string, number>()
  return {
    kind: 'groups',
    run: async (tx: Database, { value, row }: Row<GroupRow>): Promise<RowResult> => {
      const sameness = JSON.stringify([value.displayName, value.mailNickname ?? null])
      const before = rowsByName.get(sameness)
      if (before !== undefined)
        return failed(
          `row ${before} has the same displayName and mailNickname, so the two could not be told apart`,
        )
      rowsByName.set(sameness, row)
      const there = await findSameGroup(tx, known, value)
      const made = there === undefined ? await makeGroup(tx, known, value, context) : there.id
      if (made === undefined) return failed('may not be made')
      remember(known, value, made)
      return there === undefined ? done() : skipped(alreadyHere)
    },
  } as const
}

const makeGroup = async (
  tx: Database,
  { tenantId }: Known,
  row: GroupRow,
  context: Context,
): Promise<GroupId | undefined> => {
  const { displayName, description, mailNickname } = row
  const group = { displayName, description, mailNickname: mailNickname ?? undefined }
  const result = await createGroup(tx, tenantId, group, operatorAuthority, context)
  return result.outcome === 'created' ? result.groupId : undefined
}

const remember = (known: Known, { id, displayName }: GroupRow, groupId: GroupId): void => {
  if (typeof id === 'string') known.groupsById.set(id, groupId)
  known.groupsByName.set(displayName, known.groupsByName.has(displayName) ? 'several' : groupId)
}

export type Membership = { readonly group: string; readonly member: MemberRef }

/** The step that links the user of each row to its group. */
export const membershipsStep = (known: Known, context: Context) =>
  ({
    kind: 'memberships',
    prepare: (tx: Database, batch: readonly Row<Membership>[]) =>
      learnUsers(
        tx,
        known,
        batch.flatMap(({ value }) => value.member.userPrincipalName ?? []),
      ),
    run: async (
      tx: Database,
      { value: { group, member } }: Row<Membership>,
    ): Promise<RowResult> => {
      if (member['@odata.type'] === '#microsoft.graph.group')
        return failed('the member is a group; only users can be members here')
      if (known.deleted.has(group) || known.deleted.has(member.id ?? ''))
        return skipped('the group or the user is deleted in the file, so it is left out')
      const holderId = await findGroup(tx, known, group)
      if (holderId === undefined)
        return failed('there is no such group, in the files or in the organization')
      if (holderId === 'several')
        return failed('several groups have this name; name the group by its id')
      const userId = await findMember(tx, known, member)
      if (userId === undefined)
        return failed('there is no such user, in the files or in the organization')
      const { outcome } = await linkUser(
        tx,
        'group',
        { tenantId: known.tenantId, holderId, userId },
        operatorAuthority,
        context,
      )
      if (outcome === 'alreadyLinked') return skipped(alreadyHere)
      return outcome === 'linked' ? done() : failed('the group or the user was removed meanwhile')
    },
  }) as const
