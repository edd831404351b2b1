/** A part of a row that was sealed for those to whom it belongs. */
import { unseal } from '../../kernel/sealing.ts'
import { derived, rowKey } from './derived-keys.ts'
import type { Keys } from './keys.ts'

const secretOf = (keys: Keys, owner: string, purpose: string): Buffer | undefined => {
  if (!owner.includes(':')) return keys.keyOf(owner)
  for (const way of owner.split(',')) {
    const [userId = '', wrapped = ''] = way.split(':')
    const key = keys.keyOf(userId)
    if (key !== undefined)
      return Buffer.from(
        unseal(derived(key, 'wrap'), purpose, Buffer.from(wrapped, 'base64')),
        'base64',
      )
  }
  return undefined
}

/**
 * What was sealed; undefined when a key that it takes is destroyed or missing. Throws when a bit of
 * it was changed.
 */
export const unsealed = (
  keys: Keys,
  owners: string,
  purpose: string,
  sealed: string,
): string | undefined => {
  const secrets: Buffer[] = []
  for (const owner of owners.split(' ')) {
    const secret = secretOf(keys, owner, purpose)
    if (secret === undefined) return undefined
    secrets.push(secret)
  }
  return unseal(rowKey(secrets), purpose, Buffer.from(sealed, 'base64'))
}
