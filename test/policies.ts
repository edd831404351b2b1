/** Fabrikam's lifecycle policies: making one, letting days pass, and what a guest is shown. */
import { keepIn } from '../src/directory/lifecycle/run.ts'
import { dayMs } from '../src/kernel/time.ts'
import { lifecyclePolicy } from '../src/wire/graph/lifecycle.ts'
import { json, type Json } from './json.ts'
import type { Person, world } from './world.ts'

type World = Awaited<ReturnType<typeof world>>

export const policiesAt = `/v1.0/${lifecyclePolicy.set}`

export const inactivity = {
  displayName: 'Unused',
  isEnabled: true,
  priority: 5,
  gracePeriodInDays: 30,
  'guesthouse.inactiveDays': 90,
  'guesthouse.action': 'disableThenDelete',
  'guesthouse.deletionDays': 20,
}

/** The administrator of Fabrikam. */
export const frank = (w: World) => w.as(w.frank, w.fabrikam)

/** Which user somebody is there. */
export const idOf = (w: World, person: Person) => w.userOf(person, w.fabrikam)

export const createPolicy = async (w: World, more: object = {}): Promise<Json> =>
  json(await frank(w).post(policiesAt, { ...inactivity, ...more }), 201)

/** The days pass, and the job comes by, twice at once. */
export const passDays = async (w: World, days: number): Promise<void> => {
  w.pass(days * dayMs)
  await Promise.all([1, 2].map(() => keepIn(w.db, w.fabrikam.id, w.now())))
}

/** What somebody's list of organizations says of Fabrikam. */
export const rowOf = async (w: World, person: Person): Promise<Json> =>
  (await json(await w.as(person).get('/account/organizations')))['value'].find(
    (one: Json) => one['id'] === w.fabrikam.id,
  ) ?? {}
