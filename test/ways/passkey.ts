/** The entry of passkeys. */
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { handleOf } from '../../src/credentials/passkey/passkey.ts'
import { newId } from '../../src/kernel/ids.ts'
import { rows } from '../../src/store/database.ts'
import type { Browsing } from '../browser/browsing.ts'
import { softAuthenticator } from '../peers/soft-authenticator.ts'
import { signedIn } from '../signed-in.ts'
import { back, type Stage, type Way } from './way.ts'

const challengeIn = (page: string): string => {
  const options = (/data-options="([^"]*)"/.exec(page)?.[1] ?? '').replaceAll('&quot;', '"')
  return String((JSON.parse(options) as { challenge: string }).challenge)
}
const stageAt = ({ w }: Stage, challenge: string) => ({
  origin: w.publicUrl,
  rpId: new URL(w.publicUrl).hostname,
  challenge,
})
const path = `/sign-in/passkey?${back}`

/** Asks for a passkey, and brings one that is known to nobody, made for somebody's name. */
const stranger = async (stage: Stage, browser: Browsing) => {
  const asked = stageAt(stage, challengeIn((await browser.go(path)).text))
  return browser.submit(path, { answer: softAuthenticator(handleOf(newId())).get(asked) })
}

export const passkey: Way = {
  equip: async (stage, { personId }) => {
    const key = softAuthenticator(handleOf(personId))
    const another = softAuthenticator(handleOf(personId), key.id)
    const adding = await signedIn(stage.w, personId)
    const shown = await (await adding.get('/security/passkeys/add')).text()
    const answer = key.create(stageAt(stage, challengeIn(shown)))
    const added = await adding.post('/security/passkeys/add', { name: 'Phone', answer })
    assert.equal(added.headers.get('location'), '/security?done=passkeyAdded')
    return async (browser) => {
      const asked = stageAt(stage, challengeIn((await browser.go(path)).text))
      const send = (by: typeof key) => (other: Browsing) =>
        other.submit(path, { answer: by.get(asked) })
      return { right: send(key), wrong: send(another) }
    }
  },
  level: 'phr',
  shown: ['pop', 'user', 'mfa'],
  once: true,
  ofBrowser: true,
  ofSession: false,
  guesses: undefined,
  isSecond: false,
  ofPerson: false,
  withoutHome: true,
  deleted: /not known here/,
  failure: undefined,
  asStranger: stranger,
  kept: async ({ w }, { personId }) =>
    (await rows(w.db, sql`select 1 from passkeys where person_id = ${personId}`)).length,
}
