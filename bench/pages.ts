/** Pages over the product in process, and what each costs: time, processor, statements, rows. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { rowsRead } from '../test/code/explain.ts'
import { serverApp } from '../src/server/server.ts'
import { select } from '../src/store/columns.ts'
import { firstRow, sql, transaction, type Database } from '../src/store/database.ts'
import { listening } from './bare.ts'
import { publicUrl, servicesOver } from './world.ts'

type Page = { readonly '@odata.nextLink'?: string }
export type Ask = (path: string) => Promise<Page>

export const asker = (db: Database, token: string): Ask => {
  const app = serverApp(servicesOver(db))
  return async (path) => {
    const response = await app.request(path.startsWith('http') ? path : publicUrl + path, {
      headers: { authorization: `Bearer ${token}`, consistencylevel: 'eventual' },
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Page
  }
}

/** A page so many further on, or the last one. */
export const further = async (ask: Ask, from: string, pages: number): Promise<string> => {
  let path = from
  for (let page = 0; page < pages; page++) path = (await ask(path))['@odata.nextLink'] ?? path
  return path
}

export const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

// In a file of Linux: the parent and, in hundredths of a second, what was run by itself and by
// children who have ended.
const timesOf = (pid: string): readonly [parent: string, own: number, children: number] => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  const sum = (from: number) => Number(fields[from]) + Number(fields[from + 1])
  return [fields[1] ?? '', sum(11), sum(13)]
}

/** The process that started another; undefined where that is not of this machine. */
const parentOf = (pid: string): string | undefined =>
  existsSync(`/proc/${pid}/stat`) ? timesOf(pid)[0] : undefined

/** The process of the server, where it runs on this machine. */
export const postmasterOf = async (db: Database): Promise<string | undefined> => {
  const row = await firstRow(db, select<{ pid: number }>({ pid: sql`pg_backend_pid()` })``)
  return parentOf(String(row?.pid))
}

/** Milliseconds of processor that a PostgreSQL server here has used, in all its processes. */
export const processorOf = (postmaster: string): number => {
  let sum = timesOf(postmaster)[2]
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      const [parent, own] = timesOf(pid)
      if (parent === postmaster || pid === postmaster) sum += own
    } catch {
      // It has just ended: then its parent has what it used.
    }
  return sum * 10
}

const large = ['users', 'requests', 'sponsors', 'invitations', 'users_by_host']

/** How many statements a call sends, and how many rows of large tables they read at worst. */
export const readingOf = async (
  db: Database,
  token: string,
  path: string,
): Promise<{ readonly statements: number; readonly rows: number }> => {
  const { db: listened, heard } = listening(db)
  const ask = asker(listened, token)
  await ask('/v1.0/me')
  heard.length = 0
  await ask(path)
  const own = [...heard]
  let rows = 0
  for (const statement of own) rows += await transaction(db, (tx) => rowsRead(tx, statement, large))
  return { statements: own.length, rows }
}
