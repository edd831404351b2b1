/**
 * By what the product knows its own synthetic guest, which measures how soon who has left is
 * refused everywhere: a mark that nobody makes without the key of this installation, good for
 * moments.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { minuteMs } from '../kernel/time.ts'

/** The header that carries it. */
export const probeHeader = 'guesthouse-probe'

const goodForMs = 2 * minuteMs

const macOf = (sealKey: Buffer, at: string): Buffer =>
  createHmac('sha256', sealKey).update(`guesthouse revocation probe ${at}`).digest()

/** A mark that is good for two minutes before and after `now`. */
export const probeMark = (sealKey: Buffer, now: Date): string => {
  const at = String(now.getTime())
  return `${at}.${macOf(sealKey, at).toString('base64url')}`
}

/** Whether this text, of any origin, is a mark of this installation that is still good. */
export const isProbeMark = (sealKey: Buffer, text: string | undefined, now: Date): boolean => {
  const [at = '', mac = ''] = text?.split('.') ?? []
  if (!/^\d{1,15}$/.test(at) || Math.abs(now.getTime() - Number(at)) > goodForMs) return false
  const [given, expected] = [Buffer.from(mac, 'base64url'), macOf(sealKey, at)]
  return given.length === expected.length && timingSafeEqual(given, expected)
}
