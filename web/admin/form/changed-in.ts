/** What a form sends of properties that stood before. */

/**
 * Those of `now` that are not as they were in `before`. What another has changed meanwhile, and
 * nobody has touched in the form, stays so.
 */
export const changedIn = <T extends object>(before: T, now: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(now).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof T]),
    ),
  ) as Partial<T>
