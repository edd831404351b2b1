/**
 * Nobody is stuck in a closed organization (R121, R130): who cannot sign in asks by a code, nobody
 * has to answer, and on the day they are gone, with a receipt.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { pass, turn } from '../../../test/closing.ts'
import { json, type Json } from '../../../test/json.ts'
import { mailsTo } from '../../../test/mails.ts'
import { prove } from '../../../test/proved-address.ts'
import { newStore } from '../../../test/store.ts'
import { world, type Organization } from '../../../test/world.ts'
import { rows, sql } from '../../store/database.ts'
import { exportedData } from '../../wire/my-data.ts'
import { languages } from '../../words/locales.ts'
import { serverWordsOf } from '../../words/server-words.ts'

type World = Awaited<ReturnType<typeof world>>

// The job looks at the requests of everybody, so these are alone in a store of their own.
const { db, close } = await newStore()
after(() => close().catch(() => {}))

const ask = { kind: 'removal' } as const
const mine = async (client: ReturnType<World['as']>, at: Organization): Promise<Json> =>
  (await json(await client.get('/account/organizations')))['value'].find(
    (one: Json) => one['id'] === at.id,
  ) ?? {}

/** What is read in the middle of a page. */
const textOf = (page: string): string =>
  [...page.matchAll(/<main[\s\S]*?<\/main>/g)].join(' ').replaceAll(/<[^>]*>/g, ' ')

/** What keeps somebody from signing in, at their home. */
const homes = {
  disabled: sql`update users set account_enabled = false`,
  gone: sql`delete from users`,
} as const

for (const [home, change] of Object.entries(homes))
  test(`R121, R130, R106, R107, R109: home ${home}, the organization closed: asks by a code, has the copy, takes it back, and is gone after a week, with a receipt`, async () => {
    const w = await world(undefined, { db })
    const at = await w.organization('Going')
    const eve = await w.member(at, 'Eve Stone')
    const id = await w.guest(eve, w.fabrikam)
    await sql`${change} where tenant_id = ${at.id} and id = ${eve.userId}`.execute(w.db)
    await turn(w, w.fabrikam, 'closed')
    const { browser, page } = await prove(w, eve.upn)
    assert.match(page, /Ask Fabrikam to remove me/)
    assert.doesNotMatch(textOf(page), /administrator/i)
    const path = `/ask-removal/data/${w.fabrikam.id}/${id}`
    const copy = JSON.parse((await browser.open(path)).page ?? '')
    assert.deepEqual(exportedData.strict().safeParse(copy).error?.issues ?? [], [])
    assert.equal(copy.user.id, id)
    const send = async (sent: Record<string, string>): Promise<string> =>
      (await browser.post('/ask-removal', { organization: w.fabrikam.id, ...sent })).page ?? ''
    const asked = await send({ user: id, ...ask })
    assert.match(asked, /Your request is filed\. Fabrikam is closed, so nobody has to answer it/)
    assert.match(asked, /is deleted by itself on [^<]*8 May 2026/)
    assert.doesNotMatch(textOf(asked), /administrator|If nobody/i)
    const mail = (await mailsTo(w.db, eve.upn)).at(-1)
    assert.match(mail?.body ?? '', /is closed, so nobody has to answer/)
    const withdraw = /name="withdraw"\s+value="([^"]+)"/.exec(asked)?.[1] ?? ''
    assert.match(await send({ withdraw }), /taken back/)
    await send({ user: id, ...ask })
    await pass(w, 6.9)
    assert.equal((await browser.open(path)).page?.includes(id), true)
    await pass(w, 0.2)
    const ended = await prove(w, eve.upn)
    assert.match(ended.page, /Your account there has ended\. Fabrikam is closed, so nobody/)
    assert.doesNotMatch(ended.page, /name="kind"/)
    assert.equal(JSON.parse((await ended.browser.open(path)).page ?? '').user.id, id)
    const events = await rows(
      w.db,
      sql`select activity, actor_kind from events where tenant_id = ${w.fabrikam.id} and target_id = ${id} and activity like 'user.deleted%'`,
    )
    assert.deepEqual(events, [{ activity: 'user.deletedByPolicy', actor_kind: 'system' }])
    const subjects = (await mailsTo(w.db, eve.upn)).map(({ subject }) => subject)
    assert.ok(subjects.includes('Your account at Fabrikam has ended'), 'a receipt')
  })

test('R121, R130: home closed and the organization closed, with no session: by a code too', async () => {
  const w = await world(undefined, { db })
  await turn(w, w.contoso, 'closed')
  await turn(w, w.fabrikam, 'suspended')
  const { browser, page } = await prove(w, w.ada.upn)
  assert.match(page, /Ask Fabrikam to remove me/)
  const user = w.userOf(w.ada, w.fabrikam)
  await browser.post('/ask-removal', { organization: w.fabrikam.id, user, ...ask })
  await pass(w, 7)
  assert.match((await prove(w, w.ada.upn)).page, /Your account there has ended/)
})

/** Who does not answer any more, in the words of each language. */
const administrators = {
  en: /administrators? (of|see|has|have|can)|to the administrators/i,
  de: /Administration/,
  fr: /l’administration (n|de|peut)/i,
  es: /la administración/i,
  ja: /管理者/,
  ar: /المسؤول|مسؤولو/,
} as const

test('R121, R25: who is disabled at home reads, signed in, that nobody there has to answer, and nothing of what administrators could do', async () => {
  const w = await world(undefined, { db })
  const ada = w.as(w.ada)
  await ada.get('/account/me')
  await sql`update users set account_enabled = false where tenant_id = ${w.contoso.id} and id = ${w.ada.userId}`.execute(
    w.db,
  )
  await turn(w, w.fabrikam, 'closed')
  const before = await mine(ada, w.fabrikam)
  assert.deepEqual(before['canAsk'], ['removal'])
  const [blocker] = before['blockers']
  assert.match(blocker.nextStep, /Fabrikam is closed, so nobody has to answer/)
  assert.doesNotMatch(
    `${blocker.nextStep} ${blocker.liftedBy}`,
    /administrators? (here|of Fabrikam)/,
  )
  const here = `/organizations/${w.fabrikam.id}`
  const read = async (path: string, language = 'en'): Promise<string> =>
    (await ada.get(path, { 'accept-language': language })).text()
  const question = await read(`${here}/ask`)
  assert.match(question, /Fabrikam is closed, so nobody has to answer/)
  assert.doesNotMatch(textOf(question), /administrator/i)
  assert.doesNotMatch(question, /<textarea/)
  await json(await ada.post(`/account${here}/requests`, ask), 201)
  for (const language of languages) {
    const { memberships, removal } = serverWordsOf({ language, direction: 'ltr' })
    const { state, message } = memberships.request
    const row = await read(here, language)
    assert.ok(row.includes(removal.ofClosed.asked.removal), language)
    assert.ok(!row.includes(state.removal.open), language)
    const back = await read(`${here}/withdraw`, language)
    const said = textOf([row, back, await read(`${here}/ask`, language)].join(' '))
    assert.ok(!said.includes(message), language)
    assert.doesNotMatch(said, administrators[language], language)
  }
  assert.match(await read('/organizations'), /is deleted by itself on [^<]*8 May 2026/)
  assert.match(await read(`${here}/withdraw`), /is then not deleted because of it/)
})

test('R121, R40: nobody of a closed organization is asked to restore', async () => {
  const w = await world(undefined, { db })
  await w.as(w.frank, w.fabrikam).delete(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`)
  const ada = w.as(w.ada)
  assert.deepEqual((await mine(ada, w.fabrikam))['canAsk'], ['restore'])
  await turn(w, w.fabrikam, 'closed')
  assert.deepEqual((await mine(ada, w.fabrikam))['canAsk'], [])
  const wish = { kind: 'restore' }
  const refused = await ada.post(`/account/organizations/${w.fabrikam.id}/requests`, wish)
  assert.match(await refused.text(), /the organization is closed/)
})

test('R30: on the way to a request the code is for the address that was invited; else for who has no other', async () => {
  const w = await world()
  const hintOn = async (back: string): Promise<string> =>
    (await w.app.request(`${w.publicUrl}/sign-in/code?return=${encodeURIComponent(back)}`)).text()
  const asking = await hintOn('/ask-removal?show=done')
  assert.match(asking, /Use the address at which you were invited/)
  assert.doesNotMatch(asking, /people who have no other account/)
  assert.match(await hintOn('/organizations'), /people who have no other account/)
})
