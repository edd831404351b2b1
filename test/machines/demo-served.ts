/**
 * A small demo, reachable by a browser: Ada of Contoso, who is a guest of Fabrikam. In a store of
 * its own, as time is moved in it.
 */
import { readObjects } from '../../src/graph/subscriptions/read-objects.ts'
import { pino } from 'pino'
import { makeCharacter, makeGuest, makeOrganization } from '../../src/cli/demo/cast.ts'
import { timeMachine } from '../../src/cli/demo/time-machine.ts'
import { systemClock } from '../../src/kernel/time.ts'
import { serverApp } from '../../src/server/server.ts'
import { trustClock } from '../../src/worker/clock.ts'
import { newStore } from '../store.ts'
import { listening } from './listening.ts'

export const demoServed = async () => {
  const { db, close } = await newStore()
  const stage = { tx: db, now: new Date() }
  const contoso = await makeOrganization(stage, 'Contoso', 40)
  const fabrikam = await makeOrganization(stage, 'Fabrikam', 40)
  const ada = await makeCharacter(stage, contoso, 'Ada Lovelace', 39)
  const userId = await makeGuest(stage, ada, fabrikam, 20)
  await trustClock(db, stage.now)

  const { url, answerBy, stop: stopListening } = await listening()
  const machine = timeMachine(db, 0)
  const shared = { db, clock: machine.clock, log: pino({ level: 'silent' }) }
  const issuer = { sealKey: Buffer.alloc(32, 7), publicUrl: url }
  machine.use({ ...shared, machine: systemClock, issuer, readObjects, keepsMail: true })
  const services = { ...shared, ...issuer, trustedProxies: 0 }
  const app = serverApp({ ...services, demo: machine })
  answerBy(app)
  const stop = async (): Promise<void> => {
    await stopListening()
    await close()
  }
  return { db, url, app, services, machine, fabrikam, userId, stop }
}
