/** What the types of the client let nobody read. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compiled, root } from '../../test/code/compiled.ts'

test('decision 25: a property that was not asked for cannot be read: it does not compile', (t) => {
  const head = `import type { GraphClient } from '${root}/src/client/graph.ts'
    export const read = async (graph: GraphClient) =>`
  const first = `(await graph.users.list()).value[0]`
  assert.equal(compiled(t, `${head} ${first}?.accountEnabled`), '')
  assert.match(compiled(t, `${head} ${first}?.otherMails`), /error TS2339: Property 'otherMails'/)
  assert.match(
    compiled(
      t,
      `${head} (await graph.users.create({ displayName: '', userPrincipalName: '' })).userType`,
    ),
    /error TS2339: Property 'userType'/,
  )
})
