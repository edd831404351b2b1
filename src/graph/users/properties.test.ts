/**
 * Every property of a user that its definition lets be written: written, read back, limited,
 * cleared and found by. Nothing here names one.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json, refusal, type Json } from '../../../test/json.ts'
import { guesthouse } from '../../../test/machines/command-line.ts'
import { world } from '../../../test/world.ts'
import { isComplex, type Property, type Simple } from '../../wire/graph/definition/definition.ts'
import { user } from '../../wire/graph/users/user.ts'
import { copiedProperties } from '../../wire/my-data-user.ts'

const advanced = { consistencylevel: 'eventual' }

/** A value that fits, as long as it may be. */
const oneOf = ({ is, most = 8 }: Simple, domain: string, who = 'somebody.else'): unknown =>
  ({
    text: 'x'.repeat(most),
    name: 'Somebody Else',
    principalName: `${who}@${domain}`,
    address: `${who}@${domain}`,
    proxyAddress: `smtp:${who}.too@${domain}`,
    boolean: true,
    instant: '2027-02-01T00:00:00.000Z',
  })[is as 'text']

const written = (Object.entries(user.properties) as [string, Property][]).flatMap(
  ([name, property]): [string, Simple][] =>
    property.write === 'always' && property.only === undefined && !isComplex(property)
      ? [[name, property]]
      : [],
)
const fixed = (Object.entries(user.properties) as [string, Property][]).filter(
  ([, { only }]) => only !== undefined,
)

/** Everything of a user that can be written, each with a value. */
const all = (domain: string, who: string): Json =>
  Object.fromEntries(
    written.map(([name, property]) => {
      const one = oneOf(property, domain, who)
      return [name, property.many === true ? [one] : one]
    }),
  )
const names = written.map(([name]) => name).join()

test('K12: each property that can be written is taken from who makes a user, and from a row of an import', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const { domain } = w.fabrikam
  const made = all(domain, 'made')
  await json(await frank.post('/v1.0/users', made), 201)
  const imported = all(domain, 'imported')
  const folder = mkdtempSync(join(tmpdir(), 'guesthouse-properties-'))
  const file = join(folder, 'users.json')
  writeFileSync(file, JSON.stringify([imported]))
  const results = join(folder, 'results.json')
  const where = ['--organization', domain, '--results', results]
  const { code, err } = await guesthouse(['import', ...where, '--users', file])
  rmSync(folder, { recursive: true })
  assert.equal(code, 0, err)
  for (const sent of [made, imported]) {
    const kept = await json(
      await frank.get(`/v1.0/users/${sent['userPrincipalName']}?$select=${names}`),
    )
    assert.deepEqual(kept, { '@odata.context': kept['@odata.context'], ...sent })
  }
})

test('K12, R107: each property that can be written is in the copy of my data, and comes back with its user', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const dora = await w.member(w.fabrikam, 'Dora Eng')
  const sent = all(w.fabrikam.domain, 'dora.eng')
  const address = `/v1.0/users/${dora.userId}`
  assert.equal((await frank.patch(address, sent)).status, 204)
  const { user: copied } = await json(
    await w.as(dora).get(`/account/organizations/${w.fabrikam.id}/data`),
  )
  const inCopy = new Map(copiedProperties.entries().map(([copy, name]) => [name as string, copy]))
  for (const [name, { is }] of written) {
    const value = copied[inCopy.get(name) ?? '']
    assert.deepEqual(is === 'instant' ? new Date(value).toISOString() : value, sent[name], name)
  }
  assert.equal((await frank.delete(address)).status, 204)
  await json(await frank.post(`/v1.0/directory/deletedItems/${dora.userId}/restore`))
  const back = await json(await frank.get(`${address}?$select=${names}`))
  assert.deepEqual(back, { '@odata.context': back['@odata.context'], ...sent })
})

test('K12: each property that can be written is written, read back as it was, found by, and cleared', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const address = `/v1.0/users/${w.fiona.userId}`
  const found = async (filter: string) =>
    (
      await json(
        await frank.get(`/v1.0/users?$count=true&$filter=${encodeURIComponent(filter)}`, advanced),
      )
    )['value'].map(({ id }: Json) => id)
  assert.ok(written.length > 15, `${written.length} properties`)
  for (const [name, property] of written) {
    const one = oneOf(property, w.fabrikam.domain)
    assert.notEqual(one, undefined, `${name}: a kind that this test does not know`)
    const value = property.many === true ? [one] : one
    assert.equal((await frank.patch(address, { [name]: value })).status, 204, name)
    assert.deepEqual((await json(await frank.get(`${address}?$select=${name}`)))[name], value, name)
    const literal = typeof one === 'string' && property.is !== 'instant' ? `'${one}'` : String(one)
    if (property.filter?.any !== undefined)
      assert.deepEqual(await found(`${name}/any(x:x eq ${literal})`), [w.fiona.userId], name)
    else if (property.filter?.eq !== undefined && property.is !== 'boolean')
      assert.deepEqual(await found(`${name} eq ${literal}`), [w.fiona.userId], name)
    if (property.nullable === true) {
      assert.equal((await frank.patch(address, { [name]: null })).status, 204, `${name}: null`)
      assert.equal(
        (await json(await frank.get(`${address}?$select=${name}`)))[name],
        null,
        `${name} is cleared`,
      )
    }
  }
})

test('K12: each property has the limit of its definition, and the one after it is refused by name', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  for (const [name, { is, most, many }] of written) {
    if (is !== 'text' || most === undefined) continue
    const long = 'x'.repeat(most + 1)
    const { message } = await refusal(
      await frank.patch(`/v1.0/users/${w.fiona.userId}`, { [name]: many === true ? [long] : long }),
      400,
    )
    assert.match(message, new RegExp(`Invalid value specified for property '${name}`), name)
  }
})

test('K12: what the definition lets nobody write is refused as read-only', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  for (const [name, { write }] of Object.entries(user.properties) as [string, Property][]) {
    if (write !== undefined) continue
    const { message } = await refusal(
      await frank.patch(`/v1.0/users/${w.fiona.userId}`, { [name]: null }),
      400,
    )
    assert.equal(message, `Property '${name}' is read-only and cannot be set.`)
  }
})

test('12.3: what is the same for everybody is chosen, said by bodies that hold it, refused otherwise, and found by', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const address = `/v1.0/users/${w.fiona.userId}`
  const chosen = await json(await frank.get(`${address}?$select=${fixed.map(([name]) => name)}`))
  const everybody = (await json(await frank.get('/v1.0/users?$select=id')))['value'].length
  const count = async (filter: string): Promise<number> => {
    const path = `/v1.0/users/$count?$filter=${encodeURIComponent(filter)}`
    return Number(await (await frank.get(path, advanced)).text())
  }
  assert.ok(fixed.length > 15)
  for (const [name, { only, write, filter, is, many }] of fixed) {
    assert.deepEqual(chosen[name], only, name)
    if (write === 'always') {
      assert.equal((await frank.patch(address, { [name]: only })).status, 204, name)
      await refusal(await frank.patch(address, { [name]: only === null ? 'Minor' : false }), 400)
    }
    if (filter?.any !== undefined) assert.equal(await count(`${name}/any()`), 0, name)
    if (filter?.count !== undefined) assert.equal(await count(`${name}/$count eq 0`), everybody)
    if (filter?.ne !== undefined && many === undefined)
      assert.equal(await count(`${name} ne ${is === 'boolean' ? 'true' : "'x'"}`), everybody, name)
    if (filter?.null !== undefined) assert.equal(await count(`${name} eq null`), everybody, name)
  }
})

const named = (issuer: string, id: string) =>
  `identities/any(i:i/issuer eq '${issuer}' and i/issuerAssignedId eq '${id}')`

test('12.3: people are found by what they sign in with and by their security identifier; a guest has an account elsewhere', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const ada = w.userOf(w.ada, w.fabrikam)
  const select =
    '$select=id,userPrincipalName,identities,securityIdentifier,lastPasswordChangeDateTime'
  const [guest, member] = await Promise.all(
    [ada, w.fiona.userId].map(async (id) => json(await frank.get(`/v1.0/users/${id}?${select}`))),
  )
  assert.ok(guest !== undefined && member !== undefined)
  const here = ({ userPrincipalName }: Json) => ({
    signInType: 'userPrincipalName',
    issuer: w.fabrikam.domain,
    issuerAssignedId: userPrincipalName,
  })
  const elsewhere = { signInType: 'federated', issuer: 'ExternalAzureAD', issuerAssignedId: null }
  assert.deepEqual(guest['identities'], [elsewhere, here(guest)])
  assert.deepEqual(member['identities'], [here(member)])
  const found = async (filter: string) =>
    (await json(await frank.get(`/v1.0/users?$filter=${encodeURIComponent(filter)}`)))['value'].map(
      ({ id }: Json) => id,
    )
  const name = String(member['userPrincipalName']).toUpperCase()
  assert.deepEqual(await found(named(w.fabrikam.domain, name)), [member['id']])
  assert.deepEqual(await found(named('mail', name)), [])
  assert.ok((await found(`identities/any(i:i/issuer eq 'externalazuread')`)).includes(ada))
  for (const one of [guest, member])
    assert.deepEqual(await found(`securityIdentifier eq '${one['securityIdentifier']}'`), [
      one['id'],
    ])
  assert.deepEqual(await found(`securityIdentifier eq 'S-1-5-32'`), [])
  const { domain } = w.fabrikam
  const nora = await json(
    await w.as(w.nora, w.northwind).get(`/v1.0/users/${w.nora.userId}?$select=identities`),
  )
  assert.notEqual(nora['identities'][0].issuer, domain)
})
