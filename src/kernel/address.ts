/**
 * An e-mail address: judged in one place, whichever door it comes through. What people see is
 * `display`; what is stored beside it, indexed, compared, refused and bound to invitations is
 * `key`, so that all spellings of a mailbox are one.
 */
import { domainProblemWords, parseDomain, type Domain, type DomainProblem } from './domain.ts'
import { bytesOf, fold, hasUnseen } from './text.ts'

declare const brand: unique symbol
/** The one form of all spellings of an address. */
export type AddressKey = string & { readonly [brand]: 'addressKey' }
export type Address = {
  readonly display: string
  readonly key: AddressKey
  readonly [brand]: 'address'
}

export type AddressProblem =
  | 'empty'
  | 'unseen'
  | 'noAt'
  | 'local'
  | 'dots'
  | 'tooLong'
  | { readonly domain: DomainProblem }

/** The issuer of identities that are a mail address, proved by a code; its key is the subject. */
export const emailIssuer = 'urn:guesthouse:email'

const longestAddress = 254
const longestLocal = 64

// The dot-atom of RFC 5321 and, for all other letters, RFC 6531.
const atoms = /^(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]|\P{ASCII})+$/u
// Letters that are another way to write a sign of the form itself, such as a wide @.
const disguised = /[\s"(),:;<>@[\\\]]/u

const localProblem = (local: string): 'local' | 'dots' | undefined => {
  if (local === '' || local.includes('@') || disguised.test(local.normalize('NFKC'))) return 'local'
  if (/^\.|\.$|\.\./.test(local)) return 'dots'
  return local.split('.').every((atom) => atoms.test(atom)) ? undefined : 'local'
}

// A few letters take more bytes when they are folded.
const isTooLong = (local: string, key: AddressKey): boolean =>
  Math.max(bytesOf(local), bytesOf(fold(local))) > longestLocal || bytesOf(key) > longestAddress

/**
 * An address, or what is wrong with it (R88): a dot-atom at a domain that IDNA can write, nothing
 * invisible in it. Space around it is dropped.
 */
export const parseAddress = (
  text: string,
): { readonly address: Address } | { readonly problem: AddressProblem } => {
  const given = text.trim()
  if (given === '') return { problem: 'empty' }
  if (hasUnseen(given)) return { problem: 'unseen' }
  const at = given.lastIndexOf('@')
  if (at < 0) return { problem: 'noAt' }
  const local = given.slice(0, at).normalize('NFC')
  const before = localProblem(local)
  if (before !== undefined) return { problem: before }
  const domain = given.slice(at + 1).normalize('NFC')
  const parsed = parseDomain(domain)
  if (/\s/u.test(domain)) return { problem: { domain: 'form' } }
  if ('problem' in parsed) return { problem: { domain: parsed.problem } }
  const key = `${fold(local)}@${parsed.domain}` as AddressKey
  if (isTooLong(local, key)) return { problem: 'tooLong' }
  const display = `${local}@${shown(domain, parsed.domain)}`
  return { address: { display, key } as Address }
}

/** What is wrong with an address, as a sentence without its end: to stand after a colon. */
export const addressProblemWords = (problem: AddressProblem): string =>
  typeof problem === 'object' ? `the domain ${domainProblemWords[problem.domain]}` : words[problem]

// Small letters read better; a few are another domain in small letters.
const shown = (typed: string, domain: Domain): string => {
  const small = parseDomain(typed.toLowerCase())
  return 'domain' in small && small.domain === domain ? typed.toLowerCase() : typed
}

const words: Readonly<Record<Exclude<AddressProblem, object>, string>> = {
  empty: 'an address such as ada@contoso.example is missing',
  unseen: 'a sign that cannot be seen stands in the address; type it anew instead of pasting it',
  noAt: 'an address has an @, as ada@contoso.example has',
  local: 'what stands before the @ has a space or a sign that no address has there',
  dots: 'what stands before the @ begins or ends with a dot, or has two in a row',
  tooLong: `an address has at most ${longestLocal} letters before the @ and ${longestAddress} in all`,
}

/** Whether `text` is an address. */
export const isAddress = (text: string): boolean => 'address' in parseAddress(text)

/** An address that is known to be one, because it stands in code. Throws when it is none. */
export const addressOf = (text: string): Address => {
  const parsed = parseAddress(text)
  if ('problem' in parsed) throw new Error(`${text}: ${addressProblemWords(parsed.problem)}`)
  return parsed.address
}

/**
 * The same address with its local part in small letters: how somebody is called who has not told us
 * how they write it.
 */
export const inSmallLetters = (address: Address): Address => {
  const at = address.display.lastIndexOf('@')
  return {
    ...address,
    display: `${address.display.slice(0, at).toLowerCase()}${address.display.slice(at)}`,
  }
}

/** The domain of an address. */
export const domainOfKey = (key: AddressKey): Domain =>
  key.slice(key.lastIndexOf('@') + 1) as Domain
