/**
 * Codes of authenticator apps (RFC 6238: SHA-1, six digits, half a minute, which is what every app
 * knows) and recovery codes.
 */
import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { secondMs } from '../../kernel/time.ts'
import { product } from '../../kernel/product.ts'

const periodSeconds = 30
/** How many half minutes a phone's clock may be off, either way. */
const tolerance = 1
const secretBytes = 20
const recoveryCodeCount = 10

/** A new secret, as an app takes it typed: base32. */
export const newSecret = (): string =>
  Secret.fromHex(randomBytes(secretBytes).toString('hex')).base32

const totpOf = (secret: string, label: string): TOTP =>
  new TOTP({
    issuer: product,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: periodSeconds,
    secret: Secret.fromBase32(secret),
  })

/** The address that an app reads from the picture. */
export const setUpAddress = (secret: string, label: string): string =>
  totpOf(secret, label).toString()

/**
 * The half minute whose code this is, counted from 1970; undefined when it is none of about now.
 */
export const stepOf = (secret: string, code: string, now: Date): number | undefined => {
  if (!/^\d{6}$/.test(code)) return undefined
  const delta = totpOf(secret, '').validate({
    token: code,
    timestamp: now.getTime(),
    window: tolerance,
  })
  return delta === null ? undefined : Math.floor(now.getTime() / secondMs / periodSeconds) + delta
}

/** No letters that look like digits: people write these down. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'
const recoveryLength = 16
const groupLength = 4

/** New recovery codes, 79 random bits each, as they are shown: xxxx-xxxx-xxxx-xxxx. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: recoveryCodeCount }, () => grouped(randomText()))

const randomText = (): string => {
  let text = ''
  // Bytes beyond the last whole multiple are left out, so that each letter is as likely as the
  // next.
  const limit = 256 - (256 % alphabet.length)
  while (text.length < recoveryLength)
    for (const byte of randomBytes(recoveryLength))
      if (byte < limit && text.length < recoveryLength) text += alphabet[byte % alphabet.length]
  return text
}

const grouped = (text: string): string =>
  (text.match(new RegExp(`.{${groupLength}}`, 'g')) ?? []).join('-')

export type TypedCode = { readonly kind: 'app' | 'recovery'; readonly code: string } | undefined

/**
 * What somebody typed, without the blanks and dashes that people put in; undefined when it can be
 * neither kind of code.
 */
export const readCode = (typed: string): TypedCode => {
  const code = typed.slice(0, 64).toLowerCase().replaceAll(/[\s-]/g, '')
  if (/^\d{6}$/.test(code)) return { kind: 'app', code }
  const isRecovery =
    code.length === recoveryLength && [...code].every((letter) => alphabet.includes(letter))
  return isRecovery ? { kind: 'recovery', code } : undefined
}
