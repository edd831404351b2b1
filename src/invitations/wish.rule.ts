/**
 * What an inviter wishes, judged once for every door: the directory API, the command line, a file
 * (R87, R88).
 */
import { isOverAlready } from '../directory/lifecycle/end-date.rule.ts'
import { isLanguageTag, languageTagWords } from '../kernel/language-tag.ts'
import {
  addressProblemWords,
  inSmallLetters,
  parseAddress,
  type Address,
} from '../kernel/address.ts'
import {
  longestInvitationMessage,
  nameProblemWords,
  parseMessage,
  parseName,
} from '../kernel/text.ts'

export type Wish = {
  readonly address: string
  readonly redirectUrl: string
  readonly displayName?: string | undefined
  readonly userType?: 'Guest' | 'Member' | undefined
  readonly message?: string | undefined
  readonly language?: string | undefined
  /** Default is not to send: the inviter hands the link over (R87). */
  readonly sendMail?: boolean | undefined
  /**
   * Somebody who is told that an invitation went out. They get no link: it is bound to the invited
   * address.
   */
  readonly copyTo?: string | undefined
  /** Users or groups who answer for the guest; the inviter when absent (R104). */
  readonly sponsorIds?: readonly string[] | undefined
  /** When the guest is removed by itself; what is set stays where nothing is said (R133). */
  readonly endsAt?: Date | undefined
  /** A new object although a deleted one of this address could be restored (R74). */
  readonly forceNew?: boolean | undefined
}

export type ParsedWish = Omit<Wish, 'address' | 'copyTo'> & {
  readonly address: Address
  readonly copyTo: Address | undefined
}

/** A part of the wish that cannot be: which, and why in words, to stand after a colon. */
export type BadWish = {
  outcome: 'badAddress' | 'badWish'
  part: 'address' | 'displayName' | 'message' | 'language' | 'redirectUrl' | 'copyTo' | 'endsAt'
  why: string
}

const longestUrl = 2_048

const bad = (part: BadWish['part'], why: string): BadWish => ({
  outcome: part === 'address' ? 'badAddress' : 'badWish',
  part,
  why,
})

const isUrl = (text: string): boolean => {
  try {
    return (
      /^https?:$/.test(new URL(text).protocol) && text.length <= longestUrl && !/\s/u.test(text)
    )
  } catch {
    return false
  }
}

// A field left blank is one that was not filled in.
const given = (text: string | undefined): string | undefined =>
  text === undefined || text.trim() === '' ? undefined : text

const nameIn = (text: string | undefined): string | undefined | BadWish => {
  if (text === undefined) return undefined
  const parsed = parseName(text)
  return 'problem' in parsed
    ? bad('displayName', `a name ${nameProblemWords[parsed.problem]}`)
    : parsed.name
}

const addressIn = (part: 'copyTo', text: string | undefined): ParsedWish['copyTo'] | BadWish => {
  if (text === undefined) return undefined
  const parsed = parseAddress(text)
  return 'problem' in parsed ? bad(part, addressProblemWords(parsed.problem)) : parsed.address
}

const messageIn = (text: string | undefined): string | undefined | BadWish => {
  if (text === undefined) return undefined
  const message = parseMessage(text)
  if (message === undefined) return bad('message', 'the message holds a control character')
  return [...message].length > longestInvitationMessage
    ? bad('message', `the message is longer than ${longestInvitationMessage} characters`)
    : message
}

const wrongWith = (
  { language, redirectUrl, endsAt }: Pick<Wish, 'language' | 'redirectUrl' | 'endsAt'>,
  now: Date,
): BadWish | undefined => {
  if (language !== undefined && !isLanguageTag(language)) return bad('language', languageTagWords)
  if (!isUrl(redirectUrl))
    return bad(
      'redirectUrl',
      `the address to go on to begins with https:// and has at most ${longestUrl} letters`,
    )
  return endsAt !== undefined && isOverAlready(endsAt, now)
    ? bad('endsAt', 'the end date is over already')
    : undefined
}

/** The wish as it is carried out, or the first part of it that cannot be. */
export const parseWish = (raw: Wish, now: Date): ParsedWish | BadWish => {
  const wish = {
    ...raw,
    displayName: given(raw.displayName),
    message: given(raw.message),
    language: given(raw.language),
    copyTo: given(raw.copyTo),
  }
  const address = parseAddress(wish.address)
  if ('problem' in address) return bad('address', addressProblemWords(address.problem))
  const name = nameIn(wish.displayName)
  if (typeof name === 'object') return name
  const message = messageIn(wish.message)
  if (typeof message === 'object') return message
  const wrong = wrongWith(wish, now)
  if (wrong !== undefined) return wrong
  const copyTo = addressIn('copyTo', wish.copyTo)
  if (copyTo !== undefined && 'part' in copyTo) return copyTo
  return {
    ...wish,
    address: inSmallLetters(address.address),
    displayName: name,
    message,
    copyTo,
  }
}
