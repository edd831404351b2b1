/** What the lists of users, live and deleted, can be filtered by. */
import type { Condition } from '../../kernel/condition.ts'
import { meets, type Fields } from '../../store/condition.sql.ts'
import { sql, type RawBuilder } from '../../store/database.ts'
import { user } from '../../wire/graph/users/user.ts'
import { fieldsOf } from '../fields.sql.ts'
import { withoutSponsor } from '../without.sql.ts'
import { standingFields } from './standing.sql.ts'

const live: Fields = {
  ...fieldsOf('u', user.properties),
  ...standingFields,
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
