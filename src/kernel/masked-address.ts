/** An address as others may see it who need not write to it. */

/** Its first letter and its domain; what is no address is its first letter alone. */
export const maskedAddress = (address: string): string => {
  const [first = ''] = address
  const at = address.lastIndexOf('@')
  return `${first}…${at < 1 ? '' : address.slice(at)}`
}
