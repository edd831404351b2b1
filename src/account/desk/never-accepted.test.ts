/** What people read is meant for them, and nobody is a guest since they were only invited. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageAt, signedIn } from '../../../test/desk.ts'
import { json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'

const plain = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('R89, R132: who never accepted is “invited on” a day, also once disabled, for themselves and for who answers for them', async () => {
  const w = await world()
  const nora = w.as(w.nora, w.northwind)
  const wish = { invitedUserEmailAddress: w.bob.upn, inviteRedirectUrl: 'https://app.example/' }
  const { invitedUser } = await json(await nora.post('/v1.0/invitations', wish), 201)
  const at = `/v1.0/users/${String(invitedUser['id'])}`
  const row = async (): Promise<string> =>
    plain(await pageAt(await signedIn(w, w.bob), `/organizations/${w.northwind.id}`))
  const answered = async (): Promise<string> =>
    plain(await pageAt(await signedIn(w, w.nora), '/guests'))
  for (const enabled of [true, false]) {
    await json(await nora.patch(at, { accountEnabled: enabled }), 204)
    for (const page of [await row(), await answered()]) {
      assert.match(page, /Invited on 1 May 2026/)
      assert.doesNotMatch(page, /guest since|use not recorded/i)
    }
  }
  assert.match(
    plain(await pageAt(await signedIn(w, w.ada), `/organizations/${w.fabrikam.id}`)),
    /Guest since 1 May 2026/,
  )
})

test('R8, R132: who has left is no guest since a day any more, and belongs only where they have accepted', async () => {
  const w = await world()
  const wish = { invitedUserEmailAddress: w.bob.upn, inviteRedirectUrl: 'https://app.example/' }
  await json(await w.as(w.nora, w.northwind).post('/v1.0/invitations', wish), 201)
  const bob = await signedIn(w, w.bob)
  const belongs = async (): Promise<string | undefined> =>
    /You belong to [^.]+/.exec(plain(await pageAt(bob, '/profile')))?.[0]
  assert.equal(await belongs(), 'You belong to 2 organizations', 'his home and Fabrikam')
  await json(await w.as(w.bob).leave(w.fabrikam))
  assert.equal(await belongs(), 'You belong to one organization')
  const left = plain(await pageAt(bob, `/organizations/${w.fabrikam.id}`))
  assert.match(left, /Joined on 1 May 2026/)
  assert.doesNotMatch(left, /guest since/i)
})

test('R107: my data tells people nothing that only programs make use of, and programs all of it', async () => {
  const w = await world()
  const ada = w.as(w.ada)
  const page = plain(await (await ada.get(`/my-data/${w.fabrikam.id}`)).text())
  assert.doesNotMatch(page, /How often the end date/)
  const copy = await json(await ada.get(`/account/organizations/${w.fabrikam.id}/data`))
  assert.equal(copy['user']['endNotices'], 0)
})
