/** Changes in which an absent property, or one that is undefined, means "stays as it is". */

/** Only the properties that are given. */
export const givenOnly = <T extends object>(changes: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> }

/** The names of the properties of `changes` that are given and differ from `current`. */
export const changedNames = (current: Readonly<Record<string, unknown>>, changes: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(givenOnly(changes)).filter((name) => changes[name] !== current[name])
