/** A problem's code is one that somebody gives. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compiled, root } from '../../test/code/compiled.ts'
import { Problem, request } from './problem.ts'

test('a code that no refusal has cannot be asked for: it does not compile', (t) => {
  const head = `import type { DetailCode, Problem } from '${root}/src/client/problem.ts'
    export const isIt = ({ code }: Problem | { readonly code: DetailCode }) =>`
  for (const code of ['softDeletedUserExists', 'ObjectConflict', 'network'])
    assert.equal(compiled(t, `${head} code === '${code}'`), '', code)
  assert.match(compiled(t, `${head} code === 'softDeletedUserExist'`), /error TS2367/)
})

const codeOf = async (answer: Response): Promise<string> => {
  const refused = await request(() => Promise.resolve(answer), 'GET', '/').catch(
    (error: unknown) => error,
  )
  assert.ok(refused instanceof Problem)
  return refused.code
}

const refusal = (error: unknown): Response => Response.json({ error }, { status: 409 })

test('the code of a problem is ours where the answer has one, that of Graph otherwise', async () => {
  assert.equal(await codeOf(refusal({ code: 'Forbidden', message: 'No.' })), 'Forbidden')
  const within = { code: 'onHold', 'request-id': '1' }
  assert.equal(await codeOf(refusal({ code: 'Request_BadRequest', innerError: within })), 'onHold')
  assert.equal(await codeOf(refusal({ message: 'No.' })), 'unknown')
  assert.equal(await codeOf(new Response('<p>', { status: 502 })), 'unexpectedAnswer')
})
