/** Which statements are sent by name. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hourMs } from '../kernel/time.ts'
import { plannedEachTime } from './database.ts'
import { naming } from './connection.ts'

const texts = (word: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `select '${word} ${n}'`)

test('a statement that comes again is sent by name, and so is one that comes often when five hundred others have come before', () => {
  let now = 0
  const { nameOf } = naming(true, () => now)
  const twice = (text: string) => [nameOf(text), nameOf(text)]
  const [once, named] = twice('select 1')
  assert.deepEqual([once, nameOf('select 1')], [undefined, named])
  assert.match(named ?? '', /^g/)
  assert.equal(twice(`select 2 ${plannedEachTime}`)[1], undefined)
  // Texts without end take no more places than there are.
  const many = texts('filter', 2_000).map((text) => twice(text)[1])
  assert.equal(many.filter((name) => name !== undefined).length, 499)
  assert.equal(twice('select 3')[1], undefined)
  // What is in use keeps its place; what is not makes room once connections have ended.
  now += hourMs
  assert.equal(nameOf('select 1'), named)
  for (const text of texts('list', 400)) {
    twice(text)
    assert.equal(nameOf('select 1'), named)
  }
  assert.ok(nameOf("select 'list 399'") !== undefined)
  assert.equal(nameOf(`select 'filter 0'`), undefined)
})

test('where another’s connection answers to our names nothing is sent by name', () => {
  const { nameOf, switchOff } = naming(true)
  nameOf('select 1')
  assert.ok(nameOf('select 1') !== undefined)
  switchOff()
  assert.equal(nameOf('select 1'), undefined)
  const off = naming(false)
  off.nameOf('select 1')
  assert.equal(off.nameOf('select 1'), undefined)
})
