/** What https is served with: a certificate and its key, and newer ones once their files change. */
import { readFile, stat } from 'node:fs/promises'
import type { Server } from 'node:https'
import { createSecureContext } from 'node:tls'
import { ConfigError, type TlsFiles } from '../kernel/config.ts'
import { minuteMs } from '../kernel/time.ts'

/** As PEM. */
export type Identity = { readonly cert: string; readonly key: string }

export type Tls = {
  readonly first: Identity
  /** Gives the server newer ones as they come; what it returns ends that. */
  readonly follow: (server: Server) => () => void
}

const read = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new ConfigError(
      `${path} cannot be read (${(error as NodeJS.ErrnoException).code}). See that it is there and that this user may read it.`,
      { cause: error },
    )
  }
}

const readIdentity = async ({ certificate, key }: TlsFiles): Promise<Identity> => {
  const [cert, secret] = await Promise.all([read(certificate), read(key)])
  try {
    createSecureContext({ cert, key: secret })
  } catch (error) {
    throw new ConfigError(
      `${certificate} and ${key} are no certificate with its key (${(error as Error).message}). Both have to be PEM, and the key without a passphrase.`,
      { cause: error },
    )
  }
  return { cert, key: secret }
}

const changedAt = async ({ certificate, key }: TlsFiles): Promise<number> =>
  Math.max(...(await Promise.all([stat(certificate), stat(key)])).map(({ mtimeMs }) => mtimeMs))

/**
 * What stands in these files, looked at again every minute: certificates are renewed while nobody
 * starts anything anew. One that cannot be used is told, and the one before goes on. Throws
 * `ConfigError`.
 */
export const tlsFrom = async (
  files: TlsFiles,
  failed: (error: unknown) => void,
  everyMs = minuteMs,
): Promise<Tls> => {
  const seen = { at: await changedAt(files).catch(() => 0) }
  const first = await readIdentity(files)
  const look = async (server: Server): Promise<void> => {
    const at = await changedAt(files)
    if (at === seen.at) return
    server.setSecureContext(await readIdentity(files))
    seen.at = at
  }
  return {
    first,
    follow: (server) => {
      const timer = setInterval(() => void look(server).catch(failed), everyMs)
      timer.unref()
      return () => clearInterval(timer)
    },
  }
}

/** One that does not change. */
export const tlsOf = (first: Identity): Tls => ({ first, follow: () => () => {} })
