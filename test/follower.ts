/** A client that keeps a copy of a directory: it follows links and merges what it is told by id. */
import assert from 'node:assert/strict'
import { json, type Json } from './json.ts'

/** What asks: somebody of a world. */
type Asker = {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>
}

const pathOf = (link: unknown): string => {
  const { pathname, search } = new URL(String(link))
  return `${pathname}${search}`
}

/** Reads the pages of a round from `path` on: its items, and where the next one begins. */
export const readRound = async (
  { get }: Asker,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ readonly items: readonly Json[]; readonly pages: number; readonly link: string }> => {
  const items: Json[] = []
  for (let [next, pages] = [path, 1]; ; pages++) {
    const page = await json(await get(next, headers))
    const links = ['@odata.nextLink', '@odata.deltaLink'].filter((name) => name in page)
    assert.equal(links.length, 1, 'a page has exactly one of the two links')
    items.push(...(page['value'] as Json[]))
    if (links[0] === '@odata.deltaLink')
      return { items, pages, link: pathOf(page['@odata.deltaLink']) }
    next = pathOf(page['@odata.nextLink'])
  }
}

type Copied = {
  readonly properties: Json
  readonly links: ReadonlyMap<string, ReadonlySet<string>>
}

const linkedAfter = (before: ReadonlySet<string>, told: readonly Json[]): ReadonlySet<string> => {
  const ids = new Set(before)
  for (const one of told) {
    if (one['@removed'] === undefined) ids.add(String(one['id']))
    else ids.delete(String(one['id']))
  }
  return ids
}

const merged = (before: Copied | undefined, item: Json): Copied => {
  const properties = { ...before?.properties }
  const links = new Map(before?.links)
  for (const [name, value] of Object.entries(item)) {
    const [link, isLink] = name.split('@')
    if (isLink === 'delta' && link !== undefined)
      links.set(link, linkedAfter(links.get(link) ?? new Set(), value as Json[]))
    else properties[name] = value
  }
  return { properties, links }
}

/** Follows `path`: each round is merged into the copy. */
export const follow = (asker: Asker, path: string, headers: Record<string, string> = {}) => {
  const copy = new Map<string, Copied>()
  let link = path
  return {
    copy,
    /** Reads what has changed, and returns it. */
    round: async (): Promise<readonly Json[]> => {
      const read = await readRound(asker, link, headers)
      link = read.link
      for (const item of read.items) {
        const id = String(item['id'])
        if (item['@removed'] === undefined) copy.set(id, merged(copy.get(id), item))
        else copy.delete(id)
      }
      return read.items
    },
    /** Where the next round begins. */
    link: () => link,
  }
}
