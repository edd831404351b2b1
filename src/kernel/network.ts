/** Whose an address is, as far as an address tells: what one stranger has at hand counts as one. */
import { isIP } from 'node:net'

/** How many groups of an IPv6 address name the network: a household has a /64 at least, with more addresses than can be counted. */
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
  return after === undefined ? head : [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail]
}

/**
 * The network that an address counts for: an IPv4 address itself, however it is written, and of an IPv6 address the first 64 bits. What is no
 * address counts for itself.
 */
export const networkOf = (address: string): string => {
  const plain = bare(address)
  if (isIP(plain) !== 6) return plain.slice(0, 64)
  const groups = groupsOf(plain)
  const isMapped = groups.slice(0, 5).every((group) => group === '0') && groups[5] === 'ffff'
  if (!isMapped) return `${groups.slice(0, networkGroups).join(':')}::/64`
  const [high = 0, low = 0] = groups.slice(6).map((group) => Number.parseInt(group, 16))
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
