/**
 * What an inviter wishes, judged once for every door: the directory API, the command line, a file
 * (R87, R88).
 */
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
  part: 'address' | 'displayName' | 'message' | 'language' | 'redirectUrl' | 'copyTo'
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

/** The wish as it is carried out, or the first part of it that cannot be. */
export const parseWish = (raw: Wish): ParsedWish | BadWish => {
  const wish = {
    ...raw,
    displayName: given(raw.displayName),
    message: given(raw.message),
    language: given(raw.language),
    copyTo: given(raw.copyTo),
  }
  const address = parseAddress(wish.address)
  if ('problem' in address) return bad('address', addressProblemWords(address.problem))
  const name = wish.displayName === undefined ? undefined : parseName(wish.displayName)
  if (name !== undefined && 'problem' in name)
    return bad('displayName', `a name ${nameProblemWords[name.problem]}`)
  const message = wish.message === undefined ? undefined : parseMessage(wish.message)
  if (wish.message !== undefined && message === undefined)
    return bad('message', 'the message holds a control character')
  if (message !== undefined && [...message].length > longestInvitationMessage)
    return bad('message', `the message is longer than ${longestInvitationMessage} characters`)
  if (wish.language !== undefined && !isLanguageTag(wish.language))
    return bad('language', languageTagWords)
  if (!isUrl(wish.redirectUrl))
    return bad(
      'redirectUrl',
      `the address to go on to begins with https:// and has at most ${longestUrl} letters`,
    )
  const copyTo = wish.copyTo === undefined ? undefined : parseAddress(wish.copyTo)
  if (copyTo !== undefined && 'problem' in copyTo)
    return bad('copyTo', addressProblemWords(copyTo.problem))
  return {
    ...wish,
    address: inSmallLetters(address.address),
    displayName: name?.name,
    message,
    copyTo: copyTo?.address,
  }
}
