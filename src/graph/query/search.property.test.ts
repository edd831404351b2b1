/** Searches in clauses, compared with a plain predicate over random users and random clauses. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../../test/json.ts'
import fc from '../../../test/properties.ts'
import { world } from '../../../test/world.ts'
import { byOperator } from '../../events/context.ts'
import { addressOf } from '../../kernel/address.ts'
import { wordsOf } from '../../kernel/search-words.ts'
import { createMember } from '../../directory/users/create.ts'

const eventual = { consistencylevel: 'eventual' }
type Plain = {
  readonly displayName: string
  readonly jobTitle: string | null
  readonly mail: string
}
type Asked =
  | { readonly kind: 'AND' | 'OR'; readonly of: readonly Asked[] }
  | { readonly kind: 'clause'; readonly property: keyof Plain; readonly text: string }

const words = ['Ada', 'adam', 'Zoë', 'zoe-lou', 'Müller', 'x_y', 'Émile', '3rd', '(of)', 'it%']
const word = fc.constantFrom(...words)
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '))
const searched = fc.constantFrom('ad', 'zoe', 'ZOË lou', 'mull', 'y', '3', 'of x', 'emile ada', '%')

const clause: fc.Arbitrary<Asked> = fc.record({
  kind: fc.constant('clause' as const),
  property: fc.constantFrom('displayName', 'displayName', 'jobTitle', 'mail'),
  text: fc.oneof(searched, word),
})
const { asked } = fc.letrec<{ asked: Asked }>((tie) => ({
  asked: fc.oneof(
    { depthSize: 'small' },
    clause,
    fc.record({
      kind: fc.constantFrom('AND', 'OR'),
      of: fc.array(tie('asked'), { minLength: 2, maxLength: 3 }),
    }),
  ),
}))

const written = (one: Asked): string =>
  one.kind === 'clause'
    ? JSON.stringify(`${one.property}:${one.text}`)
    : `(${one.of.map(written).join(` ${one.kind} `)})`

const holds = (one: Asked, user: Plain): boolean => {
  if (one.kind !== 'clause') {
    const parts = new Set(one.of.map((part) => holds(part, user)))
    return one.kind === 'AND' ? !parts.has(false) : parts.has(true)
  }
  const { property, text } = one
  if (property !== 'displayName')
    return user[property]?.toLowerCase().startsWith(text.toLowerCase()) === true
  const [have, want] = [wordsOf(user.displayName), wordsOf(text)]
  return want.length > 0 && want.every((part) => have.some((begin) => begin.startsWith(part)))
}

test('contract §3.5: clauses find whom a plain predicate finds: words of names, beginnings of others, AND, OR and brackets', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const people: Plain[] = fc
    .sample(fc.record({ displayName: name, jobTitle: fc.option(word, { nil: null }) }), 20)
    .map((one, n) => ({ ...one, mail: `${n % 2 === 0 ? 'ada' : 'zoe'}${n}@mail.example` }))
  for (const [n, { mail, ...one }] of people.entries()) {
    const userPrincipalName = `somebody.${n}@${w.fabrikam.domain}`
    const user = { ...one, userPrincipalName, mail: addressOf(mail) }
    const made = await createMember(w.db, w.fabrikam.id, user, byOperator(w.now()))
    assert.equal(made.outcome, 'created')
  }
  let some = 0
  await fc.assert(
    fc.asyncProperty(asked, async (one) => {
      const path = `/v1.0/users?$top=999&$select=mail&$count=true&$search=${encodeURIComponent(written(one))}&$filter=${encodeURIComponent("startsWith(userPrincipalName,'somebody.')")}`
      const found = await json(await frank.get(path, eventual))
      const wanted = people.filter((user) => holds(one, user)).map(({ mail }) => mail)
      if (wanted.length > 0 && wanted.length < people.length) some++
      assert.deepEqual(found['value'].map(({ mail }: Json) => mail).toSorted(), wanted.toSorted())
      assert.equal(found['@odata.count'], wanted.length)
    }),
    { numRuns: 80 },
  )
  assert.ok(some > 30, `${some} searches found some and not others`)
})

test('contract §3.5: what is no search is refused in words; groups are searched by their description too', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const searching = (list: string, text: string) =>
    frank.get(`/v1.0/${list}?$search=${encodeURIComponent(text)}`)
  for (const [text, words] of [
    ['"displayName:a" "mail:b"', /cannot be read/],
    ['"displayName:a" NOT "mail:b"', /cannot be read/],
    ['("displayName:a" OR "mail:b"', /cannot be read/],
    ['displayName:a" OR "b"', /cannot be read/],
    ['"ada" OR "bob"', /names its property/],
    ['"nope:a"', /^Could not find a property named 'nope' on type 'microsoft.graph.user'/],
    ['"accountEnabled:true"', /'accountEnabled' cannot be searched/],
    [Array.from({ length: 21 }, () => '"mail:a"').join(' OR '), /at most 20 clauses/],
  ] as const)
    assert.match((await refusal(await searching('users', text), 400)).message, words, text)
  const made = { displayName: 'Crew', description: 'Réparateurs of ships' }
  const { id } = await json(await frank.post('/v1.0/groups', made), 201)
  for (const [text, found] of [
    ['"description:repara SHIPS"', [id]],
    ['"displayName:cr" AND "description:of"', [id]],
    ['"displayName:ships"', []],
    ['"description:hips"', []],
  ] as const) {
    const { value } = await json(await searching('groups', text))
    assert.deepEqual(
      value.map((one: Json) => one['id']),
      found,
      text,
    )
  }
})
