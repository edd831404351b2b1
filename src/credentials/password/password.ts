/**
 * Password hashes: argon2id from node:crypto, in the PHC string format, so that each hash says how
 * it was made. They are computed on a few threads of their own: each takes memory and time, and a
 * flood of sign-ins must take neither from others.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { takeTurn, type Turn } from './threads.ts'

/**
 * OWASP's recommendation for argon2id: 19 MiB, two passes, one lane. About 25 ms on a present core.
 */
const current = { memory: 19_456, passes: 2, parallelism: 1 }
const saltBytes = 16
const tagBytes = 32

type Parameters = typeof current

const tagOf = async (
  turn: Turn | undefined,
  password: string,
  nonce: Buffer,
  parameters: Parameters,
): Promise<Buffer> => {
  // NFKC, so that the same passphrase typed on another keyboard is the same bytes.
  const message = Buffer.from(password.normalize('NFKC'))
  const own = turn ?? takeTurn('known')
  try {
    return await own.hash({ message, nonce, tagLength: tagBytes, ...parameters })
  } finally {
    if (turn === undefined) own.leave()
  }
}

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

/**
 * The hash of a password, with a salt of its own. Without a `turn` it takes one of its own; throws
 * `Overloaded` when there is none.
 */
export const hashPassword = async (password: string, turn?: Turn): Promise<string> => {
  const salt = randomBytes(saltBytes)
  const tag = await tagOf(turn, password, salt, current)
  return `$argon2id$v=19$m=${current.memory},t=${current.passes},p=${current.parallelism}$${unpadded(salt)}$${unpadded(tag)}`
}

const phcPattern = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/**
 * Whether `password` has this hash. Without a hash (an account that does not exist, or has no
 * password) the same work is done and the answer is no, so that the time taken tells nothing.
 * `outdated` says that a new hash should be stored. Throws `Overloaded` when it has to take a turn
 * of its own and there is none.
 */
export const verifyPassword = async (
  password: string,
  hash: string | undefined,
  turn?: Turn,
): Promise<{ right: boolean; outdated: boolean }> => {
  const match = phcPattern.exec(hash ?? '')
  if (match === null) {
    await tagOf(turn, password, randomBytes(saltBytes), current)
    return { right: false, outdated: false }
  }
  const [, m, t, p, salt = '', tag = ''] = match
  const parameters = { memory: Number(m), passes: Number(t), parallelism: Number(p) }
  const expected = Buffer.from(tag, 'base64')
  const found = await tagOf(turn, password, Buffer.from(salt, 'base64'), parameters)
  const right = expected.length === found.length && timingSafeEqual(expected, found)
  return {
    right,
    outdated: parameters.memory < current.memory || parameters.passes < current.passes,
  }
}
