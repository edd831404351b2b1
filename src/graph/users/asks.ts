/** What changing a user asks for, by what is written; and changing oneself. */
import { askedBy, asks, need, type Need } from '../../access/permission.ts'
import { namesWhere } from '../../wire/graph/definition/definition.ts'
import { ownProperties } from '../../wire/graph/users/user-password.ts'
import { user } from '../../wire/graph/users/user.ts'

// Not everybody who may change a name may disable, and the other way round.
const byProperty = askedBy(user, {
  accountEnabled: need('users.disable', 'PATCH /users/{id} accountEnabled'),
  otherMails: need('users.update', 'PATCH /users/{id} otherMails'),
  phones: need('users.update', 'PATCH /users/{id} phones'),
  password: need('users.resetPassword', 'reset how users sign in'),
})
const otherwise = need('users.update', 'PATCH /users/{id}')

/** A row that changes whomever the address names. */
export const asksToChange = asks('users.update', 'PATCH /users/{id}', { instead: byProperty })

const others = namesWhere(user, ({ write }) => write === 'always' || write === 'update').filter(
  (name) => !ownProperties.some((own) => own === name),
)
// Nobody but a person is oneself.
const ofOthers = Object.fromEntries(
  others.map((name): [string, Need] => [
    name,
    { ...(byProperty[name] ?? otherwise), applications: null },
  ]),
)

/** A row that changes who calls: their own contact without a role, all else as of anybody. */
export const asksToChangeMyself = asks('self.write', 'PATCH /me', { instead: ofOthers })
