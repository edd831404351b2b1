/** What a browser calls itself, as people know it. */
import type { Words } from '../words.tsx'

type Known = readonly (readonly [pattern: RegExp, name: string])[]

// Order matters: most browsers also name the ones they are made to look like.
const browsers: Known = [
  [/Edg(A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: Known = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

const nameIn = (known: Known, text: string): string | undefined =>
  known.find(([pattern]) => pattern.test(text))?.[1]

const maxShown = 60

/** For example "Firefox on Windows"; what the program says of itself when it is none that we know. */
export const deviceName = (userAgent: string | null, words: Words): string => {
  if (userAgent === null || userAgent === '') return words.account.unknownDevice
  const browser = nameIn(browsers, userAgent)
  const system = nameIn(systems, userAgent)
  if (browser !== undefined && system !== undefined) return words.account.device(browser, system)
  return browser ?? system ?? userAgent.slice(0, maxShown)
}
