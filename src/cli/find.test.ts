import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newStore } from '../../test/store.ts'
import { run } from './program.ts'

test('in an empty store a command says that this is hardly the one that was meant, in another what to look at', async (t) => {
  const store = await newStore()
  t.after(() => store.close())
  const terminal = {
    out: () => {},
    err: (line: string) => void said.push(line),
    env: {},
    interactive: false,
    confirm: () => Promise.resolve(false),
    stopped: () => Promise.resolve(),
  }
  const said: string[] = []
  const openStore = () => Promise.resolve({ ...store, close: () => Promise.resolve() })
  const command = (...argv: string[]): Promise<number> => run(argv, { terminal, openStore })
  const close = ['organization', 'close', 'nowhere.example'] as const

  assert.equal(await command(...close), 1)
  assert.match(said.join('\n'), /nor any other: this store is empty.*GUESTHOUSE_DATA/)
  await command('organization', 'create', '--name', 'Home', '--domain', 'home.example')
  said.length = 0
  assert.equal(await command(...close), 1)
  assert.match(said.join('\n'), /no organization nowhere\.example\. "guesthouse organization list"/)
})
