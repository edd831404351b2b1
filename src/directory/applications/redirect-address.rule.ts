/**
 * Which addresses an application may be sent back to. Wherever one leads, a code goes, so it must
 * be an address of that application alone.
 */
import { redirectKinds } from '../../wire/graph/applications/service-principal.ts'

export type RedirectKind = (typeof redirectKinds)[number]
export type Redirect = { readonly kind: RedirectKind; readonly uri: string }
export type RedirectProblem = 'notAnAddress' | 'fragment' | 'needsHttps' | 'scheme'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

const isWrittenPlainly = (uri: string, { username, password }: URL): boolean =>
  !/[\s\p{Cc}*]/u.test(uri) && username === '' && password === ''

/** What is wrong with an address for a kind of application; undefined when nothing is. */
export const redirectProblem = ({ kind, uri }: Redirect): RedirectProblem | undefined => {
  const url = URL.parse(uri)
  if (url === null || !isWrittenPlainly(uri, url)) return 'notAnAddress'
  if (uri.includes('#')) return 'fragment'
  const isHere = loopback.has(url.hostname)
  if (url.protocol === 'https:') return kind === 'native' && isHere ? 'needsHttps' : undefined
  if (url.protocol === 'http:') return isHere ? undefined : 'needsHttps'
  return isOwnScheme(kind, url) ? undefined : 'scheme'
}

// A scheme of one's own is the reverse of a domain one owns, so that no two programs claim the same
// (RFC 8252).
const isOwnScheme = (kind: RedirectKind, { protocol }: URL): boolean =>
  kind === 'native' && /^[a-z][a-z0-9+-]*(\.[a-z0-9+-]+)+:$/.test(protocol)

/** An address that is wrong, and why. */
export type BadRedirect = Redirect & { readonly problem: RedirectProblem }

/** The first problem of a whole list. */
export const redirectsProblem = (redirects: readonly Redirect[]): BadRedirect | undefined => {
  for (const one of redirects) {
    const problem = redirectProblem(one)
    if (problem !== undefined) return { ...one, problem }
  }
  return undefined
}

// Programs on a device listen on whatever port is free (RFC 8252, 7.3).
const withoutPort = (uri: string): string => {
  const url = URL.parse(uri)
  if (url === null || url.protocol !== 'http:' || !loopback.has(url.hostname)) return uri
  url.port = ''
  return url.href
}

/** Whether an address is one of these, on whatever port where a program on a device listens. */
export const isAmong = (addresses: readonly string[], uri: string): boolean =>
  addresses.includes(uri) || addresses.some((one) => withoutPort(one) === withoutPort(uri))

/**
 * The kind of the address that somebody was sent back to: what it can keep secret decides how the
 * application proves itself there. An address that is not known counts as that of a server, of
 * which most is asked.
 */
export const kindOfAddress = (
  redirects: readonly { kind: string; uri: string }[],
  uri: string,
): RedirectKind => {
  const signIn = redirects.filter((one): one is Redirect =>
    (redirectKinds as readonly string[]).includes(one.kind),
  )
  const found =
    signIn.find((one) => one.uri === uri) ??
    signIn.find((one) => withoutPort(one.uri) === withoutPort(uri))
  return found?.kind ?? 'web'
}
