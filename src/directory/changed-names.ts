/** Changes in which an absent property, or one that is undefined, means "stays as it is". */
import type { Change } from '../events/event.ts'

/** Only the properties that are given. */
export const givenOnly = <T extends object>(
  changes: T,
): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

/** The names of the properties of `changes` that are given and differ from `current`. */
export const changedNames = (
  current: Readonly<Record<string, unknown>>,
  changes: Readonly<Record<string, unknown>>,
): string[] => Object.keys(givenOnly(changes)).filter((name) => changes[name] !== current[name])

/**
 * From what to what those of `names` were changed that are settings; for an event, which outlives
 * what is somebody's.
 */
export const changesOf = (
  names: readonly string[],
  settings: readonly string[],
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Change[] =>
  names
    .filter((name) => settings.includes(name))
    .map((property) => ({ property, old: before[property], new: after[property] }) as Change)
