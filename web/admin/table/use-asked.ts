/**
 * What a list is asked for: search, filters, order, columns and how far it is read. It stands in
 * the address, so that reload, back and a link show the same, and is kept in the browser, so that
 * the next visit begins with it.
 */
import { useEffect, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useAdmin } from '../admin-context.tsx'

/** What is looked for may name somebody: it is kept for as long as the window is open. */
const forThisVisit: ReadonlySet<string> = new Set(['search', 'pages'])
/** What does not narrow a list. */
const looks: ReadonlySet<string> = new Set(['orderBy', 'columns', 'pages'])

const only = (
  of: URLSearchParams,
  wanted: (name: string, value: string) => boolean,
): URLSearchParams =>
  new URLSearchParams([...of.entries()].filter(([name, value]) => wanted(name, value)))

const written = (kept: string): URLSearchParams =>
  new URLSearchParams(sessionStorage.getItem(kept) ?? localStorage.getItem(kept) ?? '')

/**
 * The address decides as soon as it says anything: it may be a link of somebody else. Columns are
 * how somebody reads, whatever a link asks for.
 */
const withKept = (address: URLSearchParams, kept: string): URLSearchParams => {
  const before = written(kept)
  if (address.size === 0) return before
  const columns = before.get('columns')
  const all = new URLSearchParams(address)
  if (columns !== null && !all.has('columns')) all.set('columns', columns)
  return only(all, (_, value) => value !== '')
}

export type Asked = {
  /** The value of one part; empty where nothing is asked. */
  readonly value: (name: string) => string
  /** Asks for something else; empty asks for nothing of it. Begins at the first page again. */
  readonly ask: (changes: Readonly<Record<string, string>>) => void
  /** Takes search and filters away. */
  readonly clear: () => void
  /** Whether a search or a filter leaves rows out. */
  readonly narrowed: boolean
}

/** What the list called `list` is asked for. */
export const useAsked = (list: string): Asked => {
  const { organizationId } = useAdmin()
  const [address, setAddress] = useSearchParams()
  const kept = `guesthouse.list.${organizationId}.${list}`
  const now = useMemo(() => withKept(address, kept), [address, kept])
  const text = now.toString()
  const go = (next: URLSearchParams) =>
    setAddress(next, { replace: true, preventScrollReset: true })
  useEffect(() => {
    const known = new URLSearchParams(text)
    sessionStorage.setItem(kept, text)
    localStorage.setItem(kept, only(known, (name) => !forThisVisit.has(name)).toString())
  }, [kept, text])
  useEffect(() => {
    if (address.size === 0 && text !== '')
      setAddress(new URLSearchParams(text), { replace: true, preventScrollReset: true })
  }, [address, text, setAddress])
  return {
    value: (name) => now.get(name) ?? '',
    ask: (changes) => {
      // What the address says by now: another part may have been asked since this was drawn.
      const next = new URLSearchParams(withKept(new URLSearchParams(location.search), kept))
      if (!('pages' in changes)) next.delete('pages')
      for (const [name, value] of Object.entries(changes)) next.set(name, value)
      const said = only(next, (_, value) => value !== '')
      // Before the address is empty: it would be filled with what was kept.
      if (said.size === 0) sessionStorage.setItem(kept, '')
      go(said)
    },
    clear: () => {
      const said = only(now, (name) => looks.has(name) && name !== 'pages')
      if (said.size === 0) sessionStorage.setItem(kept, '')
      go(said)
    },
    narrowed: [...now.keys()].some((name) => !looks.has(name)),
  }
}
