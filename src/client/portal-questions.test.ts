import assert from 'node:assert/strict'
import { test } from 'node:test'
import { questions } from './portal-questions.ts'

test('the portal knows a question by its address', () => {
  for (const path of [
    '/leave',
    '/leave/x',
    '/organizations/7/ask',
    '/guests/7/8/keep',
    '/profile/sessions/7/end',
  ])
    assert.match(path, questions)
  for (const path of ['/', '/leaver', '/organizations/7', '/organizations/7/ask/x', '/profile'])
    assert.doesNotMatch(path, questions)
})
