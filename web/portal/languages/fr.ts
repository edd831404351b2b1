/** The words of the portal in French. */
import { memberships } from '../../../src/words/fr/memberships.ts'
import { portal } from '../../../src/words/fr/portal.ts'
import { shell } from '../../../src/words/fr/shell.ts'

export const tables = { shell, own: { ...portal, ...memberships } }
