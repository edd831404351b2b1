/** What has changed, many requests in one, and how much is taken at once. */
import assert from 'node:assert/strict'
import type { Json } from '../json.ts'
import { idsOf, ok, reads, type Area, type Check, type Sent } from './row.ts'
import type { Stage } from './stage.ts'

const pathOf = (link: unknown): string => String(link).replace(/^https?:\/\/[^/]+/, '')

/** Reads the pages of a round; resolves with its items and where the next one begins. */
const round = async (
  s: Stage,
  first: string,
  sent: Sent = {},
): Promise<{ items: Json[]; link: string }> => {
  const items: Json[] = []
  for (let path = first; ;) {
    const body = await s.call(`GET ${path}`, 200, sent)
    items.push(...(body['value'] as Json[]))
    if (body['@odata.nextLink'] === undefined)
      return { items, link: pathOf(body['@odata.deltaLink']) }
    path = pathOf(body['@odata.nextLink'])
  }
}

const ends =
  (list: string): Check =>
  async (s) => {
    const { link } = await round(s, `/${list}/delta`)
    assert.match(link, /deltatoken=/)
    assert.deepEqual((await round(s, link)).items, [])
  }

const removal = (items: readonly Json[], id: string): unknown =>
  items.find((one) => one['id'] === id)?.['@removed']?.['reason']

const delta: Area = {
  number: '4',
  about: 'delta',
  rows: [
    ok('/users/delta: a round ends with a delta link', ends('users')),
    ok('/groups/delta: a round ends with a delta link', ends('groups')),
    ok('/directoryObjects/delta: a round ends with a delta link', ends('directoryObjects')),
    ok('/applications/delta: a round ends with a delta link', ends('applications')),
    ok('/servicePrincipals/delta: a round ends with a delta link', ends('servicePrincipals')),
    ok('/directoryRoles/delta: a round ends with a delta link', ends('directoryRoles')),
    ok(
      '/oauth2PermissionGrants/delta: a round ends with a delta link',
      ends('oauth2PermissionGrants'),
    ),
    ok(
      '$deltatoken=latest gives a link alone',
      reads('/users/delta?$deltatoken=latest', (body) => {
        assert.deepEqual(idsOf(body), [])
        assert.match(String(body['@odata.deltaLink']), /deltatoken=/)
      }),
    ),
    ok('deletion is changed, purge is deleted, and a restore shows the object', async (s) => {
      const id = await s.makes.user()
      let { link } = await round(s, '/users/delta?$deltatoken=latest')
      const next = async (): Promise<Json[]> => {
        const after = await round(s, link)
        link = after.link
        return after.items
      }
      await s.call(`DELETE /users/${id}`, 204)
      assert.equal(removal(await next(), id), 'changed')
      await s.call(`POST /directory/deletedItems/${id}/restore`, 200)
      assert.equal(removal(await next(), id), undefined)
      await s.call(`DELETE /users/${id}`, 204)
      await s.call(`DELETE /directory/deletedItems/${id}`, 204)
      assert.equal(removal((await next()).toReversed(), id), 'deleted')
    }),
    ok('members@delta of groups', async (s) => {
      const { items } = await round(s, '/groups/delta?$select=displayName,members')
      const group = items.find((one) => one['id'] === s.ids['group'])
      assert.equal(group?.['members@delta']?.[0]?.['id'], s.ids['fiona'])
    }),
    ok('Prefer: return=minimal tells what has changed alone', async (s) => {
      const { link } = await round(s, '/users/delta?$select=jobTitle,displayName')
      await s.call('PATCH /users/{fiona}', 204, { body: { jobTitle: 'Minimal' } })
      const { items } = await round(s, link, { headers: { prefer: 'return=minimal' } })
      const changed = items.find((one) => one['id'] === s.ids['fiona']) ?? {}
      assert.deepEqual([changed['jobTitle'], 'displayName' in changed], ['Minimal', false])
    }),
  ],
}

type Part = {
  readonly id: string
  readonly status: number
  readonly headers: Json
  readonly body: Json | null | undefined
}
const batched = async (s: Stage, requests: readonly object[]): Promise<Map<string, Part>> => {
  const { responses } = await s.call('POST /$batch', 200, { body: { requests } })
  return new Map((responses as Part[]).map((one) => [one.id, one]))
}

const batch: Area = {
  number: '5',
  about: '$batch',
  rows: [
    ok('reads are answered by id', async (s) => {
      const parts = await batched(s, [
        { id: 'a', method: 'GET', url: '/users/{fiona}' },
        { id: 'b', method: 'GET', url: 'groups/{group}' },
      ])
      assert.deepEqual(
        ['a', 'b'].map((id) => parts.get(id)?.body?.['id']),
        [s.ids['fiona'], s.ids['group']],
      )
    }),
    ok('numbers as ids come back as text', async (s) => {
      const parts = await batched(s, [{ id: 0, method: 'GET', url: '/me' }])
      assert.equal(parts.get('0')?.status, 200)
    }),
    ok('dependsOn: 424 after a failure', async (s) => {
      const parts = await batched(s, [
        { id: '1', method: 'GET', url: '/users/{nobody}' },
        { id: '2', method: 'GET', url: '/me', dependsOn: ['1'] },
      ])
      assert.deepEqual([parts.get('1')?.status, parts.get('2')?.status], [404, 424])
    }),
    ok('more than 20: MaximumValueExceeded', async (s) => {
      const requests = Array.from({ length: 21 }, (_, id) => ({ id, method: 'GET', url: '/me' }))
      const { error } = await s.call('POST /$batch', 400, { body: { requests } })
      assert.equal(error['code'], 'MaximumValueExceeded')
    }),
    ok('writes with bodies; 204 has none', async (s) => {
      const headers = { 'Content-Type': 'application/json' }
      const parts = await batched(s, [
        { id: '1', method: 'POST', url: '/groups', headers, body: { displayName: 'B' } },
        { id: '2', method: 'PATCH', url: '/groups/{group}', headers, body: { description: 'B' } },
      ])
      assert.deepEqual([parts.get('1')?.status, parts.get('2')?.status], [201, 204])
      assert.ok(parts.get('2')?.body === undefined || parts.get('2')?.body === null)
    }),
  ],
}

const throttling: Area = {
  number: '6',
  about: 'throttling',
  rows: [
    ok('too many: 429, TooManyRequests, Retry-After in whole seconds', async (s) => {
      const body = {
        invitedUserEmailAddress: 'often@outside.example',
        inviteRedirectUrl: 'https://app.example/',
        sendInvitationMessage: true,
      }
      for (let tried = 0; tried < 60; tried++) {
        const answer = await s.raw('POST /invitations', { body })
        if (answer.status !== 429) continue
        assert.match(answer.headers.get('retry-after') ?? '', /^\d+$/)
        assert.equal(answer.body['error']['code'], 'TooManyRequests')
        return
      }
      assert.fail('never too many')
    }),
  ],
}

const notifications: Area = {
  number: '10',
  about: 'change notifications',
  rows: [
    ok('GET /subscriptions', reads('/subscriptions')),
    ok('POST /subscriptions asks the receiver, which has to answer', async (s) => {
      const body = {
        changeType: 'updated',
        notificationUrl: 'https://receiver.example/hook',
        resource: 'users',
        expirationDateTime: '2026-05-02T12:00:00Z',
      }
      const { error } = await s.call('POST /subscriptions', 400, { body })
      assert.equal(error['code'], 'InvalidRequest')
    }),
  ],
}

export const changeAreas = [delta, batch, throttling, notifications]
