/** What one act of an administrator asks the store: every round trip costs both sides. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caught } from '../../test/code/explain.ts'
import { world, type Organization, type Person } from '../../test/world.ts'
import { newId } from '../kernel/ids.ts'
import { serverApp } from '../server/server.ts'

type World = Awaited<ReturnType<typeof world>>
type Call = readonly [method: string, path: string, body?: object]

/**
 * How many statements a request asks, those about who calls among them, without begin and commit.
 * Keys and secrets are known by then, as to a process that has run for a while: so many more a
 * second request asks.
 */
const statementsOf = async (
  w: World,
  person: Person,
  at: Organization,
  callOf: () => Call,
): Promise<number> => {
  const client = w.as(person, at)
  const count = async (times: number): Promise<number> => {
    const statements = await caught(w.db, async (db) => {
      const app = serverApp({ ...w.services, db })
      for (let n = 0; n < times; n++) {
        const [method, path, body] = callOf()
        const headers = await client.headersFor(path)
        const response = await app.request(w.publicUrl + path, {
          method,
          headers: { ...headers, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        })
        assert.ok(response.ok, await response.text())
      }
    })
    return statements.length
  }
  const once = await count(1)
  return (await count(2)) - once
}

const invitation =
  (more: object = {}) =>
  (): Call => [
    'POST',
    '/v1.0/invitations',
    {
      invitedUserEmailAddress: `somebody-${newId()}@outside.example`,
      inviteRedirectUrl: 'https://fabrikam.example/welcome',
      ...more,
    },
  ]

test('an invitation, with its guest, sponsor, link and mail, asks the store 10 times', async () => {
  const w = await world()
  const asked = (call: () => Call) => statementsOf(w, w.frank, w.fabrikam, call)
  assert.equal(await asked(invitation({ sendInvitationMessage: true })), 10)
  assert.equal(await asked(invitation()), 9)
})

test('a new member is one statement between who makes it and the answer, and one more with an address', async () => {
  const w = await world()
  const asked = (more: () => object) =>
    statementsOf(w, w.frank, w.fabrikam, () => {
      const name = `new-${newId()}`
      const userPrincipalName = `${name}@${w.fabrikam.domain}`
      const user = {
        displayName: name,
        mailNickname: name,
        accountEnabled: true,
        userPrincipalName,
      }
      return ['POST', '/v1.0/users', { ...user, ...more() }]
    })
  assert.equal(await asked(() => ({})), 3)
  assert.equal(await asked(() => ({ mail: `${newId()}@outside.example` })), 4)
})

test('a restore asks the store 9 times and a permanent deletion 9, with the mail to the person', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const deleted: string[] = []
  for (let n = 0; n < 6; n++) {
    const userId = await w.guest(await w.member(w.contoso, `Guest ${n} of ${newId()}`), w.fabrikam)
    assert.equal((await frank.delete(`/v1.0/users/${userId}`)).status, 204)
    deleted.push(userId)
  }
  const item = () => `/v1.0/directory/deletedItems/${deleted.shift()}`
  const asked = (callOf: () => Call) => statementsOf(w, w.frank, w.fabrikam, callOf)
  assert.equal(await asked(() => ['POST', `${item()}/restore`]), 9)
  assert.equal(await asked(() => ['DELETE', item()]), 9)
})
