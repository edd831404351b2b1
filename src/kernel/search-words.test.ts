import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sortName, wordsOf } from './search-words.ts'

/** Unicode’s own order, marks and case apart. */
const root = new Intl.Collator('und', { sensitivity: 'base' })
const plain = [...'abcdefghijklmnopqrstuvwxyz']
const plainTexts = [...plain, ...plain.flatMap((one) => plain.map((other) => one + other))]

test('every Latin letter of European names stands where Unicode’s order has it beside the plain ones', () => {
  let compared = 0
  for (let code = 0xc0; code <= 0x17f; code++) {
    const letter = String.fromCodePoint(code)
    const counted = plainTexts.find((text) => root.compare(text, letter) === 0)
    if (!/\p{Letter}/u.test(letter) || counted === undefined) continue
    // Of ŉ the apostrophe stays, which Unicode passes over.
    if (letter === 'ŉ') continue
    assert.equal(sortName(letter), counted, letter)
    compared++
  }
  assert.ok(compared > 150, String(compared))
})

test('names with a stroke stand at their letter, and are found by it', () => {
  const names = ['Zoe', 'Đặng Thị', 'Þórunn', 'Łukasz', 'Ludwig', 'Lina', 'Dora', 'Øystein', 'Olga']
  assert.deepEqual(
    names.toSorted((a, b) => (sortName(a) < sortName(b) ? -1 : 1)),
    ['Đặng Thị', 'Dora', 'Lina', 'Ludwig', 'Łukasz', 'Olga', 'Øystein', 'Zoe', 'Þórunn'],
  )
  assert.deepEqual(wordsOf('Łukasz Großmann'), wordsOf('LUKASZ Grossmann'))
})
