/** The words of the portal in Spanish. */
import { memberships } from '../../../src/words/es/memberships.ts'
import { portal } from '../../../src/words/es/portal.ts'
import { shell } from '../../../src/words/es/shell.ts'

export const tables = { shell, own: { ...portal, ...memberships } }
