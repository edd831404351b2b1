/**
 * A journal of erasures outside the store, so that a backup that is put back does not bring the
 * erased back unseen (F6). A line of JSON for each: opaque ids, dates and the reference of its
 * receipt, nobody's name. It is only ever added to, and copied from the store, so each process may
 * keep one.
 */
import {
  appendFileSync,
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { beginFeedsAnew } from '../directory/changes/changes.sql.ts'
import { endAccessOfEverybody } from '../directory/users/end-access.ts'
import { writeWhole } from '../store/embedded/files.ts'
import { keyDestroyer } from './backup/destroy-keys.ts'
import { hasErasures, listDone, unknownErasures } from './proof.sql.ts'
import { eraseAgain, type Done } from '../directory/deleted/purge.ts'
import type { Context } from '../events/event.ts'
import type { EventId, TenantId, UserId } from '../kernel/ids.ts'
import { minuteMs, plus } from '../kernel/time.ts'
import type { Database } from '../store/database.ts'

const batchSize = 1_000
/**
 * Erasures that are under way at the same moment commit in any order; so far back is looked again.
 */
const overlapMs = 10 * minuteMs
const first = '00000000-0000-0000-0000-000000000000'

/** Text that is not a line of the journal. */
export class UnreadableJournal extends Error {
  override name = 'UnreadableJournal'
}

const line = z.object({
  tenantId: z.uuid().transform((id) => id as TenantId),
  userId: z.uuid().transform((id) => id as UserId),
  deletedAt: z.coerce.date(),
  dueAt: z.coerce.date(),
  doneAt: z.coerce.date(),
  // Lines of before have none.
  receipt: z
    .uuid()
    .transform((id) => id as EventId)
    .nullish(),
})

/**
 * What the journal in `file` holds, in batches. Throws `UnreadableJournal`; a last line that was
 * cut off is left out.
 */
export async function* readJournal(file: string): AsyncGenerator<Done[]> {
  if (!existsSync(file)) return
  let batch: Done[] = []
  let bad: number | undefined
  let number = 0
  for await (const text of createInterface({ input: createReadStream(file) })) {
    number++
    if (bad !== undefined) throw new UnreadableJournal(`${file} cannot be read at line ${bad}.`)
    const parsed = line.safeParse(asJson(text))
    if (parsed.success) batch.push(parsed.data)
    else bad = number
    if (batch.length === batchSize) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

/** Which of these users the journal in `file` holds an erasure of. */
export const findInJournal = async (
  file: string,
  userIds: readonly UserId[],
): Promise<ReadonlySet<UserId>> => {
  const asked = new Set(userIds)
  const found = new Set<UserId>()
  for await (const batch of readJournal(file))
    for (const { userId } of batch) if (asked.has(userId)) found.add(userId)
  return found
}

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Where erasures are written down, and the keys that are destroyed with it. */
export type Outside = { readonly file: string; readonly keysFile: string }

/**
 * Adds to the journal in `file` what has been erased since. The keys go first: whoever stands in
 * the journal has none any more, and who was erased when a crash came between stands in it at the
 * next turn. Returns a function that does it and says how many lines it added.
 */
export const erasureJournal = ({
  file,
  keysFile,
}: Outside): ((db: Database) => Promise<number>) => {
  const destroy = keyDestroyer(keysFile)
  let since: Date | undefined
  let known = new Map<string, Date>()
  const readLast = async (): Promise<void> => {
    cutOff(file)
    for await (const batch of readJournal(file))
      for (const { userId, doneAt } of batch) {
        if (since === undefined || doneAt > since) since = doneAt
        known.set(userId, doneAt)
      }
    since ??= new Date(0)
  }
  return async (db) => {
    if (since === undefined) await readLast()
    const failures: unknown[] = []
    let added = 0
    let after = [plus(since ?? new Date(0), -overlapMs).toISOString(), first]
    for (;;) {
      const done = await listDone(db, { after, limit: batchSize })
      const fresh = done
        .filter(({ userId }) => !known.has(userId))
        .map(({ sortValue: _sortValue, ...erasure }) => erasure)
      // A disk that is away keeps no erasure from being written down; it is tried again, and said.
      await destroy(db, fresh).catch((error: unknown) => failures.push(error))
      write(file, fresh)
      added += fresh.length
      for (const { userId, doneAt } of fresh) {
        known.set(userId, doneAt)
        if (since === undefined || doneAt > since) since = doneAt
      }
      const last = done.at(-1)
      if (last === undefined || done.length < batchSize) break
      after = [last.sortValue, last.userId]
    }
    const oldest = plus(since ?? new Date(0), -2 * overlapMs)
    known = new Map([...known].filter(([, doneAt]) => doneAt >= oldest))
    throwFirst(failures)
    return added
  }
}

const throwFirst = ([failure]: readonly unknown[]): void => {
  if (failure !== undefined) throw failure
}

// What a crash has cut off in the middle of a line is no line; the erasure is in the store and is
// written again.
const cutOff = (file: string): void => {
  if (!existsSync(file)) return
  const text = readFileSync(file)
  const whole = text.lastIndexOf('\n') + 1
  if (whole < text.length) truncateSync(file, whole)
}

const write = (file: string, done: readonly Done[]): void => {
  if (done.length === 0) return
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const handle = openSync(file, 'a', 0o600)
  try {
    appendFileSync(handle, done.map((one) => `${JSON.stringify(one)}\n`).join(''))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  const bytes = Math.max(statSync(file).size, bytesOf(file) ?? 0)
  writeWhole(endOf(file), JSON.stringify({ bytes }))
}

/** How long the journal was when it was written last stands beside it, so that a cut is seen. */
const endOf = (file: string): string => `${file}.end`

const end = z.object({ bytes: z.int().min(0) })

const bytesOf = (file: string): number | undefined => {
  if (!existsSync(endOf(file))) return undefined
  const parsed = end.safeParse(asJson(readFileSync(endOf(file), 'utf8')))
  return parsed.success ? parsed.data.bytes : undefined
}

/**
 * What is wrong with the journal in `file` as a whole: it is gone though something was erased, or
 * shorter than it was. Either way nobody can say whether this store is a backup that holds again
 * who was erased.
 */
export const judgeJournal = async (
  db: Database,
  file: string,
): Promise<'missing' | 'cut' | undefined> => {
  const bytes = bytesOf(file)
  if (existsSync(file)) return statSync(file).size < (bytes ?? 0) ? 'cut' : undefined
  return bytes !== undefined || (await hasErasures(db)) ? 'missing' : undefined
}

// What anybody holds or has read of it may be of what came after the backup.
const putBack = async (db: Database, now: Date): Promise<void> => {
  await endAccessOfEverybody(db, now)
  await beginFeedsAnew(db)
}

/**
 * Erases again, in batches, what the journal in `file` holds and the store has undone, and ends
 * everything that anybody holds, since what had ended after the backup came back with it; clients
 * that keep a copy begin anew. Does nothing when nothing is undone. Returns how many erasures were
 * undone, and how many users were erased again.
 */
export const applyJournal = async (
  db: Database,
  file: string,
  context: Context,
): Promise<{ undone: number; erased: number }> => {
  let [undone, erased] = [0, 0]
  for await (const batch of readJournal(file)) {
    const missing = await unknownErasures(db, batch)
    if (missing.length === 0) continue
    if (undone === 0) await putBack(db, context.now)
    undone += missing.length
    erased += await eraseAgain(db, missing, context)
  }
  return { undone, erased }
}
