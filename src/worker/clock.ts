/**
 * The clock that irrevocable work asks before it begins (K26): the last time that was believed
 * stands in the store.
 */
import { minuteMs } from '../kernel/time.ts'
import { select } from '../store/columns.ts'
import { firstRow, sql, type Database } from '../store/database.ts'
import { keepValue } from '../store/kept-value.ts'
import { judgeClock, suspectsAnew, type ClockFacts, type ClockState } from './clock.rule.ts'

/** Where it stands among the facts of the installation. */
const name = 'clock'

type Kept = { readonly lastAt?: string; readonly suspectSince?: string }

const asDate = (text: string | undefined): Date | undefined =>
  text === undefined ? undefined : new Date(text)

const readFacts = async (db: Database, now: Date): Promise<ClockFacts> => {
  const found = await firstRow(
    db,
    select<{ value: Uint8Array | null; storeNow: Date }>({
      value: 'i.value',
      storeNow: sql`clock_timestamp()`,
    })`from (select 1) one left join installation i on i.name = ${name}`,
  )
  const kept =
    found?.value == null ? undefined : (JSON.parse(Buffer.from(found.value).toString()) as Kept)
  const storeNow = found?.storeNow ?? now
  if (kept !== undefined)
    return { now, storeNow, lastAt: asDate(kept.lastAt), suspectSince: asDate(kept.suspectSince) }
  // A store that was used before it kept this: what happened last is the best there is.
  const last = await firstRow(db, select<{ at: Date | null }>({ at: sql`max(at)` })`from events`)
  return { now, storeNow, lastAt: last?.at ?? undefined, suspectSince: undefined }
}

const keep = (db: Database, kept: Kept): Promise<void> =>
  keepValue(db, name, Buffer.from(JSON.stringify(kept)))

/**
 * How `now` looks, without a note of it; and when a job last ran by a clock that was believed,
 * where one has.
 */
export const lookAtClock = async (
  db: Database,
  now: Date,
): Promise<{ readonly state: ClockState; readonly lastAt: Date | undefined }> => {
  const facts = await readFacts(db, now)
  return { state: judgeClock(facts), lastAt: facts.lastAt }
}

/**
 * Whether `now` may decide something irrevocable, and the note of it for the next time. One
 * statement; a second one when a minute has passed since the last note. What was not believed is
 * kept too, so that it can prove itself by standing for an hour.
 */
export const askClock = async (db: Database, now: Date): Promise<ClockState> => {
  const facts = await readFacts(db, now)
  const state = judgeClock(facts)
  if (state === 'right' || state === 'stood') {
    if (
      state === 'stood' ||
      facts.lastAt === undefined ||
      now.getTime() - facts.lastAt.getTime() >= minuteMs
    )
      await keep(db, { lastAt: now.toISOString() })
  } else if (state !== 'differs' && suspectsAnew(facts)) {
    await keep(db, {
      ...(facts.lastAt === undefined ? {} : { lastAt: facts.lastAt.toISOString() }),
      suspectSince: now.toISOString(),
    })
  }
  return state
}

/** An operator says that `now` is right, whatever it looks like. */
export const trustClock = (db: Database, now: Date): Promise<void> =>
  keep(db, { lastAt: now.toISOString() })

/** Whether irrevocable work may go on. */
export const isBelieved = (state: ClockState): boolean => state === 'right' || state === 'stood'

/** For the operator: what is wrong with the clock, and what to do. */
export const clockWords = {
  right: 'The clock is right.',
  stood: 'The clock jumped, and has stood there for an hour; it is believed again.',
  differs:
    'The clock of this machine and that of the database differ by more than a minute. Nothing is permanently deleted until they agree; set them, for example by NTP.',
  ahead:
    'More than a day has passed since Guesthouse last ran, by this machine’s clock. If that is true, permanent deletion goes on in an hour by itself, or at once with "guesthouse purge --due --clock-is-right". If not, set the clock.',
  behind:
    'The clock of this machine stands before the time at which Guesthouse last ran. If it is right now, permanent deletion goes on in an hour by itself, or at once with "guesthouse purge --due --clock-is-right". If not, set the clock.',
} satisfies Record<ClockState, string>
