/** The same act on many users, each by itself: what fails for one changes nothing for another. */
import type { TenantId, UserId } from '../kernel/ids.ts'
import type { Database } from '../store/database.ts'
import { usersNamed, type UsersNamed } from './named.sql.ts'
import { bySlices, type Outcomes } from './slices.ts'

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
  /** The act on several of them, all of it or nothing, with an outcome for each. */
  readonly act: (userIds: readonly UserId[]) => Promise<Outcomes<Result>>
}

/**
 * Does `act` once for whom each name stands, slice by slice in the order of the list; names that
 * stand for the same user are one. Doing it again finds them done.
 */
export const forEachNamed = async <Result>(
  listed: readonly string[],
  { found, done, notFound, act }: Acts<Result>,
): Promise<OfMany<Result>[]> => {
  const names = [...new Set(listed)]
  const meant = names.flatMap((name) => {
    const [userId, another] = found.get(name) ?? []
    return userId === undefined || another !== undefined ? [] : [userId]
  })
  const outcomes = await bySlices([...new Set(meant)], act)
  return names.map((name): OfMany<Result> => {
    const [userId, another] = found.get(name) ?? []
    if (another !== undefined) return { name, result: { outcome: 'several' } }
    if (userId !== undefined) return { name, userId, result: outcomes.get(userId) ?? notFound }
    const [already] = done.get(name) ?? []
    return already === undefined
      ? { name, result: notFound }
      : { name, userId: already, result: { outcome: 'already' } }
  })
}

type Named = {
  readonly tenantId: TenantId
  readonly names: readonly string[]
  readonly from: 'live_users' | 'deleted_users'
}

/** The same on users of one state; who is not here, or in another one, is not found. */
export const forEachOf = async <Result>(
  db: Database,
  { tenantId, names, from }: Named,
  notFound: Result,
  act: Acts<Result>['act'],
): Promise<OfMany<Result>[]> =>
  forEachNamed<Result>(names, {
    found: await usersNamed(db, from, tenantId, names),
    done: new Map(),
    notFound,
    act,
  })
