/** The words of the portal in Arabic. */
import { memberships } from '../../../src/words/ar/memberships.ts'
import { portal } from '../../../src/words/ar/portal.ts'
import { shell } from '../../../src/words/ar/shell.ts'

export const tables = { shell, own: { ...portal, ...memberships } }
