/** Which pages of the portal its script opens beside what is shown: all that ask before an act. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deskRoutes } from '../../src/account/desk/app.ts'
import { questions } from '../../src/client/portal-questions.ts'

/** In these somebody is searched for, page by page, which takes a page of its own. */
const searching = /\/(?:hand-over|pass-on)$/

test('R6: every question of the portal opens beside what is shown, and nothing else does', () => {
  const acts = new Set(deskRoutes.flatMap((one) => (one.method === 'POST' ? [one.path] : [])))
  const pages = deskRoutes.filter(({ method }) => method === 'GET').map(({ path }) => path)
  // One organization is left from an address of its own, and answered at that of many.
  const asks = (path: string): boolean => acts.has(path) || path.startsWith('/leave/')
  for (const path of pages)
    assert.equal(questions.test(path), asks(path) && !searching.test(path), path)
  for (const path of ['/', '/leaver', '/organizations/7/ask/x'])
    assert.doesNotMatch(path, questions)
})
