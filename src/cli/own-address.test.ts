import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from '../kernel/config.ts'
import { newStore } from '../../test/store.ts'
import { addressFor, keepAddress } from './own-address.ts'
import { run } from './program.ts'

test('the command line prints the address that the server keeps in the store, and its own where it has one', async (t) => {
  const store = await newStore()
  t.after(() => store.close())
  const out: string[] = []
  const terminal = { out: (line: string) => void out.push(line), err: () => {}, interactive: false }
  const openStore = () => Promise.resolve({ ...store, close: () => Promise.resolve() })
  const command = async (env: Record<string, string>, ...argv: string[]): Promise<string> => {
    out.length = 0
    const told = {
      ...terminal,
      env,
      confirm: () => Promise.resolve(false),
      stopped: () => Promise.resolve(),
    }
    assert.equal(await run(argv, { terminal: told, openStore }), 0)
    return out.join('\n')
  }
  await command({}, 'organization', 'create', '--name', 'Home', '--domain', 'home.example')
  let serial = 0
  const linkWith = async (env: Record<string, string>): Promise<string> => {
    const upn = `n${++serial}@home.example`
    const said = await command(
      env,
      'user',
      'create',
      '--organization',
      'home.example',
      '--name',
      'N',
      '--user-principal-name',
      upn,
      '--password-link',
    )
    return /(http\S+)\/password-link\//.exec(said)?.[1] ?? said
  }
  assert.equal(await linkWith({}), 'http://localhost:7090', 'no server has been started yet')
  const serve = (env: Record<string, string>, at: string) =>
    keepAddress(store.db, readConfig(env), at)
  await serve({ PORT: '0' }, 'http://localhost:41234')
  assert.equal(await linkWith({}), 'http://localhost:41234')
  assert.equal(await linkWith({ PORT: '0' }), 'http://localhost:41234', 'port 0 says nothing')
  assert.equal(await linkWith({ PORT: '8080' }), 'http://localhost:8080')
  await serve({ GUESTHOUSE_URL: 'https://guests.example/' }, 'http://localhost:7090')
  assert.equal(await linkWith({}), 'https://guests.example')
  assert.equal(
    await linkWith({ PORT: '8080' }),
    'https://guests.example',
    'people use that one, wherever the server listens',
  )
  assert.equal(await linkWith({ GUESTHOUSE_URL: 'https://other.example' }), 'https://other.example')
  await serve({ PORT: '9000' }, 'http://localhost:9000')
  assert.equal(
    await addressFor(store.db, readConfig({})),
    'http://localhost:9000',
    'the server that was started last',
  )
})
