/**
 * What clients of Microsoft Graph rely on, row by row: what is kept holds, what comes later does
 * not yet, and what a decision refuses is answered as it says.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areas } from '../../test/contract/areas.ts'
import { countsOfAll } from '../../test/contract/counts.ts'
import type { Row } from '../../test/contract/row.ts'
import { contractStage, type Stage } from '../../test/contract/stage.ts'

/** Why a row does not hold; undefined where it does. Whatever is no assertion is a broken row. */
const failure = async ({ holds }: Row, stage: Stage): Promise<string | undefined> => {
  try {
    await holds(stage)
    return undefined
  } catch (error) {
    if (!(error instanceof assert.AssertionError)) throw error
    return error.message
  }
}

/** What is wrong with where a row stands. */
const complaint = async (row: Row, stage: Stage): Promise<string[]> => {
  const why = await failure(row, stage)
  if (row.standing !== 'later') return why === undefined ? [] : [`${row.text}: ${why}`]
  return why === undefined ? [`${row.text}: holds by now, and is no 'later' any more`] : []
}

for (const shared of areas)
  test(`contract ${shared.map(({ number, about }) => `${number} ${about}`).join(', ')}: what is kept holds, what comes later does not yet`, async () => {
    const stage = await contractStage()
    const wrong: string[] = []
    for (const { number, rows } of shared)
      for (const row of rows)
        wrong.push(...(await complaint(row, stage)).map((told) => `${number} ${told}`))
    assert.deepEqual(wrong, [])
  })

test('contract: how much of it is kept', (t) => {
  const { ok, later, decided } = countsOfAll()
  t.diagnostic(`contract: ${ok} ok, ${later} later, ${decided} decided`)
  assert.equal(ok + later + decided, 371)
  assert.ok(ok > later)
})
