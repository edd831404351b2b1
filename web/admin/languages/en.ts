/** The words of the admin centre in English. */
import { admin } from '../../../src/words/en/admin/admin.ts'
import { shell } from '../../../src/words/en/shell.ts'

export const tables = { shell, own: admin }
