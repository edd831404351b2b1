/**
 * How often a sign-on asks the store, when everything that is kept in the process is there. Each
 * time costs more than what is asked.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as client from 'openid-client'
import { caught } from '../../test/code/explain.ts'
import { browserWith, registerApplication, relyingParty, signOn } from '../../test/sign-on.ts'
import { world } from '../../test/world.ts'
import { serverApp } from '../server/server.ts'
import { rows, sql, type Database } from '../store/database.ts'

type Step = (name: string, work: () => Promise<unknown>) => Promise<void>

/** The statements of each step by its name, and how many transactions were begun in all. */
const counted = async (db: Database, work: (db: Database, step: Step) => Promise<void>) => {
  let transactions = 0
  const sent = await caught(db, async (watched) => {
    const begin = watched.transaction.bind(watched)
    Object.defineProperty(watched, 'transaction', {
      value: () => ((transactions += 1), begin()),
    })
    await work(watched, async (name, act) => {
      await rows(watched, sql`select ${sql.lit(`begin ${name}`)}`)
      transactions = 0
      await act()
      await rows(watched, sql`select ${sql.lit(`end ${transactions}`)}`)
    })
  })
  const steps: Record<string, { statements: number; transactions: number }> = {}
  let from: { readonly name: string; readonly index: number } | undefined
  for (const [index, { sql: text }] of sent.entries()) {
    const [, what, name = ''] = /^select '(begin|end) (.*)'$/.exec(text) ?? []
    if (what === 'begin') from = { name, index }
    else if (what === 'end' && from !== undefined)
      steps[from.name] = { statements: index - from.index - 1, transactions: Number(name) }
  }
  return steps
}

test('a signed-in code flow asks the store nine times, a token by client credentials once, and none of it needs a transaction', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank)
  const steps = await counted(w.db, async (db, step) => {
    const there = { ...w, app: serverApp({ ...w.services, db }) }
    const config = await relyingParty(there, application)
    const flow = async (browser: Awaited<ReturnType<typeof browserWith>>) => {
      const { exchange } = await signOn(config, browser, application)
      return exchange
    }
    // The organization is opened, and what a process keeps is read.
    const first = await browserWith(there, w.ada)
    await (
      await flow(first)
    )()
    await client.clientCredentialsGrant(config, {})
    const second = await browserWith(there, w.ada)
    second.signIn(first.jar.get('guesthouse_session')?.value ?? '')
    let exchange: (() => Promise<unknown>) | undefined
    await step('authorize, new to this browser', async () => (exchange = await flow(second)))
    await step('exchange', async () => exchange?.())
    await step('authorize, again', async () => (exchange = await flow(second)))
    await step('by itself', () => client.clientCredentialsGrant(config, {}))
  })
  assert.deepEqual(steps, {
    'authorize, new to this browser': { statements: 4, transactions: 0 },
    exchange: { statements: 5, transactions: 0 },
    'authorize, again': { statements: 6, transactions: 0 },
    'by itself': { statements: 1, transactions: 0 },
  })
})
