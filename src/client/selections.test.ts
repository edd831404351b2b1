/** What the client asks for is what it gets, and all that its types let anybody read. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { world } from '../../test/world.ts'
import { graphClient } from './graph.ts'

type World = Awaited<ReturnType<typeof world>>

/** The client of somebody, and the addresses that it asked. */
const clientOf = (w: World, person: World['frank']) => {
  const caller = w.as(person, w.fabrikam)
  const asked: string[] = []
  const graph = graphClient((address, { method = 'GET', headers } = {}) => {
    asked.push(decodeURIComponent(address))
    return caller.request(method, address, undefined, headers as Record<string, string>)
  })
  return { graph, asked }
}

test('decision 25: a list asks for what its page shows, and for what only a role shows with that role alone', async () => {
  const w = await world()
  const frank = clientOf(w, w.frank)
  const [first] = (await frank.graph.users.list({ inspects: true, top: 1 })).value
  assert.match(frank.asked[0] ?? '', /\$select=id,.*accountEnabled.*signInActivity/)
  assert.ok(first !== undefined && 'signInActivity' in first && 'accountEnabled' in first)
  assert.equal('otherMails' in first, false)
  const fiona = clientOf(w, w.fiona)
  const { value, next } = await fiona.graph.users.list({ top: 1 })
  assert.equal('signInActivity' in (value[0] ?? {}), false)
  assert.match(next ?? '', /%24select=id/, 'the next page has the same')
  const whole = await fiona.graph.users.read(w.frank.userId)
  assert.equal(whole.userPrincipalName, w.frank.upn, 'who is shown less is refused nothing')
  assert.ok('otherMails' in whole && !('signInActivity' in whole))
})
