/** The words of the portal in Japanese. */
import { memberships } from '../../../src/words/ja/memberships.ts'
import { portal } from '../../../src/words/ja/portal.ts'
import { shell } from '../../../src/words/ja/shell.ts'

export const tables = { shell, own: { ...portal, ...memberships } }
