/** Pages over the product in process, and what each costs: time, processor, statements, rows. */
import { rowsRead } from '../test/code/explain.ts'
import { serverApp } from '../src/server/server.ts'
import { transaction, type Database } from '../src/store/database.ts'
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
