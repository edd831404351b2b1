/** The user object, from the store's words to the wire's. */
import type { UserRow } from '../../directory/users/columns.sql.ts'
import { user } from '../../wire/graph/users/user.ts'
import { amongOthers, shaped } from '../shape.ts'

export const userShape = shaped<typeof user, UserRow>(user, {})

/** A user in a list of objects of any kind. */
export const userObjectShape = amongOthers(userShape)
