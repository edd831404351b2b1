/** The user object as every reader gets it. */
import type { UserId } from '../../kernel/ids.ts'
import type { Columns } from '../../store/columns.ts'
import type { Row } from '../../wire/graph/definition.ts'
import { user } from '../../wire/graph/user.ts'
import { columnsOf } from '../columns.sql.ts'

export type UserRow = Row<typeof user> & { readonly id: UserId }

/** The columns of `UserRow`, of a user `u`, live or deleted. */
export const userColumns: Columns<UserRow> = columnsOf('u', user)
