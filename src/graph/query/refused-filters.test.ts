/** Filters that Graph refuses: part of an advanced query alone, or longer than anybody means. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'

const eventual = { consistencylevel: 'eventual' }
const among = (count: number) => `id in (${Array.from({ length: count }, () => newId()).join(',')})`

test('contract §3.4: `not`, however it is written, is part of an advanced query, and is refused in Graph’s words in another', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const get = (list: string, filter: string, more = '', headers = {}) =>
    frank.get(`/v1.0${list}?$filter=${encodeURIComponent(filter)}${more}`, headers)
  for (const [list, filter] of [
    ['/users', "not(displayName eq 'x')"],
    ['/users', "not displayName eq 'x'"],
    ['/users', "startsWith(displayName,'x') eq false"],
    ['/users', "startsWith(displayName,'x') ne true"],
    ['/users', "accountEnabled eq true and not(userType eq 'Guest' or displayName eq 'x')"],
    ['/users', "otherMails/any(m:not(m eq 'x@x.example'))"],
    ['/groups', "not(groupTypes/any(t:t eq 'Unified'))"],
    ['/groups', `not(id in ('${newId()}'))`],
  ] as const) {
    const { message } = await refusal(await get(list, filter), 400)
    assert.match(
      message,
      /^Operator 'not' is not supported because the required parameters/,
      filter,
    )
    await refusal(await get(list, filter, '', eventual), 400)
    await refusal(await get(list, filter, '&$count=true'), 400)
    await json(await get(list, filter, '&$count=true', eventual))
  }
  for (const [list, filter] of [
    ['/users', "startsWith(displayName,'x') eq true"],
    ['/users', "startsWith(displayName,'x') ne false"],
    // Of what Graph does not have nothing is advanced.
    ['/guesthouse.requests', "not(state eq 'open')"],
  ] as const)
    await json(await get(list, filter))
})

test('K14: a filter has two hundred comparisons at most, those of `in` among them', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const get = (filter: string) => frank.get(`/v1.0/users?$filter=${filter}&$select=id`)
  await json(await get(among(200)))
  await json(await get(`${among(150)} or ${among(49)} or displayName eq 'x'`))
  for (const filter of [
    among(201),
    `${among(150)} or ${among(51)}`,
    `${among(200)} or id eq '1'`,
  ]) {
    const { message } = await refusal(await get(filter), 400)
    assert.match(message, /it has more than 200 comparisons, at position \d+/)
  }
})
