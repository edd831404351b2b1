/** The portal's pages as a browser without script gets them. */
import { openSession } from '../src/people/open-session.ts'
import { browserOf, type Browser } from './in-process-browser.ts'
import type { Person, world } from './world.ts'

/** A browser in which this person is signed in. */
export const signedIn = async (
  w: Awaited<ReturnType<typeof world>>,
  { personId }: Person,
): Promise<Browser> => {
  const browser = browserOf(w)
  const device = { address: null, userAgent: 'test' }
  browser.signIn((await openSession(w.db, personId, device, w.now())).token)
  return browser
}

/** What stands in the frame of the page there. */
export const pageAt = async (browser: Browser, path: string): Promise<string> => {
  const { page = '' } = await browser.open(path)
  return /<main[^]*<\/main>/.exec(page)?.[0] ?? page
}
