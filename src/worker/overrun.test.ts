/** A job that hangs is not waited for: it is told, counted, and begun again (F1, K25). */
import { readObjects } from '../graph/subscriptions/read-objects.ts'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { aLetter } from '../../test/mails.ts'
import { newStore } from '../../test/store.ts'
import type { Delivery, Post } from '../mail/post.ts'
import { queueMail } from '../mail/outbox.ts'
import { newMetrics } from '../server/metrics.ts'
import { startWorker } from './schedule.ts'

const job = 'send mail'
const clock = (): Date => new Date()

test('K25, F1: a job that hangs is logged, counted and begun again, and what it left is done', async () => {
  const { db, close } = await newStore()
  const mail = (recipient: string) => queueMail(db, { recipient, letter: aLetter }, clock())
  const sent: string[] = []
  const lines: string[] = []
  // What is asked of it first is never answered, and it hears no signal.
  const post: Post = {
    send: async ({ recipient }) => {
      sent.push(recipient)
      return sent.length === 1 ? new Promise<Delivery>(() => {}) : { outcome: 'taken' }
    },
    close: () => {},
  }
  const metrics = newMetrics()
  const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) })
  const issuer = { sealKey: Buffer.alloc(32, 7), publicUrl: 'http://guesthouse.test' }
  await mail('first@outside.example')
  const overrun = Promise.withResolvers<void>()
  const overran = (name: string): void => {
    metrics.jobOverran(name)
    if (name === job) overrun.resolve()
  }
  const stop = startWorker(
    { db, clock, log, post, issuer, readObjects, jobLimitMs: 2_000 },
    { ran: metrics.jobRan, overran, clock: () => {} },
  )
  try {
    await Promise.race([
      overrun.promise,
      pause(60_000, undefined, { ref: false }).then(() => assert.fail('nobody has noticed')),
    ])
    assert.deepEqual(sent, ['first@outside.example'])
    await mail('second@outside.example')
    for (let tries = 0; sent.length < 2 && tries < 400; tries++) await pause(50)
    assert.deepEqual(sent, ['first@outside.example', 'second@outside.example'])
  } finally {
    await stop()
    await close()
  }
  assert.match(
    lines.join(''),
    /"level":50[^\n]*"job":"send mail"[^\n]*took too long and is begun again/,
  )
  assert.match(
    await metrics.text(),
    new RegExp(`guesthouse_job_overruns_total\\{job="${job}"\\} [1-9]`),
  )
})
