import { globSync } from 'node:fs'
import { basename, join } from 'node:path'

/** One break made on purpose, and the test that has to notice it. */
export type Mutation = {
  /** The rule (R…) or kind (K…) that the break is against. */
  readonly rule: string
  /** The file that is broken, from the root of the project. */
  readonly file: string
  /** What stands there, exactly, and once in the file. */
  readonly from: string
  readonly to: string
  /** The file of the test, or several. */
  readonly test: string | readonly string[]
  /**
   * A part of the title of the test that has to fail; without it, the rule as a word of its own.
   */
  readonly title?: string
  /** Belongs to the short choice that runs with every submission. */
  readonly quick?: true
}

/** What the title of a test that carries the mutation's rule matches. */
export const patternOf = ({ rule, title }: Pick<Mutation, 'rule' | 'title'>): RegExp =>
  title === undefined
    ? new RegExp(`\\b${rule}\\b`)
    : new RegExp(title.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`))

/** A break with the file of this folder that it stands in. */
export type Named = Mutation & { readonly group: string }

/** Every break, by the names of their files. */
export const readMutations = async (): Promise<Named[]> => {
  const files = globSync('*.ts', { cwd: import.meta.dirname }).filter(
    (path) => path !== basename(import.meta.filename),
  )
  const groups = await Promise.all(
    files.toSorted().map(async (path) => {
      const { mutations } = (await import(join(import.meta.dirname, path))) as {
        mutations: readonly Mutation[]
      }
      return mutations.map((mutation) => ({ ...mutation, group: basename(path, '.ts') }))
    }),
  )
  return groups.flat()
}
