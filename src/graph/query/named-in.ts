/** Names in requests, which are taken in any case of their letters. */

/** What is called so, with its name as it is written here. */
export const namedIn = <T>(
  of: Readonly<Record<string, T>>,
  name: string,
): [name: string, what: T] | undefined =>
  Object.entries(of).find(([known]) => known.toLowerCase() === name.toLowerCase())
