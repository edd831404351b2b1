/**
 * What every way to sign in keeps, whichever it is. Another way is another entry of `ways.ts`, and
 * no test here.
 */
import assert from 'node:assert/strict'
import { after, before, test, type TestContext } from 'node:test'
import { sql } from 'kysely'
import { newId, type PersonId } from '../../src/kernel/ids.ts'
import { secondMs } from '../../src/kernel/time.ts'
import { findSession } from '../../src/people/sessions.ts'
import { rows } from '../../src/store/database.ts'
import type { SignInMethod } from '../../src/wire/account-access.ts'
import { fallback } from '../../src/words/locales.ts'
import { serverWordsOf } from '../../src/words/server-words.ts'
import { browsing, type Browsing, type Page } from '../browser/browsing.ts'
import { browserOf } from '../in-process-browser.ts'
import { json } from '../json.ts'
import { openIdProvider } from '../peers/openid-provider.ts'
import { registerApplication, relyingParty, signOn, type Application } from '../sign-on.ts'
import { world, type Person } from '../world.ts'
import { givePassword } from './password.ts'
import { passphrase, type Stage, type Way } from './way.ts'
import { ways } from './ways.ts'

const publicUrl = 'https://guesthouse.test'
const words = serverWordsOf(fallback).signIn
const sessionCookie = '__Host-guesthouse_session'

let stage: Stage
let application: Application
let networks = 0

before(async () => {
  const theirs = await openIdProvider(`${publicUrl}/sign-in/provider/callback`)
  const w = await world(publicUrl, { allowPrivateProviders: true })
  const carol = w.as(w.carol, w.contoso)
  const { issuer, clientId, clientSecret } = theirs
  const body = {
    displayName: 'Login of Contoso',
    issuer,
    clientId,
    clientSecret,
    domains: [w.contoso.domain],
  }
  const made = await json(await carol.post('/v1.0/identity/identityProviders', body), 201)
  application = await registerApplication(w, w.contoso, w.carol)
  // Each browser comes from a network of its own: what one guesses slows no other.
  const browse = () => {
    const remoteAddress = `2001:db8:77:${(networks++).toString(16)}::1`
    const env = { incoming: { socket: { remoteAddress } } }
    const request = (url: string, init?: RequestInit) => w.app.request(url, init, env)
    return browsing({ request }, publicUrl)
  }
  stage = { w, theirs, providerId: String(made['id']), browse }
})
after(() => stage.theirs.stop())

/** Whose session a browser has. */
const who = async ({ jar }: Browsing): Promise<string | undefined> =>
  (await findSession(stage.w.db, jar.get(sessionCookie), stage.w.now()))?.personId

/** The administrator, just signed in. */
const carolNow = () => stage.w.as(stage.w.carol, stage.w.contoso)

let serial = 0
/** Somebody of Contoso who has this way in and no other. */
const somebody = async (way: Way) => {
  const person = await stage.w.member(stage.w.contoso, `Robin ${serial++}`)
  return { person, begin: await way.equip(stage, person) }
}
type Somebody = Awaited<ReturnType<typeof somebody>>

/** Somebody who is nobody's member. */
const withoutHome = async (): Promise<Person> => {
  const { w } = stage
  const personId = newId<PersonId>()
  await sql`insert into persons (id, created_at) values (${personId}, ${w.now()})`.execute(w.db)
  return { ...w.ada, personId, upn: `eve-${newId()}@outside.example`, users: new Map() }
}

/** Signs in from the first step to the last in a new browser. */
const comesIn = async ({ begin }: Pick<Somebody, 'begin'>) => {
  const browser = stage.browse()
  const page = await (await begin(browser)).right(browser)
  return { browser, page, personId: await who(browser) }
}
const copyOf = (browser: Browsing): Browsing => {
  const copy = stage.browse()
  for (const [name, value] of browser.jar) copy.jar.set(name, value)
  return copy
}
const eventsOf = async ({ userId }: Person): Promise<string[]> => {
  const found = await rows(
    stage.w.db,
    sql<{
      what: string
    }>`select concat_ws(' ', activity, reason, details->>'method') as what from events
      where tenant_id = ${stage.w.contoso.id} and target_id = ${userId} order by id`,
  )
  return found.map(({ what }) => what)
}
/** What a page says, but for where the choice of a language leads back to. */
const told = ({ text }: Page): string => text.replaceAll(/(name="return" value=")[^"]*/g, '$1')

/** One part of a test for each way. */
const forEachWay = async (
  t: TestContext,
  body: (way: Way, method: SignInMethod) => Promise<void>,
): Promise<void> => {
  for (const [method, way] of Object.entries(ways))
    await t.test(method, () => body(way, method as SignInMethod))
}

test('what is right opens the session of its person, which says which way it was and how sure, and the home records it', (t) =>
  forEachWay(t, async (way, method) => {
    const { person, begin } = await somebody(way)
    const { browser, page, personId } = await comesIn({ begin })
    assert.equal(page.status, 200, page.text)
    assert.equal(personId, person.personId)
    assert.equal((await eventsOf(person)).at(-1), `user.signedIn ${method}`)
    const signedIn = browserOf(stage.w)
    signedIn.signIn(browser.jar.get(sessionCookie) ?? '')
    const tokens = await signOn(await relyingParty(stage.w, application), signedIn, application)
    const claims = (await tokens.exchange()).claims()
    assert.deepEqual([claims?.['acr'], claims?.['amr']], [way.level, way.shown])
  }))

test('R47, R28: who is disabled at home before the last step is told so and whom to ask, and comes in by no way, until enabled again', (t) =>
  forEachWay(t, async (way) => {
    const { person, begin } = await somebody(way)
    const [browser, guesser] = [stage.browse(), stage.browse()]
    const { right } = await begin(browser)
    const { wrong } = await begin(guesser)
    const carol = carolNow()
    const enable = (accountEnabled: boolean) =>
      carol.patch(`/v1.0/users/${person.userId}`, { accountEnabled })
    assert.equal((await enable(false)).status, 204)
    const said = await wrong(guesser)
    assert.equal(said.text.includes(words.disabled('Contoso')), way.isSecond, 'to a stranger')
    const page = await right(browser)
    assert.equal(page.status, 403)
    assert.ok(page.text.includes(words.disabled('Contoso')), page.text)
    assert.ok(page.text.includes(`it@${stage.w.contoso.domain}`))
    assert.equal(await who(browser), undefined)
    assert.match((await eventsOf(person)).at(-1) ?? '', /^user\.signInFailed disabledAtHome /)
    assert.equal((await enable(true)).status, 204)
    assert.equal((await comesIn({ begin })).personId, person.personId)
  }))

test('R28: whose organization is closed before the last step is told so, and comes in once it is opened again', (t) =>
  forEachWay(t, async (way) => {
    const { person, begin } = await somebody(way)
    const browser = stage.browse()
    const { right } = await begin(browser)
    const { w } = stage
    const put = (state: string) =>
      sql`update tenants set state = ${state} where id = ${w.contoso.id}`.execute(w.db)
    await put('closed')
    try {
      const page = await right(browser)
      assert.equal(page.status, 403)
      assert.ok(page.text.includes(words.closed('Contoso')), page.text)
      assert.equal(await who(browser), undefined)
      assert.match((await eventsOf(person)).at(-1) ?? '', /^user\.signInFailed organizationClosed /)
    } finally {
      await put('active')
    }
    assert.equal((await comesIn({ begin })).personId, person.personId)
  }))

test('R83: who is deleted comes in by no way, also from the last step; a restore brings the way back, and a purge leaves nothing of it', (t) =>
  forEachWay(t, async (way) => {
    const { person, begin } = await somebody(way)
    await stage.w.guest(person, stage.w.fabrikam)
    const [browser, late] = [stage.browse(), stage.browse()]
    const { right } = await begin(browser)
    const carol = carolNow()
    const gone = `/v1.0/directory/deletedItems/${person.userId}`
    assert.equal((await carol.delete(`/v1.0/users/${person.userId}`)).status, 204)
    const page = await right(browser)
    assert.match(page.text, way.deleted)
    assert.equal(await who(browser), undefined)
    await json(await carol.post(`${gone}/restore`))
    assert.equal((await comesIn({ begin })).personId, person.personId)
    assert.ok((await way.kept(stage, person)) > 0)
    const step = await begin(late)
    assert.equal((await carol.delete(`/v1.0/users/${person.userId}`)).status, 204)
    assert.equal((await carol.delete(gone)).status, 204)
    await step.right(late)
    assert.equal(await who(late), undefined)
    const left = way.ofPerson ? 1 : 0
    assert.equal(await way.kept(stage, person), left, 'of a guest elsewhere')
  }))

test('complaint B, R10, R12, R13, R38: what a resource organization is like, or thinks of somebody, keeps nobody out', (t) =>
  forEachWay(t, async (way) => {
    const { w } = stage
    const people = [await w.member(w.contoso, `Robin ${serial++}`)]
    if (way.withoutHome) people.push(await withoutHome())
    const closed = await w.organization(`Closed${serial++}`)
    for (const person of people) {
      const guest = await w.guest(person, closed)
      await sql`update users set account_enabled = false where id = ${guest}`.execute(w.db)
    }
    await sql`update tenants set state = 'closed' where id = ${closed.id}`.execute(w.db)
    for (const person of people) {
      const { browser, personId } = await comesIn({ begin: await way.equip(stage, person) })
      assert.equal(personId, person.personId)
      assert.equal((await browser.go('/account/organizations')).status, 200)
    }
  }))

test('what is right is of the browser that began, but for what is right for ever; a session of a strange browser is told by mail', (t) =>
  forEachWay(t, async (way) => {
    const { person, begin } = await somebody(way)
    const strange = stage.browse()
    const { right } = await begin(stage.browse())
    await right(strange)
    assert.equal(await who(strange), way.ofBrowser ? undefined : person.personId)
    const strangers = sql`select 1 from mails where recipient = ${person.upn} and kind = 'newBrowser'`
    for (const told of way.ofBrowser ? [0, 1] : [1, 2]) {
      await comesIn({ begin })
      assert.equal((await rows(stage.w.db, strangers)).length, told)
    }
  }))

test('what is right counts once, also twice at the same moment; what is right for ever opens a session each time', (t) =>
  forEachWay(t, async (way) => {
    const { person, begin } = await somebody(way)
    const browser = stage.browse()
    const { right } = await begin(browser)
    const [one, two, late] = [copyOf(browser), copyOf(browser), copyOf(browser)]
    await Promise.all([right(one), right(two)])
    const opened = [await who(one), await who(two)].filter((one) => one !== undefined)
    assert.deepEqual(opened, way.once ? [person.personId] : [person.personId, person.personId])
    await right(late)
    assert.equal(await who(late), way.once ? undefined : person.personId)
  }))

test('guesses are counted: what is right comes too late after so many, and who waits comes in', (t) =>
  forEachWay(t, async (way) => {
    const { person, begin } = await somebody(way)
    const browser = stage.browse()
    const step = await begin(browser)
    const page = await step.wrong(browser)
    assert.ok(page.status >= 400, String(page.status))
    assert.equal(await who(browser), undefined)
    const failed = (await eventsOf(person)).filter((what) => what.startsWith('user.signInFailed'))
    assert.equal(failed.length, way.failure === undefined ? 0 : 1)
    if (way.failure !== undefined) assert.ok(failed[0]?.includes(way.failure))
    if (way.guesses === undefined) return
    for (let tries = 1; tries < way.guesses.most; tries++) await step.wrong(browser)
    const slowed = await step.right(browser)
    assert.equal(await who(browser), undefined, 'even what is right')
    if (!way.guesses.passes) return
    assert.equal(slowed.status, 429)
    const seconds = Number(slowed.headers.get('retry-after'))
    assert.ok(seconds > 0)
    stage.w.pass((seconds + 1) * secondMs)
    const again = await begin(browser)
    await again.right(browser)
    assert.equal(await who(browser), person.personId)
  }))

test('a stranger sees the same of who has this way, of who has none, and of nobody', (t) =>
  forEachWay(t, async (way) => {
    const { person } = await somebody(way)
    const without = await stage.w.member(stage.w.contoso, `Without ${serial++}`)
    const names = [person.upn, without.upn, `nobody-${serial++}@${stage.w.contoso.domain}`]
    const pages = new Set<string>()
    for (const name of names) {
      const page = await way.asStranger(stage, stage.browse(), name)
      const text = told(page).replaceAll(encodeURIComponent(name), '…').replaceAll(name, '…')
      // What is sealed for this browser alone.
      pages.add(`${page.status} ${text.replaceAll(/data-options="[^"]*"/g, '')}`)
    }
    assert.equal(pages.size, 1, [...pages].join('\n'))
  }))

test('signing out ends the session, also where its cookie is put back', (t) =>
  forEachWay(t, async (way) => {
    const { browser } = await comesIn(await somebody(way))
    const kept = copyOf(browser)
    assert.equal((await browser.submit('/sign-out', {})).status, 200)
    assert.equal(await who(browser), undefined)
    assert.equal(await who(kept), undefined)
  }))

test('K17: in the browser of somebody else one comes in as oneself: their session is over, and nothing of it goes over', (t) =>
  forEachWay(t, async (way) => {
    const { person, begin } = await somebody(way)
    const other = await stage.w.member(stage.w.contoso, `Other ${serial++}`)
    await givePassword(stage, other)
    const own = await way.kept(stage, other)
    const browser = stage.browse()
    const before = await begin(browser)
    const signIn = { name: other.upn, password: passphrase }
    await browser.submit('/sign-in', signIn)
    assert.equal(await who(browser), other.personId)
    const theirs = copyOf(browser)
    await before.right(browser)
    assert.equal(
      await who(browser),
      way.ofSession ? other.personId : person.personId,
      'what was begun before them',
    )
    if (way.ofSession) {
      const { right } = await begin(browser)
      await right(browser)
      assert.equal(await who(browser), person.personId)
    }
    assert.equal(await who(theirs), undefined, 'their session is over')
    assert.equal(await way.kept(stage, other), own, 'nothing of hers has become theirs')
  }))
