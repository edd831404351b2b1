/** Which addresses of the network a provider may be at: the public ones. Whoever names a provider must not reach what stands behind our own door. */
import { BlockList, isIP } from 'node:net'

const notPublic = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
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

// Of the newer addresses one eighth is public, with holes: tunnels that lead to older addresses, and documentation.
const publicEighth = new BlockList()
publicEighth.addSubnet('2000::', 3, 'ipv6')
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  notPublic.addSubnet(network, bits, 'ipv6')

/** Whether this address, in text, is one that anybody on the internet could reach. False for what is no address. */
export const isPublicAddress = (address: string): boolean => {
  const version = isIP(address)
  if (version === 4) return !notPublic.check(address, 'ipv4')
  return version === 6 && publicEighth.check(address, 'ipv6') && !notPublic.check(address, 'ipv6')
}

/** Why an issuer cannot be used; undefined when it can. `private`: the name is an address of an internal network. */
export const issuerProblem = (issuer: string, allowPrivate: boolean): 'notAnIssuer' | 'private' | undefined => {
  if (issuer.length > 400 || !URL.canParse(issuer)) return 'notAnIssuer'
  const { protocol, hostname, username, password, search, hash } = new URL(issuer)
  const plain = username === '' && password === '' && search === '' && hash === '' && !/[\s?#]/.test(issuer)
  if (!plain || (protocol !== 'https:' && !(allowPrivate && protocol === 'http:'))) return 'notAnIssuer'
  const host = hostname.replaceAll(/^\[|\]$/g, '')
  return !allowPrivate &&
    (isIP(host) === 0 ? !host.includes('.') || /(^|\.)(localhost|internal|local)\.?$/.test(host) : !isPublicAddress(host))
    ? 'private'
    : undefined
}
