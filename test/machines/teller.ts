/**
 * A worker that tells subscribers, over and over, on the database that it is told, until it is
 * killed; a second there is twenty.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { sequenceAll } from '../../src/directory/changes/sequence.ts'
import { openPostgres } from '../../src/store/postgres.ts'
import { deliverChanges } from '../../src/subscriptions/deliver.ts'

const { db } = await openPostgres(process.env['TELLER_DATABASE'] ?? '', 4)
const begun = Number(process.env['TELLER_BEGUN'])
const at = new Date(process.env['TELLER_NOW'] ?? '').getTime()
const clock = (): Date => new Date(at + (Date.now() - begun) * 20)
const log = pino({ level: 'silent' })

for (;;) {
  await sequenceAll(db)
  await deliverChanges({ db, clock, log, allowPrivateProviders: true }, clock())
  process.send?.('turned')
  await pause(20)
}
