/**
 * Every property of a user that its definition lets be written: written, read back, limited,
 * cleared and found by. Nothing here names one.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { isComplex, type Property, type Simple } from '../../wire/graph/definition.ts'
import { user } from '../../wire/graph/users/user.ts'

const advanced = { consistencylevel: 'eventual' }

/** A value that fits, as long as it may be. */
const oneOf = ({ is, most = 8 }: Simple, domain: string): unknown =>
  ({
    text: 'x'.repeat(most),
    name: 'Somebody Else',
    principalName: `somebody.else@${domain}`,
    address: `somebody.else@${domain}`,
    proxyAddress: `smtp:another@${domain}`,
    boolean: true,
    instant: '2027-02-01T00:00:00.000Z',
  })[is as 'text']

const written = (Object.entries(user.properties) as [string, Property][]).flatMap(
  ([name, property]): [string, Simple][] =>
    property.write === 'always' && !isComplex(property) ? [[name, property]] : [],
)

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
