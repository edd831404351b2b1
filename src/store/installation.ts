/**
 * What all who act for an installation are given: its store, its clock, its log, its address and
 * its key.
 */
import type { Logger } from 'pino'
import type { Clock } from '../kernel/time.ts'
import type { Database } from './database.ts'

export type Installation = {
  readonly db: Database
  readonly clock: Clock
  readonly log: Logger
  /** The address people use, without a slash at the end. */
  readonly publicUrl: string
  /** Seals secrets in the store; it is not in the store itself. */
  readonly sealKey: Buffer
  /** Providers may be at internal addresses and without https: in tests and closed networks. */
  readonly allowPrivateProviders?: boolean
}
