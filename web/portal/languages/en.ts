/** The words of the portal in English. */
import { memberships } from '../../../src/words/en/memberships.ts'
import { portal } from '../../../src/words/en/portal.ts'
import { shell } from '../../../src/words/en/shell.ts'

export const tables = { shell, own: { ...portal, ...memberships } }
