/** What the compiler says of a text, for tests of what must not compile. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'

/** The root of the project, for what the text imports. */
export const root = join(import.meta.dirname, '../..')

/** What the compiler says of a file that holds `text`. */
export const compiled = (t: TestContext, text: string): string => {
  const folder = mkdtempSync(join(root, 'node_modules/.compiled-'))
  t.after(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'file.ts'), text)
  const settings = { extends: join(root, 'tsconfig.json'), include: ['file.ts'] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings))
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  return spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' }).stdout
}
