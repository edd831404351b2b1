/** What keys are used for: for each purpose another key that is made of them. */
import { createHmac } from 'node:crypto'

export const derived = (key: Buffer, what: string): Buffer =>
  createHmac('sha256', key).update(`guesthouse backup: ${what}`).digest()

/** By which a key is recognised, and from which nothing of it can be told. */
export const markOf = (key: Buffer): string =>
  derived(key, 'mark').toString('base64url').slice(0, 8)

/** The key of a row that belongs to all of whom these are the secrets. */
export const rowKey = (secrets: readonly Buffer[]): Buffer => derived(Buffer.concat(secrets), 'row')
