/** All users that a list can show, read page by page. */
import type { GraphClient, ListedUser, ListQuery } from '../../../../src/client/graph.ts'

/** The most that one page of the server holds. */
const most = 999

export const everyUser = async (
  { users }: GraphClient,
  query: ListQuery,
): Promise<readonly ListedUser[]> => {
  const found: ListedUser[] = []
  let page = await users.list({ ...query, top: most })
  found.push(...page.value)
  while (page.next !== undefined) {
    page = await users.list({ next: page.next })
    found.push(...page.value)
  }
  return found
}
