/** The name that a user signs in with, and the key under which there is one of it. */
import { domainKey, isDomain } from './domain.ts'
import { bytesOf, fold, hasUnseen, seenOf } from './text.ts'

declare const brand: unique symbol
/**
 * The one form of all spellings of a name. What is an address has the same key as a name and as an
 * address.
 */
export type NameKey = string & { readonly [brand]: 'nameKey' }

/**
 * The key of a user principal name, for any text, and of each key itself. Made here alone, never by
 * the database.
 */
export const nameKey = (name: string): NameKey => {
  const text = seenOf(name).trim()
  const at = text.lastIndexOf('@')
  return `${fold(text.slice(0, at + 1))}${domainKey(text.slice(at + 1))}` as NameKey
}

/** What stands after the @ of a name, as its key has it. */
export const domainOfName = (name: string): string => {
  const key = nameKey(name)
  return key.slice(key.lastIndexOf('@') + 1)
}

/** What keys of names begin with that begin with this text. */
export const nameStart = (text: string): string => (text.includes('@') ? nameKey(text) : fold(text))

/**
 * What keys of names end with that end in this text: a whole domain, or what stands behind a dot of
 * one, in the letters of DNS.
 */
export const nameEnd = (text: string): string => {
  if (text.includes('@')) return nameKey(text)
  const [, before = '', domain = ''] = /^(\.?)(.*)$/su.exec(text) ?? []
  return `${before}${domainKey(domain)}`
}

// Far above what people use, and below what an index of the store can hold.
const longestName = 1_024

/**
 * Whether `text` can be a name to sign in with: visible, of the form name@domain, at a domain that
 * IDNA can write.
 */
export const isPrincipalName = (text: string): boolean => {
  const at = text.lastIndexOf('@')
  const form = /^[^\s@<>"()[\]:;,\\]+$/u
  return (
    at > 0 &&
    !hasUnseen(text) &&
    bytesOf(text) <= longestName &&
    form.test(text.slice(0, at)) &&
    !/\s/u.test(text) &&
    isDomain(text.slice(at + 1))
  )
}

/** What a name to sign in with looks like, to stand after a colon. */
export const principalNameWords =
  'a user principal name looks like ada@contoso.example, and every sign of it can be seen'
