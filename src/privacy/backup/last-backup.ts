/** When the last backup was taken that the store knows of: by `guesthouse backup`. */
import type { Database } from '../../store/database.ts'
import { keepValue, readKept } from '../../store/kept-value.ts'

const name = 'last backup'

export const keepLastBackup = (db: Database, takenAt: Date): Promise<void> =>
  keepValue(db, name, Buffer.from(takenAt.toISOString()))

export const readLastBackup = async (db: Database): Promise<Date | undefined> => {
  const kept = await readKept(db, name)
  return kept === undefined ? undefined : new Date(kept.toString())
}
