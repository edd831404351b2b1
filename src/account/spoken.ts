/** Refusals that people read, in their language; what only programs meet is told in English. */
import { Refusal, refusalJson } from '../edge/refusal.ts'
import type { RefusalCode } from '../edge/refusals/refusals.ts'
import type { EdgeContext } from '../edge/routes.ts'
import { readerOf } from '../pages/reader.ts'
import { told } from '../pages/refusal-page.ts'
import { writtenTag } from '../words/locales.ts'

/** A refusal whose message is in the reader's language. */
export class SpokenRefusal extends Refusal {}

/** What happens to the server, and so to everybody, whatever they asked for. */
const ofServer: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'busy',
  'storeUnavailable',
  'internalError',
])

// English is precise about what a program has sent wrong; in another language it is told to people.
const isForPeople = (c: EdgeContext, { code }: Refusal): boolean =>
  ofServer.has(code) || readerOf(c).locale.language !== 'en'

/** The language of an answer to this request, as `Content-Language` names it. */
export const languageOf = (c: EdgeContext): string => writtenTag(readerOf(c).locale)

/** The refusal in the envelope of the account API, with the language of its message. */
export const writeError = (c: EdgeContext, refusal: Refusal): Response => {
  const sentence = told(refusal, readerOf(c).words.page)
  const isTold = !(refusal instanceof SpokenRefusal) && sentence.isOurs && isForPeople(c, refusal)
  const message = isTold ? sentence.text : refusal.message
  const isSpoken = isTold || refusal instanceof SpokenRefusal
  return refusalJson(c, refusal, {
    message,
    headers: { 'content-language': isSpoken ? languageOf(c) : 'en' },
  })
}
