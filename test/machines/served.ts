/**
 * The cast of `world`, reachable by a browser: the product on a port of loopback, and passwords to
 * sign in with.
 */
import type { Page } from 'playwright-core'
import { setPassword } from '../../src/credentials/password/set.ts'
import { world, type Person } from '../world.ts'
import { listening } from './listening.ts'

const passphrase = 'nine copper kettles sing at dawn'

/** `more` are services that differ. */
export const served = async (more: Parameters<typeof world>[1] = {}) => {
  const { url, answerBy, stop } = await listening()
  const w = await world(url, more)
  answerBy(w.app)

  /** Signs a person in on the page that is open in the browser. */
  const signIn = async (page: Page, person: Person): Promise<void> => {
    const { tenantId, userId } = { tenantId: person.home.id, userId: person.userId }
    const set = await setPassword(w.db, { tenantId, userId, password: passphrase }, w.operator())
    if (set.outcome !== 'set') throw new Error(set.outcome)
    await page.getByLabel('Sign-in name').fill(person.upn)
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByLabel('Password').fill(passphrase)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }
  return { ...w, url, signIn, stop }
}
