/**
 * Killing in a stream of changes: rounds in which the product, PostgreSQL, or everything at once is
 * ended with SIGKILL while people get answers, and then a look whether anything that was
 * acknowledged is missing.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { roles } from '../../src/access/roles.ts'
import { exitCodes } from '../../src/cli/failure.ts'
import { createOrganization } from '../../src/directory/organizations/create.ts'
import { createMember } from '../../src/directory/users/create.ts'
import { newId } from '../../src/kernel/ids.ts'
import { openSession } from '../../src/people/open-session.ts'
import { rows } from '../../src/store/database.ts'
import { sql } from 'kysely'
import { openStore, type StoreConfig } from '../../src/store/store.ts'
import { browserOf, tokenIn } from '../in-process-browser.ts'

export type Victim = 'product' | 'postgres' | 'everything'
export type Rounds = {
  readonly rounds: number
  readonly acknowledged: number
  readonly lost: readonly string[]
  readonly serverErrors: readonly number[]
}

/** A machine that is busy with something else takes its time. */
const patienceMs = 180_000
const acknowledgedBeforeKill = 12
const acknowledgedAfterwards = 4
const streams = 4

export const settings = (dataFolder: string) => ({
  databaseUrl: undefined,
  dataFolder,
  databaseConnections: 2,
  durable: true,
})

/** An organization and the session of its administrator. */
export const seed = async (config: StoreConfig): Promise<{ tenantId: string; session: string }> => {
  const store = await openStore(config)
  const context = {
    now: new Date(),
    actor: { kind: 'operator' },
    correlationId: newId(),
    address: null,
  } as const
  const made = await createOrganization(
    store.db,
    { displayName: 'Home', domain: 'home.example' },
    context,
  )
  if (made.outcome !== 'created') throw new Error(made.outcome)
  const root = await createMember(
    store.db,
    made.tenantId,
    { displayName: 'Root', userPrincipalName: 'root@home.example' },
    context,
  )
  if (root.outcome !== 'created') throw new Error(root.outcome)
  await sql`insert into role_assignments (tenant_id, role_id, user_id, assigned_at)
    values (${made.tenantId}, ${roles.globalAdministrator.id}, ${root.userId}, ${context.now})`.execute(
    store.db,
  )
  const { token } = await openSession(
    store.db,
    root.personId,
    { address: null, userAgent: null },
    context.now,
  )
  await store.close()
  return { tenantId: made.tenantId, session: token }
}

export type Product = { readonly child: ChildProcess; readonly url: string }

/**
 * Starts the product. On a machine so busy that a server is not reached in time it is begun again,
 * as a supervisor would.
 */
export const startProduct = async (
  folder: string,
  more: Record<string, string> = {},
): Promise<Product> => {
  const { DATABASE_URL: _, ...inherited } = process.env
  const env = { ...inherited, GUESTHOUSE_DATA: folder, PORT: '0', LOG_LEVEL: 'silent', ...more }
  const until = Date.now() + patienceMs
  for (;;) {
    const child = spawn(process.execPath, ['bin/guesthouse.js', 'serve'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let out = ''
    child.stdout.on('data', (text: Buffer) => (out += text.toString()))
    for (; Date.now() < until && child.exitCode === null; await pause(20)) {
      const url = /ready at (http:\S+)/.exec(out)?.[1]
      if (url !== undefined) return { child, url }
    }
    if (child.exitCode === exitCodes.storeUnavailable && Date.now() < until) continue
    child.kill('SIGKILL')
    throw new Error(`The product did not start: ${out}`)
  }
}

/** `pid` and all that it has started, by /proc. */
const treeOf = (pid: number): number[] => {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const file = `/proc/${name}/stat`
      const parent = existsSync(file)
        ? /\) \S+ (\d+)/.exec(readFileSync(file, 'utf8'))?.[1]
        : undefined
      return parent === undefined ? [] : [[Number(name), Number(parent)] as const]
    })
  const below = (of: number): number[] => [
    of,
    ...parents.filter(([, parent]) => parent === of).flatMap(([each]) => below(each)),
  ]
  return below(pid)
}

export const serverOf = (folder: string): number =>
  Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

const kill = (victim: Victim, { child }: Product, folder: string, round: number): void => {
  const server = serverOf(folder)
  const product = child.pid ?? 0
  const victims = {
    product: [product],
    // In turn the server’s main process alone, and all of them.
    postgres: round % 2 === 0 ? [server] : treeOf(server),
    everything: [...treeOf(product), ...treeOf(server)],
  }
  for (const pid of victims[victim])
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // Gone already, with its parent.
    }
}

export type Stream = {
  readonly acknowledged: string[]
  readonly serverErrors: number[]
  longestMs: number
}

/**
 * Makes groups, four at a time, and notes each one that was answered with 201, until `enough` says
 * so or the product is gone.
 */
export const makeGroups = async (
  url: string,
  headers: Record<string, string>,
  notes: Stream,
  enough: () => boolean,
): Promise<void> => {
  const one = async (): Promise<void> => {
    for (const until = Date.now() + patienceMs; !enough() && Date.now() < until;) {
      const name = newId()
      const body = JSON.stringify({
        displayName: name,
        mailEnabled: false,
        mailNickname: name,
        securityEnabled: true,
      })
      const begun = performance.now()
      try {
        const response = await fetch(`${url}/v1.0/groups`, { method: 'POST', headers, body })
        if (response.status === 201)
          notes.acknowledged.push(((await response.json()) as { id: string }).id)
        else {
          await response.body?.cancel()
          if (response.status !== 503) notes.serverErrors.push(response.status)
          await pause(50)
        }
      } catch {
        return
      } finally {
        notes.longestMs = Math.max(notes.longestMs, performance.now() - begun)
      }
    }
  }
  await Promise.all(Array.from({ length: streams }, one))
}

export const headersAt = async (
  url: string,
  tenantId: string,
  session: string,
): Promise<Record<string, string>> => {
  const product = {
    app: {
      request: (address: string, init?: RequestInit) =>
        fetch(address, { ...init, redirect: 'manual' }),
    },
    publicUrl: url,
  }
  const browser = browserOf(product)
  browser.signIn(session)
  const token = await tokenIn(product, browser, tenantId)
  if (token === undefined) throw new Error('The administrator is not let in.')
  return { authorization: `Bearer ${token.text}`, 'content-type': 'application/json' }
}

/**
 * Kills `victim` in `rounds` rounds, fewer when `longestMs` have passed before, and returns how
 * many it were, what was acknowledged and is not there, and answers other than 201 and 503.
 */
export const killRounds = async (
  victim: Victim,
  rounds: number,
  longestMs = Infinity,
): Promise<Rounds> => {
  const folder = join(mkdtempSync(join(tmpdir(), 'guesthouse-kill-')), 'data')
  const { tenantId, session } = await seed(settings(folder))
  const notes: Stream = { acknowledged: [], serverErrors: [], longestMs: 0 }
  const until = performance.now() + longestMs
  let round = 0
  for (; round < rounds && (round === 0 || performance.now() < until); round++) {
    const product = await startProduct(folder)
    const ended = new Promise((resolve) => product.child.on('close', resolve))
    const headers = await headersAt(product.url, tenantId, session)
    const begun = notes.acknowledged.length
    let killedAt = Infinity
    const enough = (): boolean => {
      const count = notes.acknowledged.length
      if (killedAt === Infinity && count >= begun + acknowledgedBeforeKill) {
        killedAt = count
        kill(victim, product, folder, round)
      }
      return count >= killedAt + streams + acknowledgedAfterwards
    }
    await makeGroups(product.url, headers, notes, enough)
    product.child.kill('SIGTERM')
    await ended
  }
  const store = await openStore(settings(folder))
  const kept = new Set(
    (
      await rows(
        store.db,
        sql<{ id: string }>`select id from live_groups where tenant_id = ${tenantId}`,
      )
    ).map(({ id }) => id),
  )
  await store.close()
  rmSync(join(folder, '..'), { recursive: true, force: true })
  return {
    rounds: round,
    acknowledged: notes.acknowledged.length,
    lost: notes.acknowledged.filter((id) => !kept.has(id)),
    serverErrors: notes.serverErrors,
  }
}
