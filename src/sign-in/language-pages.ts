/**
 * /language: another language for the pages of this browser, and for everything that the person who
 * is signed in reads.
 */
import { readForm } from '../edge/body.ts'
import { keepLanguage } from '../pages/looker.ts'
import { chooseSettings } from '../people/languages.sql.ts'
import { localeOf } from '../words/locales.ts'
import { isZone } from '../words/speech.ts'
import { readPostbox } from './demo/postbox.ts'
import type { Page } from './exchange.ts'
import { presentSession } from './present-session.ts'
import { returnPath } from './return-path.ts'

/**
 * Keeps the language, and the time zone where the browser's script tells it, and goes back to the
 * page. What is no language that is written changes nothing.
 */
export const chooseLanguage: Page = async (x) => {
  const { language, zone, return: back } = await readForm(x.c)
  if (language !== undefined && localeOf(language) !== undefined) {
    keepLanguage(x.c, x.services.publicUrl, language)
    const session = await presentSession(x)
    // What was written before is not said anew.
    if (x.services.demo !== undefined) await readPostbox(x)
    if (session !== undefined)
      await chooseSettings(
        x.db,
        session.personId,
        { language, timeZone: isZone(zone) ? zone : undefined },
        x.now,
      )
  }
  return x.c.redirect(returnPath(back), 303)
}
