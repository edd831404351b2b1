/** Names and domains in filters: letters of either size are alike, no others; a domain is one. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stageOf } from '../../../test/doors/graph-stage.ts'
import { json, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'

const eventual = { consistencylevel: 'eventual' }
type Caller = ReturnType<Awaited<ReturnType<typeof world>>['as']>

const asked = async (caller: Caller, list: string, filter: string, told: string) => {
  const query = new URLSearchParams({ $filter: filter, $count: 'true', $top: '500' })
  const page = await json(await caller.get(`/v1.0${list}?${query}`, eventual))
  const found: string[] = page['value'].map((one: Json) => one[told])
  if ('@odata.count' in page) assert.equal(page['@odata.count'], found.length, filter)
  return found
}

const names = ['Cafe', 'Café', 'CAFÉ', 'Ｃａｆé', 'Cafeteria', 'Caféteria', 'ΟΔΟΣ', 'ΟΔΟΣΑ', 'cafe']
const cases: Readonly<Record<string, readonly string[]>> = {
  "displayName eq 'cafe'": ['Cafe', 'cafe'],
  "displayName eq 'café'": ['CAFÉ', 'Café'],
  "displayName eq 'Cafe\u0301'": ['CAFÉ', 'Café'],
  "displayName eq 'ｃａｆé'": ['Ｃａｆé'],
  "displayName eq 'οδος'": ['ΟΔΟΣ'],
  "displayName in ('cafe','caféteria')": ['Cafe', 'Caféteria', 'cafe'],
  "startsWith(displayName,'cafe')": ['Cafe', 'Cafeteria', 'cafe'],
  "startsWith(displayName,'CAFÉ')": ['CAFÉ', 'Café', 'Caféteria'],
  "startsWith(displayName,'οδοσ')": ['ΟΔΟΣ', 'ΟΔΟΣΑ'],
  "startsWith(displayName,'caf') and displayName ne 'café' and displayName ne 'cafe'": [
    'Cafeteria',
    'Caféteria',
  ],
  "startsWith(displayName,'caf') and not(displayName in ('café','cafe','cafeteria'))": [
    'Caféteria',
  ],
}

test('contract §3.3: names are compared in letters of either size, and accents and wide letters are other letters', async () => {
  const w = await world()
  const stage = stageOf(w, w.fabrikam, w.frank)
  const frank = w.as(w.frank, w.fabrikam)
  const group = await stage.group()
  for (const [n, displayName] of names.entries()) {
    const userPrincipalName = `n${n}@${w.fabrikam.domain}`
    const made = await frank.post('/v1.0/users', { displayName, userPrincipalName })
    await stage.link(`/groups/${group}/members`, (await json(made, 201))['id'])
    await stage.group({ displayName })
    await json(await frank.post('/v1.0/servicePrincipals', { displayName }), 201)
  }
  const lists = ['/users', '/groups', '/servicePrincipals', `/groups/${group}/members`]
  for (const list of lists)
    for (const [filter, wanted] of Object.entries(cases)) {
      const found = await asked(frank, list, filter, 'displayName')
      assert.deepEqual(found.toSorted(), wanted.toSorted(), `${list}: ${filter}`)
    }
})

test('K1: names and addresses at an international domain are found by it in each spelling, whole, by their end and by their beginning', async () => {
  const w = await world()
  const home = await w.organization('Bücher')
  const [mia, ada] = [await w.member(home, 'Mia'), await w.member(home, 'Ada')]
  await w.grant(mia, home, 'globalAdministrator')
  for (const person of [mia, ada]) await w.guest(person, w.fabrikam)
  const spelled = [home.domain, home.domain.toUpperCase(), new URL(`http://${home.domain}`).host]
  assert.match(spelled[2] ?? '', /^xn--/)
  const [there, here] = [w.as(mia, home), w.as(w.frank, w.fabrikam)]
  await json(
    await there.patch(`/v1.0/users/${mia.userId}`, {
      otherMails: [`info@${home.domain}`],
      proxyAddresses: [`smtp:sales@${home.domain}`],
    }),
    204,
  )
  const both = ['Ada', 'Mia']
  for (const domain of spelled)
    for (const [filter, wanted] of [
      [`userPrincipalName eq 'mia@${domain}'`, ['Mia']],
      [`endsWith(userPrincipalName,'@${domain}')`, both],
      [`endsWith(userPrincipalName,'${domain}')`, both],
      [`endsWith(mail,'@${domain}')`, both],
      [`endsWith(mail,'ia@${domain}')`, ['Mia']],
      [`startsWith(userPrincipalName,'mia@${domain}')`, ['Mia']],
      [`startsWith(mail,'mia@${domain}')`, ['Mia']],
      [`otherMails/any(m:endsWith(m,'@${domain}'))`, ['Mia']],
      [`otherMails/any(m:startsWith(m,'info@${domain}'))`, ['Mia']],
      [`proxyAddresses/any(p:endsWith(p,'@${domain}'))`, ['Mia']],
      [`proxyAddresses/any(p:startsWith(p,'SMTP:sales@${domain}'))`, ['Mia']],
      [`endsWith(mail,'@no-${domain}')`, []],
    ] as const)
      assert.deepEqual(await asked(there, '/users', filter, 'displayName'), wanted, filter)
  for (const domain of spelled) {
    const address = encodeURIComponent(domain)
    assert.equal((await json(await there.get(`/v1.0/domains/${address}`)))['id'], spelled[2])
    await json(await there.get(`/v1.0/${address}/organization`))
    const filter = `guesthouse.homeDomain eq '${domain}'`
    assert.deepEqual(await asked(here, '/users', filter, 'displayName'), both, filter)
    const others = `userType eq 'Guest' and guesthouse.homeDomain ne '${domain}'`
    const left = await asked(here, '/users', others, 'displayName')
    assert.ok(left.length === 2 && !left.includes('Mia'), others)
  }
})
