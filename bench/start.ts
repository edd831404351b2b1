/**
 * npm run bench:start: how long the product takes to be ready on its embedded PostgreSQL, the first
 * time and the next, and what both hold in memory then. Memory is the proportional share of each
 * process (smaps_rollup, Pss), so that pages that they share are counted once.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { processor } from './bare.ts'

const rounds = 5
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

const startOnce = async (
  folder: string,
): Promise<{ readyMs: number; productMiB: number; postgresMiB: number }> => {
  const { DATABASE_URL: _, ...inherited } = process.env
  const env = { ...inherited, GUESTHOUSE_DATA: folder, PORT: '0', LOG_LEVEL: 'silent' }
  const begun = performance.now()
  const child = spawn(process.execPath, ['bin/guesthouse.js', 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve) =>
    child.stdout.on('data', (text: Buffer) => text.includes('ready at') && resolve()),
  )
  const readyMs = performance.now() - begun
  await pause(settleMs)
  const server = Number(
    readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0],
  )
  const productMiB = pssMiB(child.pid ?? 0)
  const postgresMiB = [server, ...childrenOf(server)].reduce((sum, pid) => sum + pssMiB(pid), 0)
  const ended = new Promise((resolve) => child.on('close', resolve))
  child.kill('SIGTERM')
  await ended
  return { readyMs, productMiB, postgresMiB }
}

const median = (values: readonly number[]): string =>
  (values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0).toFixed(0)

const [first, next]: [
  Awaited<ReturnType<typeof startOnce>>[],
  Awaited<ReturnType<typeof startOnce>>[],
] = [[], []]
for (let round = 0; round < rounds; round++) {
  const folder = join(mkdtempSync(join(tmpdir(), 'guesthouse-start-')), 'data')
  first.push(await startOnce(folder))
  next.push(await startOnce(folder))
  rmSync(join(folder, '..'), { recursive: true, force: true })
}
console.log(`${processor()}, Node ${process.version}, medians of ${rounds}\n`)
console.log('| start | ready, ms | product, MiB | PostgreSQL, MiB |\n| --- | ---: | ---: | ---: |')
for (const [name, runs] of [
  ['first, on an empty folder', first],
  ['next', next],
] as const)
  console.log(
    `| ${name} | ${median(runs.map(({ readyMs }) => readyMs))} | ${median(runs.map(({ productMiB }) => productMiB))} | ${median(runs.map(({ postgresMiB }) => postgresMiB))} |`,
  )
