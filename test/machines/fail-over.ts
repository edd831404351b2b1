/**
 * A primary with a synchronous replica, and somebody between who leads connections to one of them:
 * the primary's machine is gone, with its connections cut or silent, the replica is promoted, and
 * new connections lead there (F1). Needs PostgreSQL's own programs on the machine.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
} from 'node:fs'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { asOwner, ownerFor, type Owner } from '../../src/store/embedded/owner.ts'
import { installed } from '../postgres.ts'

const runFile = promisify(execFile)

/** Whether there are the programs that it takes. */
export const canFailOver = (): boolean =>
  existsSync(join(installed()?.folder ?? '/none', 'bin', 'pg_basebackup'))

type Site = { readonly bin: string; readonly root: string; readonly owner: Owner | undefined }

const startAt = async ({ bin, root, owner }: Site, name: string): Promise<ChildProcess> => {
  const socket = join(root, `${name}-socket`)
  mkdirSync(socket)
  if (owner !== undefined) chownSync(socket, owner.uid, owner.gid)
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', join(root, name), '-c', 'listen_addresses=', '-c', `unix_socket_directories=${socket}`],
    {
      ...asOwner(owner),
      cwd: root,
      stdio: 'ignore',
    },
  )
  for (let tries = 0; tries < 300; tries++) {
    const ready = await runFile(join(bin, 'pg_isready'), ['-h', socket]).then(
      () => true,
      () => false,
    )
    if (ready) return server
    await pause(100)
  }
  throw new Error(`The ${name} did not start.`)
}

const makePair = async (site: Site): Promise<{ primary: ChildProcess; replica: ChildProcess }> => {
  const { bin, root, owner } = site
  const as = { ...asOwner(owner), cwd: root }
  await runFile(
    join(bin, 'initdb'),
    [
      '-D',
      join(root, 'primary'),
      '-U',
      'guesthouse',
      '--auth',
      'trust',
      '--no-sync',
      '-E',
      'UTF8',
      '--locale',
      'C.UTF-8',
    ],
    as,
  )
  appendFileSync(
    join(root, 'primary', 'postgresql.conf'),
    "\nsynchronous_commit = 'off'\nmax_connections = 60\n",
  )
  const primary = await startAt(site, 'primary')
  const socket = join(root, 'primary-socket')
  await runFile(
    join(bin, 'pg_basebackup'),
    [
      '-h',
      socket,
      '-U',
      'guesthouse',
      '-D',
      join(root, 'replica'),
      '-R',
      '-X',
      'stream',
      '-c',
      'fast',
    ],
    as,
  )
  const replica = await startAt(site, 'replica')
  const ask = (text: string) =>
    runFile(join(bin, 'psql'), ['-h', socket, '-U', 'guesthouse', '-d', 'postgres', '-c', text])
  await ask("alter system set synchronous_standby_names = '*'")
  await ask('alter system set synchronous_commit = on')
  await ask('select pg_reload_conf()')
  return { primary, replica }
}

/** Leads who connects to `target`, and can drop or silence those who are connected. */
const lead = async (first: string) => {
  const open = new Set<Socket>()
  const state = { target: first }
  const server = createServer((client) => {
    const there = connect(state.target)
    for (const [one, other] of [
      [client, there],
      [there, client],
    ] as const) {
      open.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy()).on('close', () => open.delete(one))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    to: (target: string) => (state.target = target),
    silence: () => {
      for (const one of open) one.unpipe().pause()
    },
    cut: () => {
      for (const one of open) one.destroy()
    },
    close: () => {
      server.close()
      for (const one of open) one.destroy()
    },
  }
}

export type Pair = {
  /** The address that always leads to who is the primary. */
  readonly url: string
  /**
   * The primary's machine is gone: its connections are cut, or say nothing more; the replica is
   * promoted and led to.
   */
  readonly failOver: (how: 'cut' | 'silent') => Promise<void>
}

/** Runs `work` with a pair of servers. */
export const withPair = async <T>(work: (pair: Pair) => Promise<T>): Promise<T> => {
  const root = mkdtempSync(join(tmpdir(), 'guesthouse-pair-'))
  chmodSync(root, 0o755)
  const owner = ownerFor(join(root, 'none'))
  if (owner !== undefined) chownSync(root, owner.uid, owner.gid)
  const site: Site = { bin: join(installed()?.folder ?? '', 'bin'), root, owner }
  const { primary, replica } = await makePair(site)
  const led = await lead(join(root, 'primary-socket', '.s.PGSQL.5432'))
  const failOver = async (how: 'cut' | 'silent'): Promise<void> => {
    if (how === 'cut') led.cut()
    else led.silence()
    primary.kill('SIGKILL')
    await runFile(join(site.bin, 'pg_ctl'), ['promote', '-w', '-D', join(root, 'replica')], {
      ...asOwner(owner),
      cwd: root,
    })
    led.to(join(root, 'replica-socket', '.s.PGSQL.5432'))
  }
  try {
    return await work({ url: `postgres://guesthouse@127.0.0.1:${led.port}/postgres`, failOver })
  } finally {
    led.close()
    for (const server of [primary, replica]) server.kill('SIGQUIT')
    await pause(500)
    if (statSync(root).isDirectory()) rmSync(root, { recursive: true, force: true })
  }
}
