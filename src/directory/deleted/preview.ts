/** What a restore would bring back, told before it is done. */
import type { UserId } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import { authorityWouldReach, type Authority } from '../authority.ts'
import type { Several, Which } from '../lock-user.sql.ts'
import { targetOf } from '../target.sql.ts'
import { planOf, type Plan } from './plan.rule.ts'
import { readLinks } from './plan.sql.ts'
import { restoreConflicts, type RestoreConflict } from './restore.rule.ts'
import { readDeletedUsers } from './restore.sql.ts'

export type RestorePreview = Plan & {
  readonly conflicts: readonly RestoreConflict[]
  /** The person left, and is asked first before they are back (R127). */
  readonly asksPerson: boolean
}

/**
 * What a restore of each of these by this authority at `now` would bring back, what it could not
 * and why, and what stands against it (R61): whatever would refuse the restore stands here. Nothing
 * of who is not deleted. Two statements, however many they are.
 */
export const previewRestores = async (
  db: Database,
  which: Several,
  authority: Authority,
  now: Date,
): Promise<ReadonlyMap<UserId, RestorePreview>> => {
  const users = await readDeletedUsers(db, which)
  const links = await readLinks(db, which)
  const previews = new Map<UserId, RestorePreview>()
  for (const [userId, user] of users) {
    const tooHigh: RestoreConflict[] = authorityWouldReach(authority, targetOf(user))
      ? []
      : [{ code: 'targetTooHigh' }]
    const conflicts = [...tooHigh, ...restoreConflicts(user, now, { dropAddresses: false })]
    const plan = planOf(links.get(userId) ?? [])
    previews.set(userId, { ...plan, conflicts, asksPerson: user.asksPerson })
  }
  return previews
}

/** The same of one; undefined for a user that is not deleted. */
export const previewRestore = async (
  db: Database,
  { tenantId, userId }: Which,
  authority: Authority,
  now: Date,
): Promise<RestorePreview | undefined> =>
  (await previewRestores(db, { tenantId, userIds: [userId] }, authority, now)).get(userId)
