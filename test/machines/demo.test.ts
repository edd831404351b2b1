/** The command `demo` as a process: where it says to begin, and the first leave from there. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { browserOf } from '../in-process-browser.ts'

/** Starts it on a free port; resolves with where to begin, as soon as it says so. */
const start = (folder: string, ...more: readonly string[]) => {
  const { DATABASE_URL: _, ...inherited } = process.env
  const child = spawn(process.execPath, ['bin/guesthouse.js', 'demo', ...more], {
    env: { ...inherited, GUESTHOUSE_DATA: folder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const begins = new Promise<string>((resolve, reject) => {
    const hear = (text: Buffer): void => {
      said += text.toString()
      const address = /Begin at (http\S+)[\s\S]*Stop with/.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('close', () => reject(new Error(said)))
  })
  return { child, ended, begins, said: () => said }
}

test('issue 11: the command demo says where to begin, and Ada leaves Fabrikam from there in three clicks', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'guesthouse-demo-'))
  const { child, ended, begins } = start(folder)
  t.after(async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  })
  const first = new URL(await begins)
  const app = { request: (url: string, init?: RequestInit) => fetch(url, init) }
  const browser = browserOf({ app, publicUrl: first.origin })
  assert.match((await browser.open(first)).page ?? '', /Sign in as Ada/)
  // One click, and she is in front of her organizations.
  const { page = '' } = await browser.post('/demo/sign-in', { player: 'ada' })
  const [, leave = ''] = /href="(\/leave\/[^"]+)">Leave organization <b>Fabrikam/.exec(page) ?? []
  const question = (await browser.open(leave)).page ?? ''
  assert.match(question, /Leave Fabrikam\?/)
  const [, id = ''] = /name="o" value="([^"]+)"/.exec(question) ?? []
  const left = await browser.post('/leave', { o: id })
  assert.match(left.page ?? '', /You have left Fabrikam/)
})

test('issue 12, 13: the command demo serves https for whoever trusts the authority that it names, and for nobody longer than it runs', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'guesthouse-demo-'))
  const { child, ended, begins, said } = start(folder, '--https')
  t.after(async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  })
  const first = await begins
  assert.match(first, /^https:\/\/localhost:\d+\/demo$/)
  const [, file = ''] = /have to trust (\S+),/.exec(said()) ?? []
  const ca = readFileSync(file, 'utf8')
  const [page] = (await once(get(first, { ca }), 'response')) as [IncomingMessage]
  page.resume()
  assert.equal(page.statusCode, 200)
  // Other programs of this machine are reached without https, and go on to be.
  assert.equal(page.headers['strict-transport-security'], undefined)
  await assert.rejects(fetch(first))
  child.kill('SIGTERM')
  await ended
  assert.ok(!existsSync(file))
})
