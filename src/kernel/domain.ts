/**
 * Names of domains: however one is spelled, it is kept and compared in the letters of DNS (IDNA,
 * UTS 46).
 */
import { bytesOf, fold, hasUnseen } from './text.ts'

declare const brand: unique symbol
/** A domain in the letters of DNS: small, with punycode for all others. */
export type Domain = string & { readonly [brand]: 'domain' }

export type DomainProblem = 'empty' | 'unseen' | 'underscore' | 'number' | 'form' | 'tooLong'

/** How long the name of a domain may be. */
export const longestDomain = 253
const longestLabel = 63

/** What is wrong with a domain, to stand after "the domain" or the name of its field. */
export const domainProblemWords: Readonly<Record<DomainProblem, string>> = {
  empty: 'is missing',
  unseen: 'holds a sign that cannot be seen; type it anew',
  underscore: 'has an underscore, which no domain of a mailbox has',
  number: 'is a number of the network; a name such as contoso.example is needed',
  form: 'is not written as a domain is, such as contoso.example',
  tooLong: `is too long: ${longestLabel} letters between two dots, ${longestDomain} in all`,
}

const typedProblem = (given: string): DomainProblem | undefined => {
  if (given === '') return 'empty'
  if (hasUnseen(given)) return 'unseen'
  if (given.includes('_')) return 'underscore'
  if (/^\[|^[\d.]+$|:/.test(given)) return 'number'
  // All ASCII but letters, digits, dot and hyphen would mean something else to who reads an address
  // of the web.
  return /[^\P{ASCII}A-Za-z0-9.-]/u.test(given) ? 'form' : undefined
}

/** A domain in the letters of DNS, or what is wrong with it. */
export const parseDomain = (
  text: string,
): { readonly domain: Domain } | { readonly problem: DomainProblem } => {
  const given = text.trim()
  const problem = typedProblem(given)
  if (problem !== undefined) return { problem }
  const domain = toAscii(given)
  if (domain === undefined) return { problem: 'form' }
  if (/^[\d.]+$/.test(domain)) return { problem: 'number' }
  const labels = domain.split('.')
  if (labels.some((label) => label.length > longestLabel) || bytesOf(domain) > longestDomain)
    return { problem: 'tooLong' }
  return areLabels(labels) ? { domain: domain as Domain } : { problem: 'form' }
}

/**
 * The key of a domain, for any text: what is none as it was typed may be one once it is folded, and
 * what is none then is kept folded.
 */
export const domainKey = (typed: string): string => {
  for (const text of [typed, fold(typed)]) {
    const parsed = parseDomain(text)
    if ('domain' in parsed) return parsed.domain
  }
  return fold(typed)
}

const areLabels = (labels: readonly string[]): boolean =>
  labels.length > 1 &&
  labels.every(
    (label) => /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(label) && isOneSpelling(label),
  ) &&
  /[a-z]/.test(labels.at(-1) ?? '')

/** Whether `text` can be the name of a domain, in whatever spelling. */
export const isDomain = (text: string): boolean => 'domain' in parseDomain(text)

const toAscii = (text: string): string | undefined => {
  try {
    return new URL(`http://${text.normalize('NFC')}`).hostname
  } catch {
    return undefined
  }
}

// Who reads addresses of the web takes a label in punycode as it comes. One that stands for no
// letters, or for letters that are written otherwise, would be a second spelling.
const isOneSpelling = (label: string): boolean => {
  if (!label.startsWith('xn--')) return label.slice(2, 4) !== '--'
  const letters = fromPunycode(label.slice('xn--'.length))
  return (
    letters !== undefined &&
    !hasUnseen(letters) &&
    !/^[\p{ASCII}]*$/u.test(letters) &&
    toAscii(`${letters}.example`) === `${label}.example`
  )
}

const [base, tMin, tMax, skew, damp] = [36, 1, 26, 38, 700]

const adapted = (delta: number, points: number, isFirst: boolean): number => {
  let rest = isFirst ? Math.floor(delta / damp) : delta >> 1
  rest += Math.floor(rest / points)
  let k = 0
  for (; rest > ((base - tMin) * tMax) >> 1; k += base) rest = Math.floor(rest / (base - tMin))
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew))
}

/** The letters of a label without its xn-- (RFC 3492); undefined when it stands for none. */
const fromPunycode = (text: string): string | undefined => {
  const dash = text.lastIndexOf('-')
  const letters = Array.from(text.slice(0, Math.max(0, dash)), (sign) => sign.codePointAt(0) ?? 0)
  let [point, i, bias, at] = [128, 0, 72, dash + 1]
  while (at < text.length) {
    const before = i
    for (let [weight, k] = [1, base]; ; k += base) {
      const digit = parseInt(text[at++] ?? '', base)
      if (Number.isNaN(digit)) return undefined
      // In punycode letters come before digits.
      const value = digit < 10 ? digit + 26 : digit - 10
      i += value * weight
      const t = Math.min(tMax, Math.max(tMin, k - bias))
      if (value < t) break
      weight *= base - t
    }
    bias = adapted(i - before, letters.length + 1, before === 0)
    point += Math.floor(i / (letters.length + 1))
    i %= letters.length + 1
    if (point > 0x10_ff_ff) return undefined
    letters.splice(i++, 0, point)
  }
  return String.fromCodePoint(...letters)
}
