/** Whose an address is, as far as an address tells: what one stranger has at hand counts as one. */
import { isIP } from 'node:net'

/**
 * How many groups of an IPv6 address name the network: a household has a /64 at least, with more
 * addresses than can be counted.
 */
const networkGroups = 4

const bare = (address: string): string => {
  const [, inBrackets] = /^\[([^\]]+)\](?::\d+)?$/.exec(address.trim()) ?? []
  const [, withoutPort] = /^(\d{1,3}(?:\.\d{1,3}){3}):\d+$/.exec(address.trim()) ?? []
  return (inBrackets ?? withoutPort ?? address.trim()).replace(/%.*$/, '').toLowerCase()
}

const groupsOf = (address: string): string[] => {
  // The URL parser writes every spelling of an address in one way.
  const written = URL.parse(`http://[${address}]`)?.hostname.slice(1, -1) ?? ''
  const [before = '', after] = written.split('::')
  const head = before === '' ? [] : before.split(':')
  const tail = after === undefined || after === '' ? [] : after.split(':')
  return after === undefined
    ? head
    : [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail]
}

/**
 * The network that an address counts for: an IPv4 address itself, however it is written, and of an
 * IPv6 address the first 64 bits. What is no address counts for itself.
 */
export const networkOf = (address: string): string => {
  const plain = bare(address)
  if (isIP(plain) !== 6) return plain.slice(0, 64)
  const groups = groupsOf(plain)
  return mappedIn(groups) ?? `${groups.slice(0, networkGroups).join(':')}::/64`
}

// An IPv4 address that is written as an IPv6 one.
const mappedIn = (groups: readonly string[]): string | undefined => {
  if (groups[5] !== 'ffff' || groups.slice(0, 5).some((group) => group !== '0')) return undefined
  const [high = 0, low = 0] = groups.slice(6).map((group) => Number.parseInt(group, 16))
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

/**
 * An address as people read it: without port, brackets and zone, an IPv4 address never as an IPv6
 * one. Null for what is no address.
 */
export const plainAddress = (address: string): string | null => {
  const plain = bare(address)
  const version = isIP(plain)
  if (version === 0) return null
  return version === 4 ? plain : (mappedIn(groupsOf(plain)) ?? plain)
}
