/**
 * From where in the code something can happen: from what does it, along who names whom, to the
 * files of the edges that ask for it.
 */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

const root = join(import.meta.dirname, '../..')
const edges = /^src\/(?:graph|account|sign-in|oidc|cli|worker)\//

type Declared = { readonly name: string; readonly text: string }
type Source = {
  readonly file: string
  /** What is called so here is declared there. */
  readonly imported: ReadonlyMap<string, string>
  readonly declared: readonly Declared[]
}

const importedIn = (file: string, text: string): Map<string, string> =>
  new Map(
    [...text.matchAll(/^import \{([^}]*)\} from '(\.[^']+)'/gm)].flatMap(
      ([, names = '', from = '']) =>
        names.split(',').map((one): [string, string] => {
          const [name = '', called = name] = one.trim().split(' as ')
          return [called, `${normalize(join(dirname(file), from))}#${name}`]
        }),
    ),
  )

const sourceOf = (file: string): Source => {
  const text = readFileSync(join(root, file), 'utf8')
  const declared = text.split(/^(?=(?:export )?(?:const|(?:async )?function\*?) \w)/m).slice(1)
  return {
    file,
    imported: importedIn(file, text),
    declared: declared.map((one) => ({
      name: /^(?:export )?(?:const|(?:async )?function\*?) (\w+)/.exec(one)?.[1] ?? '',
      text: one,
    })),
  }
}

const sources = globSync('src/**/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.test.ts'))
  .toSorted()
  .map(sourceOf)

const namesIn = ({ name, text }: Declared): Set<string> =>
  new Set(text.slice(text.indexOf(name) + name.length).match(/\w+/g))

/**
 * The files of the edges from which a statement that looks so is reached; what an edge declares is
 * followed no further.
 */
export const waysTo = (statements: readonly RegExp[]): string[] => {
  const reached = new Set<string>()
  const reaches = ({ file, imported, declared }: Source, one: Declared): boolean => {
    if (statements.some((statement) => statement.test(one.text))) return true
    const names = namesIn(one)
    return (
      [...imported].some(([name, there]) => names.has(name) && reached.has(there)) ||
      (!edges.test(file) &&
        declared.some(({ name }) => names.has(name) && reached.has(`${file}#${name}`)))
    )
  }
  const ways = new Set<string>()
  for (let before = -1; before < reached.size;) {
    before = reached.size
    for (const source of sources)
      for (const one of source.declared)
        if (reaches(source, one)) {
          if (edges.test(source.file)) ways.add(source.file)
          else reached.add(`${source.file}#${one.name}`)
        }
  }
  return [...ways].toSorted()
}
