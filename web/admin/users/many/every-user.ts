/** All users that a list can show, read page by page. */
import type { GraphClient, ListedUser, ListQuery } from '../../../../src/client/graph.ts'
import { mostOfPage } from '../../../../src/wire/at-once.ts'

export const everyUser = async (
  { users }: GraphClient,
  query: ListQuery,
): Promise<readonly ListedUser[]> => {
  const found: ListedUser[] = []
  let page = await users.list({ ...query, top: mostOfPage })
  found.push(...page.value)
  while (page.next !== undefined) {
    page = await users.list({ next: page.next })
    found.push(...page.value)
  }
  return found
}
