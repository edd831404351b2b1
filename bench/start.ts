/**
 * npm run bench:start: what the product takes to be ready on its embedded PostgreSQL, the first
 * time and the next, as the program of the package and from the sources: time, processor time of
 * the product alone, and what both hold in memory then. Memory is the proportional share of each
 * process (smaps_rollup, Pss), so that pages that they share are counted once.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { bundleServer } from '../scripts/bundle.ts'
import { processor } from './bare.ts'

const rounds = 10
const caches = mkdtempSync(join(tmpdir(), 'guesthouse-compiled-'))
const settleMs = 3_000

const figureOf = (file: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(file, 'utf8'))?.[1] ?? 0) / 1024
const pssMiB = (pid: number): number => figureOf(`/proc/${pid}/smaps_rollup`, 'Pss')

const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((each) => {
      try {
        return Number(/\) \S+ (\d+)/.exec(readFileSync(`/proc/${each}/stat`, 'utf8'))?.[1]) === pid
      } catch {
        return false
      }
    })

/** Both ways to start: what a package starts, and what a checkout does. */
const ways = { program: 'dist/server/main.js', sources: 'src/cli/main.ts' } as const

/** The processor time of a process so far, its own and the system's for it; in hundredths. */
const processorMs = (pid: number): number => {
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const fields = rest.split(' ').map(Number)
  return ((fields[11] ?? 0) + (fields[12] ?? 0)) * 10
}

type Start = Readonly<Record<'readyMs' | 'processorMs' | 'productMiB' | 'postgresMiB', number>>

const startOnce = async (main: string, folder: string): Promise<Start> => {
  const { DATABASE_URL: _, ...inherited } = process.env
  const NODE_COMPILE_CACHE = join(caches, main)
  const own = { NODE_COMPILE_CACHE, GUESTHOUSE_DATA: folder, PORT: '0', LOG_LEVEL: 'silent' }
  const begun = performance.now()
  const child = spawn(process.execPath, [main, 'serve'], {
    env: { ...inherited, ...own },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const pid = child.pid ?? 0
  await new Promise<void>((resolve) =>
    child.stdout.on('data', (text: Buffer) => text.includes('ready at') && resolve()),
  )
  const taken = { readyMs: performance.now() - begun, processorMs: processorMs(pid) }
  await pause(settleMs)
  const server = Number(
    readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0],
  )
  const productMiB = pssMiB(pid)
  const postgresMiB = [server, ...childrenOf(server)].reduce((sum, each) => sum + pssMiB(each), 0)
  const ended = new Promise((resolve) => child.on('close', resolve))
  child.kill('SIGTERM')
  await ended
  return { ...taken, productMiB, postgresMiB }
}

const median = (values: readonly number[]): string =>
  (values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0).toFixed(0)

await bundleServer('dist/server')
const table = new Map<string, Start[]>()
const note = (name: string, start: Start): unknown =>
  table.set(name, [...(table.get(name) ?? []), start])
for (let round = 0; round <= rounds; round++)
  for (const [name, main] of Object.entries(ways)) {
    const folder = join(mkdtempSync(join(tmpdir(), 'guesthouse-start-')), 'data')
    const [first, next] = [await startOnce(main, folder), await startOnce(main, folder)]
    rmSync(join(folder, '..'), { recursive: true, force: true })
    // In the first round everything is compiled.
    if (round === 0) continue
    note(`${name}, on an empty folder`, first)
    note(`${name}, the next time`, next)
  }
rmSync(caches, { recursive: true, force: true })
console.log(`${processor()}, Node ${process.version}, medians of ${rounds}\n`)
const columns = ['readyMs', 'processorMs', 'productMiB', 'postgresMiB'] as const
console.log('| start | ready, ms | processor of the product, ms | product, MiB | PostgreSQL, MiB |')
console.log('| --- | ---: | ---: | ---: | ---: |')
for (const [name, runs] of table)
  console.log(
    `| ${[name, ...columns.map((of) => median(runs.map((one) => one[of])))].join(' | ')} |`,
  )
