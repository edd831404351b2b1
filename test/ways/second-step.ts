/** The entries of what is asked for after a password: the authenticator app, its recovery codes. */
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import {
  confirmAuthenticator,
  startAuthenticator,
  waitingSecret,
} from '../../src/credentials/authenticator/authenticator.ts'
import { byUser } from '../../src/events/context.ts'
import { secondMs } from '../../src/kernel/time.ts'
import { rows } from '../../src/store/database.ts'
import type { Browsing } from '../browser/browsing.ts'
import type { Person } from '../world.ts'
import { givePassword, password } from './password.ts'
import { back, passphrase, type Begin, type Stage, type Way } from './way.ts'

/** Longer than a code is good for, so that each is a new one. */
const stepMs = 30 * secondMs

const setUp = async ({ w }: Stage, person: Person) => {
  const which = { tenantId: person.home.id, userId: person.userId, personId: person.personId }
  const keyed = { db: w.db, sealKey: w.services.sealKey }
  await startAuthenticator(keyed, which, w.now())
  const secret = (await waitingSecret(keyed, which, w.now())) ?? ''
  const code = () =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: w.now().getTime() })
  const done = await confirmAuthenticator(keyed, which, code(), byUser(w.operator(), person.userId))
  assert.equal(done.outcome, 'confirmed')
  return { code, recoveryCodes: done.outcome === 'confirmed' ? [...done.recoveryCodes] : [] }
}

const send = (code: string) => (browser: Browsing) =>
  browser.submit(`/sign-in/authenticator?${back}`, { code })

/** The way whose right code is taken from what was set up. */
const by = (take: (app: Awaited<ReturnType<typeof setUp>>) => string): Pick<Way, 'equip'> => ({
  equip: async (stage, person): Promise<Begin> => {
    await givePassword(stage, person)
    const app = await setUp(stage, person)
    return async (browser) => {
      stage.w.pass(stepMs)
      const half = await browser.submit(`/sign-in?${back}`, {
        name: person.upn,
        password: passphrase,
      })
      assert.match(half.url, /\/sign-in\/authenticator\?/)
      assert.ok(!browser.jar.has('__Host-guesthouse_session'), 'the password is half of it')
      return { right: send(take(app)), wrong: send('000000') }
    }
  },
})

const second = {
  level: '2',
  shown: ['otp', 'mfa'],
  once: true,
  ofBrowser: true,
  ofSession: false,
  guesses: { most: 10, passes: true },
  isSecond: true,
  ofPerson: false,
  withoutHome: false,
  deleted: /Sign-in name or e-mail address/,
  failure: 'wrongCode',
  asStranger: password.asStranger,
} as const

export const authenticator: Way = {
  ...second,
  ...by(({ code }) => code()),
  kept: async ({ w }, { userId }) =>
    (await rows(w.db, sql`select 1 from authenticators where user_id = ${userId}`)).length,
}

export const recoveryCode: Way = {
  ...second,
  ...by(({ recoveryCodes }) => recoveryCodes.pop() ?? ''),
  kept: async ({ w }, { userId }) =>
    (await rows(w.db, sql`select 1 from recovery_codes where user_id = ${userId}`)).length,
}
