/**
 * Every row of the directory API in every way that its address can be written (contract §1.1,
 * §1.2): what the row does is done, by whichever.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { graphAddress, graphRoutes } from '../../src/graph/app.ts'
import { json, refusal, type Json } from '../json.ts'
import { world } from '../world.ts'
import { scenesOf, type Ids } from './graph-scenes.ts'
import { stageOf } from './graph-stage.ts'

type Part = { readonly word: string } | { readonly key: string }
const partsOf = (path: string, ids: Ids): Part[] =>
  path
    .split('/')
    .filter(Boolean)
    .map((part) => (part.startsWith(':') ? { key: ids[part.slice(1)] ?? '' } : { word: part }))

const encoded = (text: string): string => encodeURIComponent(text)
const quoted = (text: string): string => `'${encoded(text.replaceAll("'", "''"))}'`

/** An address of `parts`: each word and each key as these write it. */
const written = (
  parts: readonly Part[],
  word: (text: string, isLast: boolean) => string = (text) => text,
  key: (text: string) => string = (text) => `/${encoded(text)}`,
): string =>
  parts
    .map((part, place) =>
      'key' in part ? key(part.key) : `/${word(part.word, place === parts.length - 1)}`,
    )
    .join('')

const isCast = (word: string): boolean => word.startsWith('microsoft.graph.')
const isCalled = (word: string): boolean => !word.startsWith('$') && !isCast(word)
const caps = (text: string): string => text.toUpperCase()
const short = (word: string): string => (isCast(word) ? word.replace('microsoft.', '') : word)
const call = (word: string, isLast: boolean): string =>
  isLast && isCalled(word) ? `${word}()` : word
const namespaced = (word: string, isLast: boolean): string =>
  isLast && isCalled(word) && !word.includes('.') ? `Microsoft.Graph.${word}` : word

const at = { id: '7b7d1f6e-0d6f-4b0e-9a57-0b3c5c1d2e4f', domain: 'fabrikam.example' }
type Named = { readonly id: string; readonly domain: string }
const spellings = (parts: readonly Part[], at: Named): Readonly<Record<string, string>> => ({
  'as it is': `/v1.0${written(parts)}`,
  'capital letters': `/v1.0${written(parts, caps)}`,
  'a slash at its end': `/v1.0${written(parts)}/`,
  'keys in quotes': `/v1.0${written(parts, undefined, (key) => `(${quoted(key)})`)}`,
  'keys in quotes, encoded': `/v1.0${written(parts, undefined, (key) => encoded(`('${key}')`))}`,
  'keys in parentheses apart': `/v1.0${written(parts, undefined, (key) => `/(${quoted(key)})`)}`,
  'short casts, and calls': `/v1.0${written(parts, (word, last) => call(short(word), last))}`,
  'a namespace': `/v1.0${written(parts, namespaced)}`,
  beta: `/beta${written(parts)}`,
  'my organization': `/v1.0/myOrganization${written(parts)}`,
  'the organization by its id': `/v1.0/${at.id}${written(parts)}`,
  'the organization by its domain': `/beta/${at.domain}${written(parts)}`,
})

test('12.5: every row is found by every spelling of its address', () => {
  const ids = new Proxy({}, { get: () => '3f0c1f6e-0d6f-4b0e-9a57-0b3c5c1d2e4f' })
  for (const { path } of graphRoutes) {
    const parts = partsOf(path, ids)
    for (const [how, address] of Object.entries(spellings(parts, at))) {
      const read = graphAddress(address)
      assert.equal(read?.path.replace('/beta', '/v1.0'), `/v1.0${written(parts)}`, how + address)
      assert.equal(read.unknown, undefined)
    }
  }
})

test('12.5: what a row does is done by whichever spelling: reading by each, changing by one after the other', async () => {
  const w = await world()
  const stage = stageOf(w, w.fabrikam, w.frank)
  const { request } = w.as(w.frank, w.fabrikam)
  const hows = Object.keys(spellings([], w.fabrikam))
  const wrong: string[] = []
  for (const [place, route] of graphRoutes.entries()) {
    const [play] = scenesOf(route)
    assert.ok(play)
    const scene = await play(stage, w.frank.userId)
    const all = Object.entries(spellings(partsOf(route.path, scene.ids), w.fabrikam))
    const sent = route.method === 'GET' ? all : [all[place % hows.length] ?? ['', '']]
    for (const [how, address] of sent) {
      const response = await request(route.method, address, scene.body?.(scene.ids), scene.headers)
      if (!response.ok && response.status !== scene.refused)
        wrong.push(`${how}: ${route.method} ${address}: ${await response.text()}`)
    }
  }
  assert.deepEqual(wrong, [])
})

const read = (path: string): string | undefined => graphAddress(path)?.path

test('12.5: a key in quotes is a key, whatever it looks like; a quote in it is doubled', () => {
  assert.equal(read("/v1.0/users('$count')"), '/v1.0/users/%24count')
  assert.equal(
    read("/v1.0/users('o''brien@x.example')/manager"),
    "/v1.0/users/o'brien%40x.example/manager",
  )
  assert.equal(read('/v1.0/users/o%27brien@x.example'), "/v1.0/users/o'brien%40x.example")
  assert.equal(read("/v1.0/users('a/b')"), '/v1.0/users/a%2Fb')
  assert.equal(read("/v1.0/users('a%2Fb')"), '/v1.0/users/a%2Fb')
  assert.equal(read("/v1.0/users(userPrincipalName='a@x.example')"), '/v1.0/users/a%40x.example')
  assert.equal(
    read('/v1.0/users/a_b.example%23EXT%23@x.example'),
    '/v1.0/users/a_b.example%23EXT%23%40x.example',
  )
  assert.equal(read('/v1.0/users/100%'), '/v1.0/users/100%25')
  assert.equal(read('/organizations'), undefined)
  assert.equal(read('/v1.00/users'), undefined)
})

test('12.5: applications are found by appId, in both collections; a key that they have not is no address', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const made = await json(await frank.post('/v1.0/applications', { displayName: 'Keyed' }), 201)
  const { id, appId } = made
  const principal = await json(await frank.post('/v1.0/servicePrincipals', { appId }), 201)
  for (const written of [`(appId='${appId}')`, `/appId=${appId}`, `(AppID=%27${appId}%27)`]) {
    for (const [set, named] of [
      ['applications', id],
      ['servicePrincipals', principal['id']],
      ['Applications', id],
    ])
      assert.equal(
        (await json(await frank.get(`/v1.0/${set}${written}`)))['id'],
        named,
        set + written,
      )
    assert.ok((await frank.patch(`/v1.0/applications${written}`, { displayName: written })).ok)
  }
  const nobody = await frank.get(`/v1.0/applications(appId='nobody')`)
  assert.equal((await refusal(nobody, 404)).code, 'Request_ResourceNotFound')
  const unknown = await refusal(await frank.get(`/v1.0/applications(name='x')`), 400)
  assert.match(unknown.message, /^Resource not found for the segment 'applications\(name=x\)'/)
  const others = await w.as(w.nora, w.northwind).get(`/v1.0/applications(appId='${appId}')`)
  assert.equal(others.status, 404)
})

test('12.5: another organization in front of the address is refused, and the first segment that nobody knows is named', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  for (const other of [w.contoso.id, w.contoso.domain]) {
    const refused = await refusal(await frank.get(`/v1.0/${other}/users`), 403)
    assert.match(refused.message, new RegExp(`not one of the organization '${other}'`))
  }
  const unknown = async (path: string) => (await refusal(await frank.get(path), 400)).message
  assert.equal(
    await unknown('/v1.0/nonsense/more'),
    "Resource not found for the segment 'nonsense'.",
  )
  assert.equal(
    await unknown(`/v1.0/users/${w.ada.userId}/first/second`),
    "Resource not found for the segment 'first'.",
  )
})

test('12.5: a user whose name has an equals sign is found by it, by every spelling', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const invitation = {
    invitedUserEmailAddress: `b=c@${w.contoso.domain}`,
    inviteRedirectUrl: w.publicUrl,
  }
  const made = await json(await frank.post('/v1.0/invitations', invitation), 201)
  const id = String((made['invitedUser'] as Json)['id'])
  const shown = await json(await frank.get(`/v1.0/users/${id}`))
  const name = encodeURIComponent(String(shown['userPrincipalName']))
  for (const written of [`/${name}`, `('${name}')`, `(userPrincipalName='${name}')`])
    assert.equal((await json(await frank.get(`/v1.0/users${written}`)))['id'], id, written)
})
