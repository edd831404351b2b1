/** What stands around the screens of the admin centre, which speaks English. */
import { shell } from '../../src/words/en/shell.ts'
import type { LoadTables } from '../ui/words.tsx'

export const loadTables: LoadTables<undefined> = async () => ({ shell, own: undefined })
