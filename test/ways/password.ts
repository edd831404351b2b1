/** The entry of passwords. */
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { setPassword } from '../../src/credentials/password/set.ts'
import { rows } from '../../src/store/database.ts'
import type { Person } from '../world.ts'
import { back, passphrase, type Stage, type Way } from './way.ts'

/** Gives somebody the password of all these tests. */
export const givePassword = async ({ w }: Stage, { home, userId }: Person): Promise<void> => {
  const which = { tenantId: home.id, userId, password: passphrase }
  assert.equal((await setPassword(w.db, which, w.operator())).outcome, 'set')
}

export const password: Way = {
  equip: async (stage, person) => {
    await givePassword(stage, person)
    const send = (text: string) => (browser: Parameters<Way['asStranger']>[1]) =>
      browser.submit(`/sign-in?${back}`, { name: person.upn, password: text })
    return async () => ({ right: send(passphrase), wrong: send('wrong') })
  },
  level: '1',
  shown: ['pwd'],
  once: false,
  ofBrowser: false,
  ofSession: false,
  guesses: { most: 5, passes: true },
  isSecond: false,
  ofPerson: false,
  withoutHome: false,
  deleted: /do not belong together/,
  failure: 'wrongPassword',
  asStranger: (_, browser, name) => browser.submit(`/sign-in?${back}`, { name, password: 'wrong' }),
  kept: async ({ w }, { userId }) =>
    (await rows(w.db, sql`select 1 from local_credentials where user_id = ${userId}`)).length,
}
