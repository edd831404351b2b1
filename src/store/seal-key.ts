/**
 * The key that seals secrets in the store: given by the environment, else a file beside the data
 * that only its owner can read.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from '../kernel/config.ts'
import { sealKeyBytes } from '../kernel/sealing.ts'

/**
 * The key. Makes the file at first use; of several processes that start together one makes it and
 * all read the same.
 */
export const readSealKey = ({
  key,
  dataFolder,
}: {
  key: string | undefined
  dataFolder: string
}): Buffer => {
  if (key !== undefined) return Buffer.from(key, 'base64')
  const file = join(dataFolder, 'key')
  if (!existsSync(file)) makeKey(dataFolder, file)
  const read = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  if (read.length !== sealKeyBytes)
    throw new ConfigError(
      `The key file ${file} is damaged. Put back the one from your backup, or set GUESTHOUSE_KEY.`,
    )
  return read
}

// Written whole under another name, then linked: a link is made once or not at all.
const makeKey = (folder: string, file: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${randomBytes(sealKeyBytes).toString('base64')}\n`, { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(draft)
  }
}
