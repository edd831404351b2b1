/** Subscribers to changes, a receiver that they have themselves told at, and turns of the jobs. */
import { readObjects } from '../src/graph/subscriptions/read-objects.ts'
import { sequenceAll } from '../src/directory/changes/sequence.ts'
import { dayMs, plus } from '../src/kernel/time.ts'
import { deliverChanges } from '../src/subscriptions/deliver.ts'
import { tellLifecycles } from '../src/subscriptions/lifecycle.ts'
import { stageOf } from './doors/graph-stage.ts'
import { json, type Json } from './json.ts'
import { changeReceiver } from './peers/change-receiver.ts'
import type { World } from './sign-on.ts'
import { world, type Organization, type Person } from './world.ts'

/** Where subscriptions are. */
export const path = '/v1.0/subscriptions'

/** One turn of the jobs. */
export const turn = async (w: World, signal?: AbortSignal): Promise<void> => {
  await sequenceAll(w.db, w.now())
  await tellLifecycles(w.services, w.now(), signal)
  await deliverChanges({ ...w.services, readObjects }, w.now(), signal)
}

/** An act that answers nothing. */
export const done = async (answer: Promise<Response>): Promise<void> => {
  await json(await answer, 204)
}

/** Frank's organization, with a receiver that agrees. */
export const subscribersIn = async () => {
  const to = await changeReceiver()
  const w = await world(undefined, { allowPrivateProviders: true })
  const wish = (resource: string, more: object = {}) => ({
    changeType: 'updated,deleted',
    notificationUrl: `${to.url}/hook`,
    expirationDateTime: plus(w.now(), 20 * dayMs).toISOString(),
    resource,
    ...more,
  })
  const subscribe = async (
    resource: string,
    more: object = {},
    by: Person = w.frank,
    at: Organization = w.fabrikam,
  ) => String((await json(await w.as(by, at).post(path, wish(resource, more)), 201))['id'])
  const frank = w.as(w.frank, w.fabrikam)
  const rename = (id: string, jobTitle: string) =>
    done(frank.patch(`/v1.0/users/${id}`, { jobTitle }))
  return { to, w, frank, wish, subscribe, rename, makes: stageOf(w, w.fabrikam, w.frank) }
}

/** The kinds of change that were told of one object. */
export const toldOf = (received: readonly Json[], id: string) =>
  received.filter((one) => one['resourceData']['id'] === id).map((one) => one['changeType'])
