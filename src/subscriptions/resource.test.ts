/** What a resource names is what is asked for it, however it is written. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from '../../test/properties.ts'
import { lackForBody, type ApplicationHolder } from '../access/lack.ts'
import { asks } from '../access/permission.ts'
import {
  neededFor,
  subscribables,
  subscribingNeeds,
  type SubscribedKind,
} from '../access/subscribing.ts'
import { newId } from '../kernel/ids.ts'
import { subscribedIn } from './resource.ts'

/** Somebody who may subscribe, and read nothing. */
const subscriber: ApplicationHolder = {
  kind: 'application',
  permissions: ['subscribes'],
  roles: [],
}
const permission = asks('subscribe', 'subscriptions', { besides: neededFor })
const open = { ...permission, need: { ...permission.need, applications: ['subscribes'] } }
const lackedFor = (resource: string) => lackForBody(subscriber, open, { resource })?.need

test('contract §10: whoever subscribes lacks what reading asks that is named, in whatever letters, with a slash before it and options behind', () => {
  const id = newId()
  for (const kind of Object.keys(subscribables) as SubscribedKind[]) {
    const path = subscribables[kind].path.replace('{id}', id)
    for (const resource of [path, path.toUpperCase(), `/${path}`, `${path}?$select=id`]) {
      const objectId = path.includes(id) ? id : null
      assert.deepEqual(subscribedIn(resource), { kind, objectId }, resource)
      assert.equal(lackedFor(resource), subscribingNeeds[kind], resource)
    }
  }
})

test('contract §10: nothing is named that asks for nothing, and what asks is what is named', () => {
  const parts = fc.constantFrom(
    'users',
    'Groups',
    'members',
    'owners',
    '/',
    '//',
    newId(),
    'x',
    '?',
    '$select=id',
    '\n',
    '#',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 8 }), (written) => {
      const resource = written.join('')
      const named = subscribedIn(resource)
      if (named !== undefined) assert.equal(lackedFor(resource), subscribingNeeds[named.kind])
    }),
    { numRuns: 2_000 },
  )
})
