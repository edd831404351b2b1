/**
 * Runs when a process that used the embedded store is gone without having closed it: stops the
 * server unless somebody else uses it, and removes what was to be forgotten.
 */
import { existsSync } from 'node:fs'
import { leaveFor } from './server.ts'

const [folder, end] = process.argv.slice(2)
if (folder !== undefined && existsSync(folder)) await leaveFor(folder, end === 'forget')
