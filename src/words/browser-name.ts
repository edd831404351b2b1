/** A browser in words that its user knows. */
import type { MailWords } from './en/mail.ts'

/** For example "Firefox on Linux". */
export const browserName = (
  { browser, system }: { readonly browser: string | null; readonly system: string | null },
  { newBrowser: words }: Pick<MailWords, 'newBrowser'>,
): string => {
  if (browser !== null) return system === null ? browser : words.browserOn({ browser, system })
  return system === null ? words.unknownBrowser : words.unknownBrowserOn({ system })
}
