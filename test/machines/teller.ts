/**
 * A worker that tells subscribers, over and over, on the database that it is told, until it is
 * killed; a second there is twenty.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { sequenceAll } from '../../src/directory/changes/sequence.ts'
import { readObjects } from '../../src/graph/subscriptions/read-objects.ts'
import { openPostgres } from '../../src/store/postgres.ts'
import { deliverChanges } from '../../src/subscriptions/deliver.ts'

const { db } = await openPostgres(process.env['TELLER_DATABASE'] ?? '', 4)
const begun = Number(process.env['TELLER_BEGUN'])
const at = new Date(process.env['TELLER_NOW'] ?? '').getTime()
const clock = (): Date => new Date(at + (Date.now() - begun) * 20)
const log = pino({ level: 'silent' })
const installation = {
  db,
  clock,
  log,
  sealKey: Buffer.alloc(32, 7),
  publicUrl: 'http://guesthouse.test',
  allowPrivateProviders: true,
}

for (;;) {
  await sequenceAll(db, clock())
  await deliverChanges({ ...installation, readObjects }, clock())
  process.send?.('turned')
  await pause(20)
}
