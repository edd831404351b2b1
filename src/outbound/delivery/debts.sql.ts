/**
 * What is owed to receivers, in whatever table: taken in one statement by moving its turn to the
 * end of a lease, so that no transaction is open while somebody is called. Who is stopped in the
 * middle leaves the lease to run out; who comes back after it settles nothing any more.
 */
import { plus } from '../../kernel/time.ts'
import { answering, type Columns } from '../../store/columns.ts'
import { changed, rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { idleRoom } from '../lanes.ts'

/** A debt that was taken, until then. */
export type Taken = { readonly until: Date; readonly attempts: number }

type Sql = RawBuilder<unknown>

export type Debts<One extends Taken> = {
  /** The table, by which name its statements have it, and its key. */
  readonly table: string
  readonly as: string
  readonly key: readonly string[]
  /** Its columns for when a debt is due, and for how often it was tried. */
  readonly dueAt: string
  readonly attempts: string
  readonly leaseMs: number
  /** What is joined to it, for what is due and what is answered. */
  readonly joins: Sql
  readonly columns: Columns<Omit<One, 'until' | 'attempts'>>
  /** What is set beside when it is taken. */
  readonly taking?: Sql
  readonly isOne: (one: One) => Sql
}

/** Debts that are called in turns: whose lane each is on, and what is due besides its time. */
export type DebtsInTurns<One extends Taken> = Debts<One> & {
  /** A text, of the row: an organization's, of which none has two receivers. */
  readonly lane: Sql
  readonly isDue: (now: Date) => Sql
}

type Names = {
  readonly table: Sql
  readonly dueAt: Sql
  readonly attempts: Sql
  readonly key: Sql
}

const listed = (alias: string, names: readonly string[]): Sql =>
  sql.join(names.map((name) => sql.ref(`${alias}.${name}`)))

const namesOf = ({ table, as, key, dueAt, attempts }: Debts<never>): Names => ({
  table: sql`${sql.table(table)} ${sql.ref(as)}`,
  dueAt: sql.ref(`${as}.${dueAt}`),
  attempts: sql.ref(`${as}.${attempts}`),
  key: listed(as, key),
})

// What is due is chosen once: a choice that skips what is taken would give others each time that a
// plan asks for it anew. `next`: a list of queries, of which the last is called so.
const take = <One extends Taken>(
  db: Database,
  debts: Debts<One>,
  now: Date,
  next: Sql,
): Promise<One[]> => {
  const { as, joins, leaseMs, taking = sql`` } = debts
  const { table, dueAt, attempts, key } = namesOf(debts)
  const isChosen = (chosen: string): Sql => sql`(${key}) = (${listed(chosen, debts.key)})`
  const columns = { ...debts.columns, until: dueAt, attempts } as Columns<One>
  return rows(
    db,
    answering<One>(
      columns,
      (list) => sql`
        with ${next}, due as materialized (
          select ${key} from ${table} join next on ${isChosen('next')} where ${dueAt} <= ${now} for update of ${sql.ref(as)} skip locked
        ), taken as (
          update ${table} set ${sql.ref(debts.dueAt)} = ${plus(now, leaseMs)}, ${sql.ref(debts.attempts)} = ${attempts} + 1 ${taking}
          from due where ${isChosen('due')} returning ${sql.ref(as)}.*
        )
        select ${list} from taken ${sql.ref(as)} ${joins}`,
    ),
  )
}

/** Takes those that have been due for longest at `now`; `room` at most. */
export const takeOldest = <One extends Taken>(
  db: Database,
  debts: Debts<One>,
  now: Date,
  room: number,
): Promise<One[]> => {
  const { table, dueAt, key } = namesOf(debts)
  const next = sql`next as materialized (
      select ${key} from ${table} where ${dueAt} <= ${now} order by ${dueAt}, ${key} limit ${room}::integer for update of ${sql.ref(debts.as)} skip locked)`
  return take(db, debts, now, next)
}

export type Room = {
  /** How many may be taken in all. */
  readonly room: number
  /** How many of one organization may be under way at a time, and how many of each are. */
  readonly organization: number
  readonly underWay: ReadonlyMap<string, number>
  /** How many more each lane takes, of those that are not idle. */
  readonly lanes: ReadonlyMap<string, number>
}

/**
 * Takes those that are due at `now`. Organizations take turns, and so do the lanes of each: a long
 * list of one holds up nobody else's (K19). One statement.
 */
export const takeInTurns = <One extends Taken>(
  db: Database,
  debts: DebtsInTurns<One>,
  now: Date,
  { room, organization, underWay, lanes }: Room,
): Promise<One[]> => {
  const { table, dueAt, key } = namesOf(debts)
  const { joins, lane, isDue } = debts
  const next = sql`
      busy as (select * from unnest(${[...lanes.keys()]}::text[], ${[...lanes.values()]}::integer[]) as b (lane, room)),
      at_work as (select * from unnest(${[...underWay.keys()]}::uuid[], ${[...underWay.values()]}::integer[]) as w (tenant_id, count)),
      by_lane as (
        select ${key}, ${dueAt} as due_at, ${lane} as lane, row_number() over (partition by ${lane} order by ${dueAt}, ${key}) as place
        from ${table} ${joins} where ${dueAt} <= ${now} and ${isDue(now)}
      ), by_organization as (
        select l.*, coalesce(w.count, 0) + row_number() over (partition by l.tenant_id order by l.place, l.due_at, ${listed('l', debts.key)}) as turn
        from by_lane l left join busy on busy.lane = l.lane left join at_work w on w.tenant_id = l.tenant_id where l.place <= coalesce(busy.room, ${idleRoom}::integer)
      ), next as materialized (
        select ${listed('o', debts.key)} from by_organization o where o.turn <= ${organization}::integer order by o.turn, o.due_at limit ${room}::integer
      )`
  return take(db, debts, now, next)
}

/** What is set beside, as `, column = value`. */
type Beside = { readonly beside?: Sql }

/** Whether one is still whose who took it: nobody has taken it since, or settled it. */
export const isStillTaken = <One extends Taken>(debts: Debts<One>, one: One): Sql =>
  sql`${debts.isOne(one)} and ${sql.ref(debts.dueAt)} = ${one.until}`

const settle = async <One extends Taken>(
  db: Database,
  debts: Debts<One>,
  one: One,
  sets: Sql,
): Promise<boolean> =>
  (await changed(
    db,
    sql`update ${sql.table(debts.table)} set ${sets} where ${isStillTaken(debts, one)}`,
  )) > 0

/** It is due again at `until`, null for never; false when somebody else has it by now. */
export const setDue = <One extends Taken>(
  db: Database,
  debts: Debts<One>,
  one: One,
  until: Date | null,
  { beside = sql`` }: Beside = {},
): Promise<boolean> =>
  settle(db, debts, one, sql`${sql.ref(debts.dueAt)} = ${until}::timestamptz ${beside}`)

/** The same of one that was taken and not tried: it counts as not tried. */
export const giveBack = <One extends Taken>(
  db: Database,
  debts: Debts<One>,
  one: One,
  until: Date,
): Promise<boolean> =>
  setDue(db, debts, one, until, {
    beside: sql`, ${sql.ref(debts.attempts)} = greatest(${sql.ref(debts.attempts)} - 1, 0)`,
  })
