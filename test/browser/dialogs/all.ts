/** All dialogs of the admin centre, called as they are in accented English. */
import { admin } from '../../../src/words/en/admin/admin.ts'
import { shell } from '../../../src/words/en/shell.ts'
import { pseudo } from '../../../src/words/pseudo.ts'
import type { Dialogs } from './dialog.ts'
import { ofDeleted } from './of-deleted.ts'
import { ofOthers } from './of-others.ts'
import { ofUsers } from './of-users.ts'
import type { Stage } from './stage.ts'

export const said = { words: pseudo(admin), shell: pseudo(shell) }

export const dialogsAt = (at: Stage['at']): Dialogs => ({
  ...ofUsers(said, at),
  ...ofOthers(said, at),
  ...ofDeleted(said, at),
})

/** The names of the buttons that open one. */
export const openers: ReadonlySet<string> = new Set(
  Object.values(dialogsAt({} as Stage['at']))
    .flat()
    .map(({ by }) => by),
)
