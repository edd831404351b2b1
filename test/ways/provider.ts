/** The entry of external providers: of the one that is the home of Contoso's people. */
import { sql } from 'kysely'
import { homeIssuer } from '../../src/directory/identity-issuer.ts'
import { newId } from '../../src/kernel/ids.ts'
import { rows } from '../../src/store/database.ts'
import type { Browsing } from '../browser/browsing.ts'
import { json } from '../json.ts'
import type { Person } from '../world.ts'
import { back, type Stage, type Way } from './way.ts'

const callback = '/sign-in/provider/callback'

/** Goes to the provider and comes back as far as its answer, which is not brought yet. */
const answerOf = async (
  { theirs, providerId }: Stage,
  browser: Browsing,
  account: string,
): Promise<string> => {
  theirs.state.account = account
  // Who signed in there a test ago is nobody's business now.
  browser.jarOf(theirs.issuer).clear()
  const start = `/sign-in/provider?provider=${providerId}&${back}`
  return (await browser.go(start, {}, (url) => url.includes(callback))).url
}

const tie = async ({ w, theirs }: Stage, { userId }: Person, account: string): Promise<void> => {
  const identity = { issuer: theirs.issuer, issuerAssignedId: account }
  const carol = w.as(w.carol, w.contoso)
  await json(await carol.post(`/v1.0/users/${userId}/guesthouse.identities`, identity), 201)
}

export const provider: Way = {
  equip: async (stage, person) => {
    const account = `subject-${newId()}`
    await tie(stage, person, account)
    return async (browser) => {
      const answer = await answerOf(stage, browser, account)
      const madeUp = new URL(answer)
      madeUp.searchParams.set('code', 'made-up')
      return {
        right: (other) => other.go(answer),
        wrong: (other) => other.go(madeUp.href),
      }
    }
  },
  level: '1',
  shown: ['fed'],
  once: true,
  ofBrowser: true,
  ofSession: true,
  guesses: undefined,
  isSecond: false,
  ofPerson: false,
  withoutHome: false,
  deleted: /was deleted/,
  failure: undefined,
  // An account that is nobody's here says that it has somebody's address.
  asStranger: async (stage, browser, name) => {
    stage.theirs.state.claims = { email: name, email_verified: true, preferred_username: name }
    return browser.go(await answerOf(stage, browser, `stranger-${newId()}`))
  },
  kept: async ({ w, theirs }, { personId }) =>
    (
      await rows(
        w.db,
        sql`select 1 from identities where issuer = ${homeIssuer(w.contoso.id, theirs.issuer)} and person_id = ${personId}`,
      )
    ).length,
}
