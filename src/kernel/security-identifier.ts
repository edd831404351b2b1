/** Object ids as security identifiers of Windows, as Entra derives them. */

const start = 'S-1-12-1-'
/** The bytes of a UUID as Windows has them: its first three parts stand backwards. */
const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15]
const swapped = (bytes: Buffer): Buffer => Buffer.from(order.map((at) => bytes[at] ?? 0))

/** `S-1-12-1-a-b-c-d`: the id in four numbers. */
export const securityIdentifierOf = (id: string): string => {
  const bytes = swapped(Buffer.from(id.replaceAll('-', ''), 'hex'))
  return start + [0, 4, 8, 12].map((at) => bytes.readUInt32LE(at)).join('-')
}

/** The id that such an identifier is of; undefined for any other text. */
export const idOfSecurityIdentifier = (text: string): string | undefined => {
  const [, ...parts] = /^S-1-12-1-(\d{1,10})-(\d{1,10})-(\d{1,10})-(\d{1,10})$/i.exec(text) ?? []
  const numbers = parts.map(Number)
  if (numbers.length === 0 || numbers.some((one) => one > 0xff_ff_ff_ff)) return undefined
  const bytes = Buffer.alloc(16)
  for (const [place, one] of numbers.entries()) bytes.writeUInt32LE(one, 4 * place)
  const hex = swapped(bytes).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
