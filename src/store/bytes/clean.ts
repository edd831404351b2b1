/**
 * After people were removed for good, no byte of them is to be readable in the files of the store
 * (R140). The job that sees to it, a table at a time; stopped anywhere, it goes on from there.
 */
import { secondMs } from '../../kernel/time.ts'
import type { Database } from '../database.ts'
import {
  listRelations,
  listRewrites,
  noteRewrite,
  noteRewritten,
  plannersNotes,
  readOwed,
  see,
  type Owed,
  type Relation,
  type Rewrite,
} from './owed.sql.ts'
import { leaveLogBehind, rewrite, rewritePlannersNotes } from './rewrite.ts'
import { mayRewrite, type Refused } from './rewrite.rule.ts'

/** How long a table may be out of use when nobody has said otherwise. */
const longestPauseMs = 5 * secondMs

export type Cleaning = {
  /** How long others may wait for a table. */
  readonly longestPauseMs: number
  /** An operator wants it now: neither calm nor the last time is waited for. */
  readonly now: boolean
}

export type Cleaned = {
  /** Debts that are wholly paid. */
  readonly paid: number
  /** Tables that were written anew. */
  readonly rewritten: number
  /** Tables that are still owed, and why. */
  readonly left: readonly {
    readonly relation: string
    readonly why: Refused | 'waiting' | 'stillRead'
  }[]
}

type Turn = {
  readonly owed: Owed
  readonly seenAt: Date
  readonly before: ReadonlyMap<string, Rewrite>
}

const isClean = (name: string, { before, seenAt }: Turn): boolean => {
  const last = before.get(name)
  return last !== undefined && last.refused === null && last.beganAt > seenAt
}

const tryOne = async (
  db: Database,
  name: string,
  work: () => Promise<Refused | null>,
): Promise<Refused | null> => {
  const { now: beganAt } = await readOwed(db)
  const began = performance.now()
  const refused = await work()
  await noteRewrite(db, { relation: name, beganAt, tookMs: performance.now() - began, refused })
  return refused
}

// Tables first, the small before the large; the planner's notes when all tables are done.
const rewriteAll = async (
  db: Database,
  relations: readonly Relation[],
  turn: Turn,
  { longestPauseMs, now }: Cleaning,
): Promise<Pick<Cleaned, 'rewritten' | 'left'>> => {
  const left: Cleaned['left'][number][] = []
  let rewritten = 0
  const one = async (name: string, work: () => Promise<Refused | null>): Promise<void> => {
    if (isClean(name, turn)) return
    const facts = {
      now: turn.owed.now,
      owedSince: turn.owed.since ?? turn.seenAt,
      last: turn.before.get(name),
    }
    if (!now && !mayRewrite({ ...facts, active: turn.owed.active })) {
      left.push({ relation: name, why: turn.before.get(name)?.refused ?? 'waiting' })
      return
    }
    const refused = await tryOne(db, name, work)
    if (refused === null) rewritten++
    else left.push({ relation: name, why: refused })
  }
  for (const relation of relations)
    await one(relation.name, () => rewrite(db, relation, longestPauseMs))
  const names = relations.map(({ name }) => name)
  if (left.length === 0) await one(plannersNotes, () => rewritePlannersNotes(db, names))
  return { rewritten, left }
}

/**
 * Writes anew what is owed and may be now, and lets go of what was written ahead before. Does
 * nothing when nothing is owed.
 */
export const cleanBytes = async (
  db: Database,
  cleaning: Cleaning = { longestPauseMs, now: false },
): Promise<Cleaned> => {
  await see(db)
  const owed = await readOwed(db)
  const { seenAt } = owed
  if (owed.count === 0 || seenAt === null)
    return { paid: await leaveLogBehind(db), rewritten: 0, left: [] }
  if (owed.isRead) return { paid: 0, rewritten: 0, left: [{ relation: '*', why: 'stillRead' }] }
  const before = new Map((await listRewrites(db)).map((one) => [one.relation, one]))
  const done = await rewriteAll(db, await listRelations(db), { owed, seenAt, before }, cleaning)
  if (done.left.length > 0) return { paid: 0, ...done }
  await noteRewritten(db, seenAt)
  return { paid: await leaveLogBehind(db), ...done }
}
