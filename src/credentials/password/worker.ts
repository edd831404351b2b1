/**
 * The thread that hashes passwords, and does nothing else. Its number is what bounds how much of
 * the machine sign-ins take.
 */
import { argon2Sync } from 'node:crypto'
import { constants, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import type { HashJob } from './threads.ts'

// On Linux this is the priority of this thread alone: who is signed in comes before who wants to
// be.
try {
  setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL)
} catch {
  // Not allowed here: then all are alike.
}

parentPort?.on('message', ({ id, ...parameters }: HashJob) => {
  parentPort?.postMessage({ id, tag: argon2Sync('argon2id', parameters) }, [])
})
