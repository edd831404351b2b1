/**
 * Which addresses that a tenant sets may be called from here: public ones over https. Whoever names
 * one must not reach what stands behind our own door.
 */
import { BlockList, isIP } from 'node:net'

const notPublic = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // A public number that is a machine of Azure's own inside of each network there.
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  notPublic.addSubnet(network, bits, 'ipv4')

// Of the newer addresses one eighth is public, with holes: tunnels that lead to older addresses,
// and documentation.
const publicEighth = new BlockList()
publicEighth.addSubnet('2000::', 3, 'ipv6')
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  notPublic.addSubnet(network, bits, 'ipv6')

/**
 * Whether this address, in text, is one that anybody on the internet could reach. False for what is
 * no address.
 */
export const isPublicAddress = (address: string): boolean => {
  const version = isIP(address)
  if (version === 4) return !notPublic.check(address, 'ipv4')
  return version === 6 && publicEighth.check(address, 'ipv6') && !notPublic.check(address, 'ipv6')
}

/** The host of an address, without the brackets of the newer ones. */
export const hostOf = ({ hostname }: URL): string => hostname.replaceAll(/^\[|\]$/g, '')

const namesWithin = /(^|\.)(localhost|internal|local)\.?$/

/**
 * Why an address cannot be called; undefined when it can. `notAnAddress`: it is no plain https
 * address (or http, where `allowPrivate`), or has a fragment, a name or a password. `private`: it
 * is one of an internal network. What a name stands for is judged when it is called.
 */
export const outboundProblem = (
  address: string,
  allowPrivate: boolean,
): 'notAnAddress' | 'private' | undefined => {
  const url = URL.parse(address)
  if (url === null || url.username !== '' || url.password !== '' || /[\s\p{Cc}#]/u.test(address))
    return 'notAnAddress'
  if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:'))
    return 'notAnAddress'
  return allowPrivate || isPublicHost(hostOf(url)) ? undefined : 'private'
}

const isPublicHost = (host: string): boolean =>
  isIP(host) === 0 ? host.includes('.') && !namesWithin.test(host) : isPublicAddress(host)
