/** The user object as every reader gets it. */
import type { UserId } from '../../kernel/ids.ts'
import type { Columns } from '../../store/columns.ts'
import { sql } from '../../store/database.ts'
import type { Row } from '../../wire/graph/definition/row.ts'
import { user } from '../../wire/graph/users/user.ts'
import { disabledAtHomeAsTold, enabledAtHomeAsTold } from '../at-home.sql.ts'
import { columnsOf } from '../columns.sql.ts'
import { standingColumns, type Standing } from './standing.sql.ts'

export type UserRow = Row<typeof user> &
  Standing & {
    readonly id: UserId
    readonly 'guesthouse.homeAccountEnabled': boolean | null
    readonly 'guesthouse.homeDisabledDateTime': Date | null
    readonly signInSessionsValidFromDateTime: Date | null
  }

/**
 * The columns of `UserRow`, of a user `u`, live or deleted. Access ends for the user here, or for
 * the person everywhere, whichever was later (R126).
 */
export const userColumns: Columns<UserRow> = {
  ...columnsOf('u', user),
  ...standingColumns,
  signInSessionsValidFromDateTime: sql`greatest(u.access_ended_at, (select p.access_ended_at from persons p where p.id = u.person_id))`,
  'guesthouse.homeAccountEnabled': enabledAtHomeAsTold,
  'guesthouse.homeDisabledDateTime': disabledAtHomeAsTold,
}
