/** The addresses of the rows, word by word, as one is walked. */

export type Node = {
  /** How the rows write it. */
  readonly spelling: string
  readonly words: Map<string, Node>
  param: Node | undefined
  /** Whether a row ends here. */
  isRow: boolean
  /** The properties of the object that a row here answers, by their names in small letters. */
  properties: ReadonlyMap<string, string>
}

/** What the address is told of a row. */
export type Addressed = {
  readonly path: string
  /** The properties of the one object that it answers; absent where it answers none. */
  readonly properties?: readonly string[]
}

const node = (spelling: string): Node => ({
  spelling,
  words: new Map(),
  param: undefined,
  isRow: false,
  properties: new Map(),
})

const grow = (at: Node, segment: string): Node => {
  if (segment.startsWith(':')) return (at.param ??= node(segment.slice(1)))
  const key = segment.toLowerCase()
  const found = at.words.get(key) ?? node(segment)
  at.words.set(key, found)
  return found
}

/** The rows, as their addresses are walked. */
export const treeOf = (rows: readonly Addressed[]): Node => {
  const root = node('')
  for (const { path, properties } of rows) {
    const at = path.split('/').filter(Boolean).reduce(grow, root)
    at.isRow = true
    if (properties !== undefined)
      at.properties = new Map(properties.map((name) => [name.toLowerCase(), name]))
  }
  return root
}

/** What may stand before a type or a function, in small letters. */
export const namespace = /^(?:microsoft\.)?graph\./

/**
 * What a row has at this word; a cast keeps its namespace in the rows, a function has none there.
 */
export const wordAt = ({ words }: Node, text: string): Node | undefined => {
  const name = text.toLowerCase()
  const bare = name.replace(namespace, '')
  return (
    words.get(name) ??
    (bare === name ? undefined : (words.get(`microsoft.graph.${bare}`) ?? words.get(bare)))
  )
}
