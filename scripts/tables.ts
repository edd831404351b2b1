/**
 * Writes the tables of the documents that come from the definitions of resources; a test says when
 * they are old.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { resources } from '../src/wire/graph/resources.ts'
import { tableOf } from '../src/wire/graph/tables.ts'

/** The documents that hold such tables. */
export const tabled = ['docs/graph.md']

const begins = (name: string): string => `<!-- from the definition: ${name} -->`
const ends = '<!-- end -->'

/** A document with its tables as the definitions have them. Throws where one is not closed. */
export const withTables = (text: string): string => {
  let written = text
  for (const [name, of] of Object.entries(resources)) {
    const from = written.indexOf(begins(name))
    if (from < 0) continue
    const to = written.indexOf(ends, from)
    if (to < 0) throw new Error(`The table of ${name} is not closed by ${ends}`)
    written = `${written.slice(0, from)}${begins(name)}\n\n${tableOf(of)}\n\n${written.slice(to)}`
  }
  return written
}

if (import.meta.main)
  for (const path of tabled) writeFileSync(path, withTables(readFileSync(path, 'utf8')))
