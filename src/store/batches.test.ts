/** Batches, pages, and each by itself. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eachAlone, inBatches, rowsOfPages } from './batches.ts'

test('batches go on until one is not full, and are counted', async () => {
  const sizes = [3, 3, 2, 3]
  assert.equal(await inBatches(3, async () => sizes.shift() ?? 0), 8)
  assert.deepEqual(sizes, [3])
  assert.equal(await inBatches(3, async () => 0), 0)
})

test('pages are read one behind the other, and no more than there are', async () => {
  const asked: (number | undefined)[] = []
  const all = [1, 2, 3, 4, 5]
  const read = async (last: number | undefined) => {
    asked.push(last)
    return all.filter((one) => one > (last ?? 0)).slice(0, 2)
  }
  const found: number[] = []
  for await (const one of rowsOfPages(2, read)) found.push(one)
  assert.deepEqual(found, all)
  assert.deepEqual(asked, [undefined, 2, 4])
})

test('what fails of one keeps none of the others, and is told at the end', async () => {
  const done: number[] = []
  const act = async (one: number): Promise<boolean> => {
    if (one === 2) throw new Error('two')
    done.push(one)
    return one !== 3
  }
  await assert.rejects(eachAlone([1, 2, 3, 4], act, 'Some failed.'), (error) => {
    assert.ok(error instanceof AggregateError)
    assert.equal(error.message, 'Some failed.')
    assert.deepEqual(
      error.errors.map((one) => (one as Error).message),
      ['two'],
    )
    return true
  })
  assert.deepEqual(done, [1, 3, 4])
  assert.equal(await eachAlone([1, 3, 4], act, 'Some failed.'), 2)
})
