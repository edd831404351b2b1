/** What became of each row, and the file that says so. */
import { access, constants, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { wrongUsage } from '../failure.ts'
import type { NotTaken } from './understood.ts'

export type Kind = 'users' | 'groups' | 'memberships'
/** One row that was not imported. `row` counts from 1 in the `value` of the file. */
export type Left = {
  readonly file: string
  readonly row: number
  readonly key: string
  readonly reason: string
}

export type Results = {
  readonly organizationId: string
  readonly startedAt: Date
  readonly imported: Record<Kind, number>
  /** Here already, or deleted where the file comes from: nothing to do. */
  readonly skipped: Left[]
  readonly failed: Left[]
  /** Properties that hold something and are not taken, by file: how many rows have each. */
  readonly notTaken: Record<string, NotTaken>
  /** How many users the files do not say of whether they are enabled. */
  assumedEnabled: number
  /** What is not all of it, in sentences: pages of longer lists. */
  readonly incomplete: string[]
}

export const newResults = (organizationId: string): Results => ({
  organizationId,
  startedAt: new Date(),
  imported: { users: 0, groups: 0, memberships: 0 },
  skipped: [],
  failed: [],
  notTaken: {},
  assumedEnabled: 0,
  incomplete: [],
})

/** Refuses a results file that could not be written in the end, before anything is imported. */
export const requireWritable = async (path: string, inputs: readonly string[]): Promise<void> => {
  if (inputs.some((input) => resolve(input) === resolve(path)))
    throw wrongUsage(`--results: ${path} is a file to import. Choose another name.`)
  const isFolder = await stat(path).then(
    (found) => !found.isFile(),
    () => false,
  )
  if (isFolder) throw wrongUsage(`--results: ${path} is not a file. Name the file to write.`)
  await access(dirname(resolve(path)), constants.W_OK).catch(() => {
    throw wrongUsage(
      `--results: ${path} cannot be written. Choose a file in a folder that exists and may be written.`,
    )
  })
}

/** Writes the results of an import. `stopped` says why it did not reach its end. */
export const writeResults = (
  path: string,
  results: Results,
  stopped: string | undefined,
): Promise<void> =>
  writeWhole(
    path,
    `${JSON.stringify({ ...results, finishedAt: new Date(), ...(stopped === undefined ? {} : { stopped }) }, null, 2)}\n`,
  )

/** Writes a file, all of it or nothing: whoever reads it never sees half. */
export const writeWhole = async (path: string, text: string): Promise<void> => {
  const part = `${path}.part-${process.pid}`
  try {
    const file = await open(part, 'w', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
