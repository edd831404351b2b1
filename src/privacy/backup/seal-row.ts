/**
 * A part of a row, sealed for those to whom it belongs, so that the destruction of any one key
 * hides it. Where one of several people is enough, as of all who are the same person, it is hidden
 * when the last of their keys is destroyed.
 */
import { randomBytes } from 'node:crypto'
import { seal, sealKeyBytes } from '../../kernel/sealing.ts'
import { derived, rowKey } from './derived-keys.ts'
import type { Keys } from './keys.ts'

/** One user, or several any of whom is enough. */
export type Owner = string | readonly string[]

/**
 * The owners that the store tells, each once and in one order. Who stands for a person alone needs
 * no second way in.
 */
export const ownersIn = (json: string | null): Owner[] => {
  const all = (JSON.parse(json ?? '[]') as (string | readonly string[] | null)[])
    .filter((owner) => owner !== null)
    .map((owner) => (typeof owner === 'string' || owner.length > 1 ? owner : (owner[0] ?? '')))
  return [...new Map(all.map((owner) => [String(owner), owner])).values()]
}

type Sealed = readonly [owners: string, sealed: string]

const wrapFor = (key: Buffer, purpose: string, secret: Buffer): string =>
  seal(derived(key, 'wrap'), purpose, secret.toString('base64')).toString('base64')

/** Any one of `userIds` opens the secret; none of them when nobody has a key. */
const wrapped = (
  { keyOf }: Keys,
  userIds: readonly string[],
  purpose: string,
): readonly [written: string, secret: Buffer] | undefined => {
  const secret = randomBytes(sealKeyBytes)
  const ways = userIds.flatMap((userId) => {
    const key = keyOf(userId)
    return key === undefined ? [] : [`${userId}:${wrapFor(key, purpose, secret)}`]
  })
  return ways.length === 0 ? undefined : [ways.join(','), secret]
}

/**
 * The owners and the sealed text, as they stand in a line; undefined where a key is destroyed, so
 * that nobody may read it. `purpose`: which table of which backup.
 */
export const sealFor = (
  keys: Keys,
  owners: readonly Owner[],
  purpose: string,
  plain: string,
): Sealed | undefined => {
  const [written, secrets]: [string[], Buffer[]] = [[], []]
  for (const owner of owners) {
    const one =
      typeof owner === 'string'
        ? ([owner, keys.keyOf(owner)] as const)
        : wrapped(keys, owner, purpose)
    if (one?.[1] === undefined) return undefined
    written.push(one[0])
    secrets.push(one[1])
  }
  return [written.join(' '), seal(rowKey(secrets), purpose, plain).toString('base64')]
}
