import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json } from '../../test/json.ts'
import { requireFocusOnWrong } from '../../test/doors/refused-form.ts'
import { signedIn } from '../../test/signed-in.ts'
import { visitor } from '../../test/visitor.ts'
import { world } from '../../test/world.ts'
import { newId } from '../kernel/ids.ts'
import { setPassword } from '../credentials/password/set.ts'

const passphrase = 'violet harbour sings twice'

test('U12: after a refusal the focus of a server page is in the first wrong field, which says what is wrong', async () => {
  const w = await world()
  await setPassword(
    w.db,
    { tenantId: w.fabrikam.id, userId: w.fiona.userId, password: passphrase },
    w.operator(),
  )
  const fiona = await signedIn(w, w.fiona.personId)
  const stranger = visitor(w)
  const refused = async (
    someone: typeof stranger,
    path: string,
    given: Record<string, string>,
    wrong: string,
  ): Promise<void> => {
    const answer = await someone.post(path, given)
    assert.ok(answer.status >= 400, `${path}: ${answer.status}`)
    requireFocusOnWrong(await answer.text(), wrong)
  }
  const good = 'quiet copper kettles at noon'

  const ways = await stranger.post('/sign-in', { name: 'nobody' })
  const noWays = await stranger.get(ways.headers.get('location') ?? '')
  requireFocusOnWrong(await noWays.text(), 'name')
  await refused(stranger, '/sign-in', { name: w.fiona.upn, password: 'wrong' }, 'password')
  await refused(stranger, '/sign-in/provider', { name: 'nobody@nowhere.example' }, 'name')

  await refused(stranger, '/sign-in/code', { address: 'nobody' }, 'address')
  assert.equal(
    (await stranger.post('/sign-in/code', { address: `eve-${newId()}@outside.example` })).status,
    200,
  )
  await refused(stranger, '/sign-in/code/check', { code: '12' }, 'code')
  await refused(stranger, '/sign-in/code/check', { code: '12345678' }, 'code')

  await refused(stranger, `/receipts/${newId()}`, { code: 'wrong' }, 'code')
  await refused(fiona, '/password', { current: 'wrong', wanted: good, repeated: good }, 'current')
  await refused(
    fiona,
    '/password',
    { current: passphrase, wanted: good, repeated: 'another' },
    'repeated',
  )
  await refused(
    fiona,
    '/password',
    { current: passphrase, wanted: 'password', repeated: 'password' },
    'wanted',
  )

  const link = await json(
    await w
      .as(w.frank, w.fabrikam)
      .post(`/v1.0/users/${w.fiona.userId}/guesthouse.createPasswordLink`),
  )
  const path = new URL(String(link['url'])).pathname
  await refused(stranger, path, { wanted: 'password', repeated: 'password' }, 'wanted')
  await refused(stranger, path, { wanted: good, repeated: 'another' }, 'repeated')

  await fiona.post('/security/authenticator')
  await refused(fiona, '/security/authenticator/confirm', { code: '000000' }, 'code')
})

test('R4, R130: who is disabled at home is led to where they ask to be removed, or restored by who removed them', async () => {
  const w = await world()
  const who = { tenantId: w.contoso.id, userId: w.ada.userId, password: passphrase }
  await setPassword(w.db, who, w.operator())
  await w.as(w.carol, w.contoso).patch(`/v1.0/users/${w.ada.userId}`, { accountEnabled: false })
  const answer = await visitor(w).post('/sign-in', { name: w.ada.upn, password: passphrase })
  assert.equal(answer.status, 403)
  assert.match(
    await answer.text(),
    /remove you, or one that has removed you to restore you[^]*href="\/ask-removal">Ask to be removed or restored</,
  )
})
