/** Databases of their own for backups and what is restored from them, with the command on each. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { run } from '../src/cli/program.ts'
import { purposeOf, readHead, readRow } from '../src/privacy/backup/format.ts'
import { readKeys } from '../src/privacy/backup/keys.ts'
import { unsealed } from '../src/privacy/backup/unseal-row.ts'
import type { Database } from '../src/store/database.ts'
import { openPostgres } from '../src/store/postgres.ts'
import { openStore } from '../src/store/store.ts'
import { dropDatabase, statement } from './postgres.ts'
import { storeUrl } from './store.ts'

let serial = 0

export type Place = Awaited<ReturnType<typeof newPlace>>

/** An empty database, or a copy of another, with a data folder in `folder`. */
export const newPlace = async (t: TestContext, folder: string, copied?: { name: string }) => {
  const name = `backup_${process.pid}_${++serial}`
  const template = copied === undefined ? '' : ` template ${copied.name}`
  await statement(storeUrl, `create database ${name}${template}`)
  t.after(() => dropDatabase(storeUrl, name))
  const url = new URL(storeUrl)
  url.pathname = `/${name}`
  const data = join(folder, name)
  const env = {
    DATABASE_URL: url.href,
    GUESTHOUSE_DATA: data,
    GUESTHOUSE_KEY: Buffer.alloc(32, 7).toString('base64'),
    GUESTHOUSE_BACKUP_KEYS: join(folder, 'backup-keys'),
    PORT: '0',
    LOG_LEVEL: 'silent',
  }
  const commandWith = async (more: Record<string, string>, ...argv: string[]) => {
    const [out, err]: [string[], string[]] = [[], []]
    const terminal = {
      env: { ...env, ...more },
      out: (line: string) => void out.push(line),
      err: (line: string) => void err.push(line),
      interactive: false,
      confirm: () => Promise.resolve(true),
      stopped: () => Promise.resolve(),
    }
    const code = await run(argv, { terminal, openStore })
    return { code, out: out.join('\n'), err: err.join('\n') }
  }
  const using = async <T>(work: (db: Database) => Promise<T>): Promise<T> => {
    const store = await openPostgres(url.href, 4)
    try {
      return await work(store.db)
    } finally {
      await store.close()
    }
  }
  const command = (...argv: string[]) => commandWith({}, ...argv)
  return { name, env, data, command, commandWith, using, journal: join(data, 'erasures.jsonl') }
}

/** The lines of a backup. */
export const linesOf = (file: string): string[] =>
  gunzipSync(readFileSync(file)).toString().trimEnd().split('\n')

/** Everything that a backup says to whoever has this file of keys. */
export const shownBy = (file: string, keysFile: string): string => {
  const keys = readKeys(keysFile)
  const [first = '', ...lines] = linesOf(file)
  const head = readHead(first)
  let table = ''
  const shown = [first]
  for (const line of lines) {
    if (line.startsWith('#')) table = line.slice(1)
    const isRow = line.includes('\t')
    shown.push(line)
    if (!isRow) continue
    const { owners, sealed } = readRow(line)
    if (sealed !== '')
      shown.push(unsealed(keys, owners, purposeOf(head, table), sealed) ?? 'nobody reads it')
  }
  return shown.join('\n')
}
