/**
 * The id of a role assignment on the wire: made of its parts, so that it is the same for the same
 * assignment.
 */
import { isUuid } from '../../kernel/ids.ts'

// A GUID's first three fields are stored little-endian.
const guidOrder = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15]
const bytesOf = (id: string): Buffer => {
  const plain = Buffer.from(id.replaceAll('-', ''), 'hex')
  return Buffer.from(guidOrder.map((place) => plain[place] ?? 0))
}
const idOf = (bytes: Buffer): string =>
  Buffer.from(guidOrder.map((place) => bytes[place] ?? 0))
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/**
 * base64url of role and principal in GUID layout, then `-1` for the root scope (graph contract
 * §1.7).
 */
export const roleAssignmentId = (roleId: string, principalId: string): string =>
  `${Buffer.concat([bytesOf(roleId), bytesOf(principalId)]).toString('base64url')}-1`

/** The parts of such an id; undefined when it is none. */
export const readRoleAssignmentId = (
  text: string,
): { roleId: string; principalId: string } | undefined => {
  const encoded = /^([A-Za-z0-9_-]{43})-1$/.exec(text)?.[1]
  const bytes = encoded === undefined ? undefined : Buffer.from(encoded, 'base64url')
  if (bytes?.length !== 32) return undefined
  const parts = { roleId: idOf(bytes.subarray(0, 16)), principalId: idOf(bytes.subarray(16)) }
  return isUuid(parts.roleId) && isUuid(parts.principalId) ? parts : undefined
}
