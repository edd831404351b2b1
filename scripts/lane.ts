/**
 * Runs files of tests in this process, one after another, as `node --test --test-isolation=none`
 * does, but for one thing. Node's test runner follows every promise, to know of which test a
 * failure is that nobody waits for; that is a fifth of what our tests cost the processor. Here such
 * a failure is of the whole run, which it ends.
 */
import asyncHooks from 'node:async_hooks'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const { createHook } = asyncHooks
// Before anybody imports the test runner, which keeps the function as it finds it.
Object.assign(asyncHooks, {
  createHook: (callbacks: asyncHooks.HookCallbacks) =>
    createHook({ ...callbacks, trackPromises: false } as asyncHooks.HookCallbacks),
})

const end = (error: unknown): never => {
  console.error('✖ nobody waited for this failure, which ends the run:', error)
  process.exit(1)
}
process.on('uncaughtException', end).on('unhandledRejection', end)

const { before } = await import('node:test')
const { promise: loaded, resolve: begin } = Promise.withResolvers<void>()
// No test begins while files are loaded, which keeps the process busy for seconds.
before(() => loaded)
for (const file of process.argv.slice(2)) await import(pathToFileURL(resolve(file)).href)
begin()
