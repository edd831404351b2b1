/** What keeps old bytes outside of what we may write anew, as far as a server tells us. */
import { select } from '../columns.ts'
import { firstRow, sql, type Database } from '../database.ts'

export type Hurdles = {
  /** Files of the write-ahead log are kept under a new name until they are written over. */
  readonly isRecycled: boolean
  readonly isArchived: boolean
  /** Replicas and others for whom the log is kept. */
  readonly slots: number
  readonly keptBytes: number
  readonly mayCheckpoint: boolean
}

/** What this server does with its write-ahead log. */
export const listHurdles = async (db: Database): Promise<Hurdles> => {
  const found = await firstRow(
    db,
    select<Hurdles>({
      isRecycled: sql`current_setting('wal_recycle')::boolean`,
      isArchived: sql`current_setting('archive_mode') <> 'off'`,
      slots: sql`(select count(*)::int from pg_replication_slots)`,
      keptBytes: sql`pg_size_bytes(current_setting('wal_keep_size'))::float8`,
      mayCheckpoint: sql`pg_has_role(current_user, 'pg_checkpoint', 'usage')`,
    })`from (select 1) one`,
  )
  if (found === undefined) throw new Error('a server without settings')
  return found
}

/** The same in words for an operator, who alone can do something about it. */
export const hurdlesOf = (hurdles: Hurdles): readonly string[] => {
  const { isRecycled, isArchived, slots, keptBytes, mayCheckpoint } = hurdles
  return [
    isRecycled &&
      'The server keeps files of its write-ahead log under a new name; old bytes stay in them until they are written over. With wal_recycle = off they are removed.',
    isArchived &&
      'The server archives its write-ahead log; what it has archived stays there for as long as you keep it.',
    slots > 0 &&
      `The server keeps its write-ahead log for ${slots} replication slots; replicas have files of their own.`,
    keptBytes > 0 && 'The server keeps a part of its write-ahead log (wal_keep_size).',
    !mayCheckpoint &&
      'Our role may ask for no checkpoint, so the write-ahead log is done with when one comes by itself. To let it: grant pg_checkpoint to the role.',
  ].filter((words) => words !== false)
}
