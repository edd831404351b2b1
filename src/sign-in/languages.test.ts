/**
 * In which language the pages of the server are written, and that no sentence on them is bound to
 * one.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bare, seenOn } from '../../test/browser/accented.ts'
import { browsing, type Browsing, type Page } from '../../test/browser/browsing.ts'
import { json } from '../../test/json.ts'
import { mailsTo } from '../../test/mails.ts'
import { world, type Person } from '../../test/world.ts'
import { setPassword } from '../credentials/password/set.ts'
import { newId } from '../kernel/ids.ts'
import { firstRow, sql } from '../store/database.ts'
import { pseudoTag } from '../words/locales.ts'
import { signInRoutes } from './app.ts'

type World = Awaited<ReturnType<typeof world>>
const passphrase = 'violet harbour sings twice'

const langOf = ({ text }: Page): string | undefined =>
  /<html lang="([^"]+)" dir="([^"]+)"/.exec(text)?.slice(1).join(' ')
const reading = (w: World, language?: string): Browsing =>
  browsing(w.app, w.publicUrl, {
    accept: 'text/html',
    ...(language === undefined ? {} : { 'accept-language': language }),
  })

const signIn = async (w: World, person: Person, language?: string): Promise<Browsing> => {
  await setPassword(
    w.db,
    { tenantId: person.home.id, userId: person.userId, password: passphrase },
    w.operator(),
  )
  const someone = reading(w, language)
  await someone.submit('/sign-in', { name: person.upn, password: passphrase })
  return someone
}

const invite = async (
  w: World,
  messageLanguage?: string,
): Promise<{ address: string; path: string }> => {
  const address = `eve-${newId()}@outside.example`
  const wish = {
    invitedUserEmailAddress: address,
    inviteRedirectUrl: 'https://app.example/',
    sendInvitationMessage: true,
  }
  const info = messageLanguage === undefined ? {} : { invitedUserMessageInfo: { messageLanguage } }
  const made = await json(
    await w.as(w.frank, w.fabrikam).post('/v1.0/invitations', { ...wish, ...info }),
    201,
  )
  return { address, path: new URL(String(made['inviteRedeemUrl'])).pathname }
}

test('R128: a page is in the language that the browser asks for, right to left where it is, and English for others', async () => {
  const w = await world()
  for (const [asked, language] of [
    ['de-AT,de;q=0.9,en;q=0.5', 'de ltr'],
    ['ar', 'ar rtl'],
    ['pl', 'en ltr'],
    ['pl, ja;q=0.5', 'ja ltr'],
  ] as const)
    assert.equal(langOf(await reading(w, asked).go('/sign-in')), language)
})

test('R128: a person’s own choice goes before their home’s, that before this browser’s, then the invitation, the organization, what the browser asks for', async () => {
  const w = await world()
  const { path } = await invite(w, 'fr')
  const stranger = reading(w, 'ja')
  assert.equal(langOf(await stranger.go(path)), 'fr ltr', 'the invitation')
  assert.equal(
    langOf(await stranger.go(`/sign-in?return=${path}`)),
    'fr ltr',
    'also where one signs in for it',
  )
  const organization = `/v1.0/organization/${w.fabrikam.id}`
  const frank = w.as(w.frank, w.fabrikam)
  assert.equal((await frank.patch(organization, { preferredLanguage: 'es' })).status, 204)
  assert.equal(langOf(await stranger.go((await invite(w)).path)), 'es ltr', 'the organization')

  const back = await stranger.submit('/language', { language: 'ar', return: path })
  assert.deepEqual([new URL(back.url).pathname, langOf(back)], [path, 'ar rtl'], 'this browser')
  await stranger.submit('/language', { language: '<script>', return: '//evil.example/' })
  assert.equal(langOf(await stranger.go(path)), 'ar rtl')

  await sql`update users set preferred_language = 'de' where id = ${w.ada.userId}`.execute(w.db)
  const ada = await signIn(w, w.ada, 'ja')
  assert.equal(langOf(await ada.go('/security')), 'de ltr', 'her home')
  const shared = reading(w, 'ja')
  await shared.submit('/language', { language: 'es', return: '/sign-in' })
  assert.equal(langOf(await shared.go('/sign-in')), 'es ltr', 'the switch, before she signs in')
  await shared.submit('/sign-in', { name: w.ada.upn, password: passphrase })
  assert.equal(langOf(await shared.go('/security')), 'de ltr', 'a browser may be shared')
  await ada.submit('/language', { language: 'fr', return: '/security' })
  assert.equal(langOf(await ada.go('/security')), 'fr ltr', 'her own choice')
  assert.equal(langOf(await shared.go('/security')), 'fr ltr', 'where she is signed in already')
  assert.equal(
    langOf(await (await signIn(w, w.ada)).go('/security')),
    'fr ltr',
    'wherever she signs in',
  )
})

test('R128: a page that answers a form can be read in another language, from its beginning', async () => {
  const w = await world()
  const someone = reading(w, 'de')
  const answered = await someone.submit('/sign-in', { name: w.ada.upn, password: 'wrong' })
  assert.equal(langOf(answered), 'de ltr')
  const [, back = ''] =
    /name="return" value="([^"]+)"/.exec(answered.text.split('action="/language"')[1] ?? '') ?? []
  const again = await someone.submit('/language', { language: 'fr', return: back })
  assert.deepEqual([again.status, langOf(again)], [200, 'fr ltr'])
})

test('R128: a code is mailed in the language of the page that it was asked for on', async () => {
  const w = await world()
  const address = `eve-${newId()}@outside.example`
  await reading(w, 'de').submit('/sign-in/code', { address })
  assert.equal((await mailsTo(w.db, address))[0]?.subject, 'Ihr Code für Guesthouse')
})

/**
 * What a page may show that no table of words holds: names, addresses and examples of them, and the
 * product.
 */
const namesIn = (w: World): string[] => [
  'Guesthouse',
  ...[w.contoso, w.fabrikam, w.northwind].flatMap(({ name, domain }) => [name, domain]),
  ...[w.ada, w.bob, w.carol, w.frank].flatMap(({ name, upn }) => [name, upn]),
]

const requireAccented = (w: World, page: Page, more: readonly string[] = []): void => {
  if (!(page.headers.get('content-type') ?? '').startsWith('text/html')) return
  const rest = bare(seenOn(page.text), [...namesIn(w), ...more]).replaceAll(
    /\d+ May 2026( at \d+:\d+ UTC)?|[0-9a-f-]{36}|([A-Z2-7]{4} ){7}[A-Z2-7]{4}/g,
    ' ',
  )
  assert.doesNotMatch(rest, /[A-Za-z]{2,}/, `${page.url}: ${rest.replaceAll(/\s+/g, ' ')}`)
}

test('R128: every page of signing in, in accented English, for strangers and for somebody signed in: no sentence is bound to a language', async () => {
  const w = await world()
  const { path, address } = await invite(w)
  const stranger = reading(w, pseudoTag)
  const ada = await signIn(w, w.ada, pseudoTag)
  const pages = signInRoutes
    .filter(({ method }) => method === 'GET')
    .map((route) => route.path.replace(':token', 'x').replace(':id', newId()))
  for (const someone of [stranger, ada])
    for (const one of [...pages, path, '/nowhere', `/sign-in?name=${w.ada.upn}&again=1`])
      requireAccented(w, await someone.go(one), [address])
  await stranger.submit('/sign-in', { name: w.ada.upn })
  requireAccented(w, await stranger.go('/sign-in/ways'))
  for (const [where, fields] of [
    ['/sign-in', { name: 'ada', password: 'x' }],
    ['/sign-in', { name: w.ada.upn, password: 'x' }],
    ['/sign-in/code', { address: 'nobody' }],
    ['/sign-in/code', { address }],
    ['/sign-in/code/check', { code: '1' }],
    ['/sign-in/code/check', { code: '12345678' }],
    ['/sign-in/provider', { name: 'ada@nowhere.example' }],
    [`${path}/decline`, { forGood: 'yes' }],
    [path, {}],
  ] as const)
    requireAccented(w, await stranger.submit(where, fields), [
      address,
      'ada',
      'nowhere.example',
      'nobody',
    ])
  for (const [where, fields] of [
    ['/password', { current: 'x', wanted: 'a', repeated: 'b' }],
    ['/password', { current: 'x', wanted: 'password', repeated: 'password' }],
    ['/security/authenticator', {}],
    ['/security/authenticator/confirm', { code: '000000' }],
    ['/security/passkeys/add', { name: '' }],
  ] as const)
    requireAccented(w, await ada.submit(where, fields))
  requireAccented(w, await ada.go('/sign-out'))
})

test('R128: an organization says which language it writes in, and the copy of my data what I have chosen', async () => {
  const w = await world()
  const ada = await signIn(w, w.ada)
  await ada.submit('/language', { language: 'de', zone: 'Europe/Vienna', return: '/' })
  await ada.submit('/language', { language: 'de', zone: 'Nowhere/Here', return: '/' })
  const kept = await firstRow(
    w.db,
    sql`select language, time_zone as zone from person_settings where person_id = ${w.ada.personId}`,
  )
  assert.deepEqual(kept, { language: 'de', zone: 'Europe/Vienna' })
  const copy = await json(await w.as(w.ada).get(`/account/organizations/${w.fabrikam.id}/data`))
  assert.equal(copy['settings'][0]?.language, 'de')
})
