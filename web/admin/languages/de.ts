/** The words of the admin centre in German. */
import { admin } from '../../../src/words/de/admin/admin.ts'
import { problems } from '../../../src/words/de/admin/problems.ts'
import { shell } from '../../../src/words/de/shell.ts'

export const tables = { shell, own: admin, problems }
