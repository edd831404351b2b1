/**
 * Threads of their own for password hashes, with a short line in front. Node's shared threads serve
 * everybody: hashes that strangers ask for there stop every other request (K20). Who comes from a
 * known device goes first, and whoever finds the line full is told to come back.
 */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { Overloaded } from '../../kernel/overloaded.ts'

export type HashParameters = {
  readonly message: Buffer
  readonly nonce: Buffer
  readonly tagLength: number
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
}
export type HashJob = HashParameters & { readonly id: number }

/**
 * `known`: somebody signed in, or on a device that has signed in before; or somebody who works
 * here.
 */
export type Lane = 'known' | 'stranger'

/** A place in the line, held while a password is looked at. */
export type Turn = {
  /** The hash, computed when it is this one's turn. */
  readonly hash: (parameters: HashParameters) => Promise<Buffer>
  readonly leave: () => void
}

/** One core is left for everything else, where there is more than one. */
const maxThreads = Math.max(1, Math.min(4, availableParallelism() - 1))
/** The most who are in line: about a second and a half of hashing. */
const longest: Readonly<Record<Lane, number>> = { known: 64, stranger: 32 }
/** The most strangers in line from one network, so that one of them cannot fill it. */
const mostFromOneNetwork = 8
const retryAfterSeconds = 2

type Waiting = {
  readonly parameters: HashParameters
  readonly resolve: (tag: Buffer) => void
  readonly reject: (error: unknown) => void
}
type Thread = { readonly worker: Worker; job: Waiting | undefined }

const waiting: Readonly<Record<Lane, Waiting[]>> = { known: [], stranger: [] }
const inLine: Record<Lane, number> = { known: 0, stranger: 0 }
const fromNetwork = new Map<string, number>()
const threads: Thread[] = []
let serial = 0

/**
 * A place in the line. Throws `Overloaded` when there is none, before anything was spent on who
 * asks. `network` is where a stranger comes from.
 */
export const takeTurn = (lane: Lane, network = ''): Turn => {
  const isCounted = lane === 'stranger'
  const theirs = fromNetwork.get(network) ?? 0
  if (inLine[lane] >= longest[lane] || (isCounted && theirs >= mostFromOneNetwork))
    throw new Overloaded('Signing in', retryAfterSeconds)
  inLine[lane]++
  if (isCounted) fromNetwork.set(network, theirs + 1)
  let left = false
  return {
    hash: (parameters) => enqueue(lane, parameters),
    leave: () => {
      if (left) return
      left = true
      inLine[lane]--
      if (isCounted) leaveNetwork(network)
    },
  }
}

const leaveNetwork = (network: string): void => {
  const rest = (fromNetwork.get(network) ?? 1) - 1
  if (rest > 0) fromNetwork.set(network, rest)
  else fromNetwork.delete(network)
}

const enqueue = (lane: Lane, parameters: HashParameters): Promise<Buffer> => {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  waiting[lane].push({ parameters, resolve, reject })
  goOn()
  return promise
}

const goOn = (): void => {
  const free =
    threads.find(({ job }) => job === undefined) ??
    (threads.length < maxThreads ? start() : undefined)
  const next = free === undefined ? undefined : (waiting.known.shift() ?? waiting.stranger.shift())
  if (free === undefined || next === undefined) return
  free.job = next
  // A process with a hash under way does not end; one with idle threads does.
  free.worker.ref()
  free.worker.postMessage({ id: serial++, ...next.parameters } satisfies HashJob, [])
}

const start = (): Thread => {
  const thread: Thread = {
    worker: new Worker(new URL('worker.ts', import.meta.url)),
    job: undefined,
  }
  thread.worker.unref()
  thread.worker.on('message', ({ tag }: { tag: Uint8Array }) => {
    finish(thread)?.resolve(Buffer.from(tag))
    goOn()
  })
  // A thread that fails takes its job along, and another is started for the next.
  thread.worker.on('error', (error) => {
    threads.splice(threads.indexOf(thread), 1)
    finish(thread)?.reject(error)
    goOn()
  })
  threads.push(thread)
  return thread
}

const finish = (thread: Thread): Waiting | undefined => {
  const { job } = thread
  thread.job = undefined
  thread.worker.unref()
  return job
}
