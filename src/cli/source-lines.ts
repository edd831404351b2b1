/**
 * Traces that name lines of the sources, in the program that was made of them by
 * `scripts/bundle.ts`. Node does that too, when it is told before it loads anything: it then reads
 * every map at the start, which costs more than the product. Here a map is read when the first
 * trace needs it.
 */
import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'

const maps = new Map<string, SourceMap | undefined>()

const readMap = (url: string): SourceMap | undefined => {
  try {
    const text = readFileSync(fileURLToPath(`${url}.map`), 'utf8')
    return new SourceMap(JSON.parse(text) as ConstructorParameters<typeof SourceMap>[0])
  } catch {
    return undefined
  }
}

const mapOf = (url: string): SourceMap | undefined => {
  if (!maps.has(url)) maps.set(url, readMap(url))
  return maps.get(url)
}

const written = (site: NodeJS.CallSite): string => {
  const [url, line, column] = [site.getFileName(), site.getLineNumber(), site.getColumnNumber()]
  if (url === null || line === null || column === null || !url.startsWith('file:')) return `${site}`
  const entry = mapOf(url)?.findEntry(line - 1, column - 1)
  if (entry === undefined || !('originalSource' in entry)) return `${site}`
  return `${site}`.replace(
    `${url}:${line}:${column}`,
    `${entry.originalSource}:${entry.originalLine + 1}`,
  )
}

/** From now on traces name lines of the sources, where there is a map. */
export const tellSourceLines = (): void => {
  if (!existsSync(new URL('main.js.map', import.meta.url))) return
  Error.prepareStackTrace = (error, sites) =>
    [String(error), ...sites.map((site) => `    at ${written(site)}`)].join('\n')
}
