/** Passwords that administrators give by the directory API, and changing one's own there. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browsing } from '../../../test/browser/browsing.ts'
import { json, refusal, type Json } from '../../../test/json.ts'
import { world, type Person } from '../../../test/world.ts'
import { roles } from '../../access/roles.ts'
import { sql, transaction } from '../../store/database.ts'

const given = 'Wert-71-zumba-Kante'
const chosen = 'sieben blaue Boote am Kai'
const url = 'http://guesthouse.test'
const session = 'guesthouse_session'

type World = Awaited<ReturnType<typeof world>>

const signIn = async (w: World, name: string, password: string) => {
  const browser = browsing(w.app, url)
  const page = await browser.submit('/sign-in', { name, password })
  return { browser, page }
}
const isIn = ({ browser }: Awaited<ReturnType<typeof signIn>>): boolean =>
  [...browser.jar.keys()].some((name) => name.endsWith(session))

const made = async (w: World, passwordProfile: object): Promise<{ id: string; name: string }> => {
  const userPrincipalName = `made@${w.fabrikam.domain}`
  const body = { displayName: 'Mia Adler', userPrincipalName, passwordProfile }
  const frank = w.as(w.frank, w.fabrikam)
  const answer = await json(await frank.post('/v1.0/users', body), 201)
  assert.equal('passwordProfile' in answer, false)
  return { id: String(answer['id']), name: userPrincipalName }
}

test('K16: a given password opens nothing until another is chosen, which is another', async () => {
  const w = await world(url)
  const { id, name } = await made(w, { password: given })
  const read = await w.as(w.frank, w.fabrikam).get(`/v1.0/users/${id}?$select=id,passwordProfile`)
  assert.equal((await json(read))['passwordProfile'], null)

  const entered = await signIn(w, name, given)
  assert.match(entered.page.url, /\/sign-in\/new-password\?/)
  assert.match(entered.page.text, /Choose a new password before you go on\./)
  assert.equal(isIn(entered), false)
  assert.match((await entered.browser.go('/organizations')).url, /\/sign-in/)

  const choose = (wanted: string, repeated = wanted) =>
    entered.browser.submit('/sign-in/new-password', { wanted, repeated })
  assert.match((await choose(given)).text, /is the present one/)
  assert.match((await choose('short')).text, /too short/)
  assert.match((await choose(chosen, 'other')).text, /not the same/)
  assert.equal(isIn(entered), false)
  await choose(chosen)
  assert.ok(isIn(entered))
  // It is used up, and so is the password that somebody else knows.
  assert.match((await entered.browser.go('/sign-in/new-password')).url, /\/organizations|\/$/)
  assert.match((await signIn(w, name, given)).page.text, /do not belong together/)
  assert.ok(isIn(await signIn(w, name, chosen)))
})

test('K16: who brings a page of a password that was changed meanwhile starts again', async () => {
  const w = await world(url)
  const { id, name } = await made(w, { password: given })
  const first = await signIn(w, name, given)
  const frank = w.as(w.frank, w.fabrikam)
  const other = { password: 'zwölf Hasen graben Tunnel' }
  await json(await frank.patch(`/v1.0/users/${id}`, { passwordProfile: other }), 204)
  const fields = { wanted: chosen, repeated: chosen }
  assert.match((await first.browser.submit('/sign-in/new-password', fields)).url, /\/sign-in\?/)
  assert.equal(isIn(first), false)
  // Without the cookie of the browser that typed the password there is no page at all.
  const stranger = browsing(w.app, url)
  assert.match((await stranger.submit('/sign-in/new-password', fields)).url, /\/sign-in\?/)
})

test('R49: a password is given by who reaches the user, all of the change or nothing; what was given ends with a rise', async () => {
  const w = await world(url)
  const frank = w.as(w.frank, w.fabrikam)
  const user = `/v1.0/users/${w.fiona.userId}`
  const easy = { password: given, forceChangePasswordNextSignIn: false }
  const weak = await refusal(
    await frank.patch(user, { jobTitle: 'Lead', passwordProfile: { password: 'abc' } }),
    400,
  )
  assert.match(weak.message, /does not comply with password complexity/)
  assert.equal((await json(await frank.get(user)))['jobTitle'], null)

  const helper = await w.member(w.fabrikam, 'Hella Wirth')
  await w.grant(helper, w.fabrikam, 'helpdeskAdministrator')
  const hella = w.as(helper, w.fabrikam)
  assert.equal(
    (
      await refusal(
        await hella.patch(`/v1.0/users/${w.frank.userId}`, { passwordProfile: easy }),
        403,
      )
    ).code,
    'Authorization_RequestDenied',
  )
  await refusal(await hella.patch(user, { jobTitle: 'Lead', passwordProfile: easy }), 403)
  await json(await hella.patch(user, { passwordProfile: easy }), 204)
  assert.ok(isIn(await signIn(w, w.fiona.upn, given)))
  await json(
    await hella.patch(user, { passwordProfile: { forceChangePasswordNextSignIn: true } }),
    204,
  )
  assert.equal(isIn(await signIn(w, w.fiona.upn, given)), false)

  const role = { principalId: w.fiona.userId, roleDefinitionId: roles.globalAdministrator.id }
  await json(await frank.post('/v1.0/roleManagement/directory/roleAssignments', role), 201)
  assert.match((await signIn(w, w.fiona.upn, given)).page.text, /do not belong together/)
  const guest = `/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`
  const elsewhere = await refusal(await frank.patch(guest, { passwordProfile: easy }), 400)
  assert.equal(elsewhere.code, 'homeElsewhere')
})

const changing = async (w: World, person: Person, currentPassword: string, at = w.fabrikam) =>
  w.as(person, at).post('/v1.0/me/changePassword', { currentPassword, newPassword: chosen })

test('K16: my own password is changed by who knows it, at home, and guesses are slowed as at the sign-in', async () => {
  const w = await world(url)
  const frank = w.as(w.frank, w.fabrikam)
  const easy = { password: given, forceChangePasswordNextSignIn: false }
  await json(await frank.patch(`/v1.0/users/${w.fiona.userId}`, { passwordProfile: easy }), 204)
  assert.equal((await refusal(await changing(w, w.ada, given), 400)).code, 'homeElsewhere')
  const fiona = w.as(w.fiona, w.fabrikam)
  const change = (currentPassword: string, newPassword = chosen) =>
    fiona.post('/v1.0/me/changePassword', { currentPassword, newPassword })
  assert.match((await refusal(await change(given, given), 400)).message, /does not comply/)
  for (let guess = 0; guess < 10; guess++)
    assert.match((await refusal(await change('wrong'), 400)).message, /present password/)
  const slowed = await change(given)
  assert.equal(slowed.status, 429)
  assert.ok(Number(slowed.headers.get('retry-after')) > 0)
  w.pass(60 * 60_000)
  await json(await change(given), 204)
  assert.equal((await fiona.get('/v1.0/me')).status, 401)
  assert.ok(isIn(await signIn(w, w.fiona.upn, chosen)))
})

test('K17: with a token alone nobody makes a way in to themselves: no password, link, account elsewhere or new redemption', async () => {
  const w = await world(url)
  const frank = w.as(w.frank, w.fabrikam)
  const own = `/v1.0/users/${w.frank.userId}`
  const easy = { password: given, forceChangePasswordNextSignIn: false }
  const account = {
    issuer: 'https://login.evil.example',
    issuerAssignedId: 'mallory',
  }
  await w.grant(w.ada, w.fabrikam, 'globalAdministrator')
  const address = 'ada@outside.example'
  const asGuest = w.as(w.ada, w.fabrikam)
  const redemption = {
    invitedUserEmailAddress: address,
    inviteRedirectUrl: 'https://app.example/',
    resetRedemption: true,
    invitedUser: { id: w.userOf(w.ada, w.fabrikam) },
  }
  await json(await asGuest.patch('/v1.0/me', { otherMails: [address] }), 204)
  const tries: Readonly<Record<string, Promise<Response>>> = {
    password: frank.patch('/v1.0/me', { jobTitle: 'Lead', passwordProfile: easy }),
    'password, by the id': frank.patch(own, { passwordProfile: easy }),
    'no other to be chosen': frank.patch(own, {
      passwordProfile: { forceChangePasswordNextSignIn: false },
    }),
    link: frank.post(`${own}/guesthouse.createPasswordLink`),
    'account elsewhere': frank.post(`${own}/guesthouse.identities`, account),
    redemption: asGuest.post('/v1.0/invitations', redemption),
  }
  for (const [what, attempt] of Object.entries(tries))
    assert.equal((await refusal(await attempt, 400)).code, 'yourself', what)
  assert.equal((await json(await frank.get('/v1.0/me')))['jobTitle'], null)
  assert.match((await signIn(w, w.frank.upn, given)).page.text, /do not belong together/)
  await json(await asGuest.patch(own, { passwordProfile: easy }), 204)
  assert.ok(isIn(await signIn(w, w.frank.upn, given)), 'another administrator may')
})

const waiting = sql`select count(*)::int as count from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock'`
const waits = async (w: World, count: number): Promise<void> => {
  const found = (await waiting.execute(w.db)).rows as { count: number }[]
  if ((found[0]?.count ?? 0) < count) await waits(w, count)
}

test('K18, R28: who is disabled while they choose a new password gets no session', async () => {
  const w = await world(url)
  const { id, name } = await made(w, { password: given })
  const entered = await signIn(w, name, given)
  const frank = w.as(w.frank, w.fabrikam)
  const { disabled, page } = await transaction(w.db, async (tx) => {
    await sql`select 1 from users where tenant_id = ${w.fabrikam.id} and id = ${id}::uuid for update`.execute(
      tx,
    )
    const asked = frank.patch(`/v1.0/users/${id}`, { accountEnabled: false })
    await waits(w, 1)
    const fields = { wanted: chosen, repeated: chosen }
    const chose = entered.browser.submit('/sign-in/new-password', fields)
    await waits(w, 2)
    return { disabled: asked, page: chose }
  })
  assert.equal((await disabled).status, 204)
  assert.match((await page).text, /disabled/)
  assert.equal(isIn(entered), false)
})

test('without a role I change my own contact and nothing else of myself', async () => {
  const w = await world(url)
  const fiona = w.as(w.fiona, w.fabrikam)
  await json(await fiona.patch('/v1.0/me', { mobilePhone: '+43 1', preferredLanguage: 'de' }), 204)
  assert.equal((await json(await fiona.get('/v1.0/me')))['mobilePhone'], '+43 1')
  for (const body of [
    { jobTitle: 'Boss' },
    { mobilePhone: '1', otherMails: ['x@outside.example'] },
    { passwordProfile: { password: given } },
    { userType: 'Guest' },
  ])
    await refusal(await fiona.patch('/v1.0/me', body), 403)
  const path = `/v1.0/users/${w.frank.userId}`
  await refusal(await fiona.patch(path, { mobilePhone: '1' }), 403)
})

test('a password is tried rule by rule before anybody chooses it, and is kept nowhere', async () => {
  const w = await world(url)
  const verdictOf = async (
    person: Person,
    password: unknown,
    path = '/beta/users/validatePassword',
  ) => json(await w.as(person, w.fabrikam).post(path, { password }))
  const broken = async (person: Person, password: string) => {
    const { isValid, validationResults } = await verdictOf(person, password)
    const failed = (validationResults as Json[]).filter((one) => one['validationPassed'] === false)
    assert.equal(isValid, failed.length === 0)
    assert.equal((validationResults as object[]).length, 4)
    return failed.map((one) => one['ruleName'])
  }
  assert.deepEqual(await broken(w.fiona, chosen), [])
  assert.deepEqual(await broken(w.fiona, 'short'), ['tooShort', 'common'])
  assert.deepEqual(await broken(w.fiona, 'Fiona Byrne 7q'), ['containsName'])
  assert.deepEqual(await broken(w.fiona, 'Frank Weber 7q'), [])
  assert.deepEqual(await broken(w.fiona, 'ab 7 '.repeat(210)), ['tooLong'])
  // Whose home is elsewhere asks for nobody in particular.
  assert.deepEqual(await broken(w.ada, 'Ada Lovelace 7q'), [])
  const [first] = (await verdictOf(w.fiona, 'short'))['validationResults'] as Json[]
  assert.match(String(first?.['message']), /at least 10 characters/)
  const none = w.as(w.fiona, w.fabrikam).post('/v1.0/users/validatePassword', { password: 1 })
  assert.match((await refusal(await none, 400)).message, /password/)
  const { rows: kept } =
    await sql`select 1 from local_credentials c where c.tenant_id = ${w.fabrikam.id} and c.user_id = ${w.fiona.userId}`.execute(
      w.db,
    )
  assert.deepEqual(kept, [])
})
