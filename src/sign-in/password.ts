/**
 * Password hashes: argon2id from node:crypto, in the PHC string format, so that each hash says how it was made. At most a few are
 * computed at a time: each takes memory, and a flood of sign-ins must not take all of it.
 */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** OWASP's recommendation for argon2id: 19 MiB, two passes, one lane. About 25 ms on a present core. */
const current = { memory: 19_456, passes: 2, parallelism: 1 }
const saltBytes = 16
const tagBytes = 32
const concurrentHashes = 4

type Parameters = typeof current

let running = 0
const waiting: (() => void)[] = []

const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (running >= concurrentHashes) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  try {
    return await work()
  } finally {
    running--
    waiting.shift()?.()
  }
}

const tagOf = (password: string, nonce: Buffer, parameters: Parameters): Promise<Buffer> =>
  inTurn(async () => {
    // NFKC, so that the same passphrase typed on another keyboard is the same bytes.
    const message = Buffer.from(password.normalize('NFKC'))
    return Buffer.from(await derive('argon2id', { message, nonce, tagLength: tagBytes, ...parameters }))
  })

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

/** The hash of a password, with a salt of its own. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(saltBytes)
  const tag = await tagOf(password, salt, current)
  return `$argon2id$v=19$m=${current.memory},t=${current.passes},p=${current.parallelism}$${unpadded(salt)}$${unpadded(tag)}`
}

const phcPattern = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/**
 * Whether `password` has this hash. Without a hash (an account that does not exist, or has no password) the same work is done and the
 * answer is no, so that the time taken tells nothing. `outdated` says that a new hash should be stored.
 */
export const verifyPassword = async (password: string, hash: string | undefined): Promise<{ right: boolean; outdated: boolean }> => {
  const match = phcPattern.exec(hash ?? '')
  if (match === null) {
    await tagOf(password, randomBytes(saltBytes), current)
    return { right: false, outdated: false }
  }
  const [, m, t, p, salt = '', tag = ''] = match
  const parameters = { memory: Number(m), passes: Number(t), parallelism: Number(p) }
  const expected = Buffer.from(tag, 'base64')
  const found = await tagOf(password, Buffer.from(salt, 'base64'), parameters)
  const right = expected.length === found.length && timingSafeEqual(expected, found)
  return { right, outdated: parameters.memory < current.memory || parameters.passes < current.passes }
}
