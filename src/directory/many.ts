/** The same act on many users, each by itself: what fails for one changes nothing for another. */
import type { TenantId, UserId } from '../kernel/ids.ts'
import type { Database } from '../store/database.ts'
import { usersNamed, type UsersNamed } from './named.sql.ts'

/** What became of one, by the name in the list. */
export type OfMany<Result> = {
  readonly name: string
  readonly userId?: UserId
  readonly result: Result | { readonly outcome: 'several' } | { readonly outcome: 'already' }
}

type Acts<Result> = {
  /** Those whom the act is for, and those for whom it is done already. */
  readonly found: UsersNamed
  readonly done: UsersNamed
  readonly notFound: Result
  readonly act: (userId: UserId) => Promise<Result>
}

/**
 * Does `act` once for each name, one after the other, each in a transaction of its own; names that
 * stand for the same user are one. Doing it again finds them done.
 */
export const forEachNamed = async <Result>(
  names: readonly string[],
  { found, done, notFound, act }: Acts<Result>,
): Promise<OfMany<Result>[]> => {
  const results: OfMany<Result>[] = []
  const before = new Map<UserId, OfMany<Result>['result']>()
  for (const name of new Set(names)) {
    const [userId, another] = found.get(name) ?? []
    if (another !== undefined) results.push({ name, result: { outcome: 'several' } })
    else if (userId !== undefined) {
      const result = before.get(userId) ?? (await act(userId))
      before.set(userId, result)
      results.push({ name, userId, result })
    } else {
      const [already] = done.get(name) ?? []
      results.push(
        already === undefined
          ? { name, result: notFound }
          : { name, userId: already, result: { outcome: 'already' } },
      )
    }
  }
  return results
}

/** The same on live users; who is not here, or is deleted, is not found. */
export const forEachLive = async <Result>(
  db: Database,
  { tenantId, names }: { readonly tenantId: TenantId; readonly names: readonly string[] },
  notFound: Result,
  act: (userId: UserId) => Promise<Result>,
): Promise<OfMany<Result>[]> =>
  forEachNamed<Result>(names, {
    found: await usersNamed(db, 'live_users', tenantId, names),
    done: new Map(),
    notFound,
    act,
  })
