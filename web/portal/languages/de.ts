/** The words of the portal in German. */
import { memberships } from '../../../src/words/de/memberships.ts'
import { portal } from '../../../src/words/de/portal.ts'
import { shell } from '../../../src/words/de/shell.ts'

export const tables = { shell, own: { ...portal, ...memberships } }
