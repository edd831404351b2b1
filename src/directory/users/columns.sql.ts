/** The user object as every reader gets it, and what lists of users are filtered by. */
import type { UserId } from '../../kernel/ids.ts'
import type { Condition } from '../../kernel/condition.ts'
import type { Columns } from '../../store/columns.ts'
import { meets, type Fields } from '../../store/condition.sql.ts'
import { sql, type RawBuilder } from '../../store/database.ts'
import type { Row } from '../../wire/graph/definition/row.ts'
import { user } from '../../wire/graph/users/user.ts'
import { disabledAtHomeAsTold, enabledAtHomeAsTold } from '../at-home.sql.ts'
import { columnsOf } from '../columns.sql.ts'
import { fieldsOf } from '../fields.sql.ts'
import { withoutSponsor } from '../without.sql.ts'
import { identityColumns, identityFields, type Identities } from './identity.sql.ts'
import { standingColumns, standingFields, type Standing } from './standing.sql.ts'

export type UserRow = Row<typeof user> &
  Standing &
  Identities & {
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
  ...identityColumns,
  signInSessionsValidFromDateTime: sql`greatest(u.access_ended_at, (select p.access_ended_at from persons p where p.id = u.person_id))`,
  'guesthouse.homeAccountEnabled': enabledAtHomeAsTold,
  'guesthouse.homeDisabledDateTime': disabledAtHomeAsTold,
}

const stored = fieldsOf('u', user.properties)
const lastSignIn = stored['signInActivity/lastSignInDateTime']
if (lastSignIn === undefined) throw new Error('It is stored when users were active.')

const live: Fields = {
  ...stored,
  'signInActivity/lastNonInteractiveSignInDateTime': lastSignIn,
  'signInActivity/lastSuccessfulSignInDateTime': lastSignIn,
  ...standingFields,
  ...identityFields,
  sponsors: { kind: 'links', none: withoutSponsor },
}

// A deleted user is found by the name that they had, and by the one that made room for others.
const named = live['userPrincipalName']
const deleted: Fields = {
  ...live,
  userPrincipalName: {
    kind: 'own',
    sql: (operator, value) => {
      if (named === undefined) throw new Error('Users have names.')
      const had = meets({ kind: 'compare', property: 'had', operator, value }, { had: named })
      return operator === 'eq' ? sql`(${had} or u.user_principal_name = ${value})` : had
    },
  },
}

/** The condition of a filter on a live user `u`: what a list shows is what a count counts. */
export const meetsUser = (filter: Condition | undefined): RawBuilder<unknown> => meets(filter, live)

/** The same on a deleted user. */
export const meetsDeletedUser = (filter: Condition | undefined): RawBuilder<unknown> =>
  meets(filter, deleted)
