/**
 * PgBouncer in transaction mode before a server of our own: connections are handed around between
 * statements (F9).
 */
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { asOwner, ownerFor } from '../../src/store/embedded/owner.ts'
import { joinServer } from '../../src/store/embedded/server.ts'

const program = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer'].find((path) => existsSync(path))

/** Which one this machine has; undefined: none. */
export const pooler = (): string | undefined =>
  program === undefined
    ? undefined
    : (execFileSync(program, ['--version']).toString().split('\n')[0] ?? 'PgBouncer')

const port = 6432

/**
 * Runs `work` with an address that leads through the pooler. `ignoresSettings`: it drops what
 * clients want to set, instead of refusing it.
 */
export const behindPooler = async <T>(
  ignoresSettings: boolean,
  work: (url: string) => Promise<T>,
): Promise<T> => {
  const root = mkdtempSync(join(tmpdir(), 'guesthouse-pooler-'))
  chmodSync(root, 0o755)
  const owner = ownerFor(join(root, 'none'))
  const server = await joinServer(join(root, 'data'), { durable: false })
  const { host, user, password, port: serverPort } = await server.ensure()
  const config = [
    '[databases]',
    `guesthouse = host=${host} port=${serverPort} dbname=guesthouse user=${user} password=${password}`,
    '[pgbouncer]',
    `unix_socket_dir = ${root}`,
    `listen_port = ${port}`,
    'listen_addr =',
    'auth_type = any',
    'pool_mode = transaction',
    'default_pool_size = 3',
    'max_client_conn = 200',
    ...(ignoresSettings
      ? [
          'ignore_startup_parameters = statement_timeout,idle_in_transaction_session_timeout,extra_float_digits',
        ]
      : []),
  ]
  const file = join(root, 'pgbouncer.ini')
  writeFileSync(file, `${config.join('\n')}\n`, { mode: 0o644 })
  if (owner !== undefined) chownSync(root, owner.uid, owner.gid)
  const child = spawn(program ?? '', ['-q', file], {
    ...asOwner(owner),
    cwd: root,
    stdio: 'ignore',
  })
  try {
    const socket = join(root, `.s.PGSQL.${port}`)
    for (let tries = 0; tries < 100 && !existsSync(socket); tries++) await pause(50)
    await new Promise((resolve, reject) =>
      connect(socket).on('connect', resolve).on('error', reject),
    )
    return await work(
      `postgres://${user}@localhost:${port}/guesthouse?host=${encodeURIComponent(root)}`,
    )
  } finally {
    child.kill('SIGKILL')
    await server.close()
    rmSync(root, { recursive: true, force: true })
  }
}
