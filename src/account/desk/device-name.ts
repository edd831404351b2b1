/** What a browser calls itself, as people know it. */
import { browserIn } from '../../kernel/browser-name.ts'
import type { PortalWords } from '../../words/en/portal.ts'

const maxShown = 60

/**
 * For example "Firefox on Windows"; what the program says of itself when it is none that we know.
 */
export const deviceName = (userAgent: string | null, words: PortalWords): string => {
  if (userAgent === null || userAgent === '') return words.account.unknownDevice
  const { browser, system } = browserIn(userAgent)
  if (browser !== null && system !== null) return words.account.device(browser, system)
  return browser ?? system ?? userAgent.slice(0, maxShown)
}
