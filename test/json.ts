/** Reading answers in tests. */
import assert from 'node:assert/strict'

// What comes over the wire is looked at by path in tests; a wrong path is undefined and fails the
// assertion.
export type Json = Record<string, any>

/** The body of a response that has this status; the failure message shows what it said instead. */
export const json = async (response: Response, status = 200): Promise<Json> => {
  const text = await response.text()
  assert.equal(response.status, status, text)
  return (text === '' ? {} : JSON.parse(text)) as Json
}

/** The error of a response that has this status. */
export const refusal = async (
  response: Response,
  status: number,
): Promise<{ code: string; message: string }> => {
  const { error } = await json(response, status)
  assert.ok(error, 'the answer has an error')
  assert.ok(String(error['message']).length > 10, 'and says in words what happened')
  return {
    code: String(error['innerError']?.['code'] ?? error['code']),
    message: String(error['message']),
  }
}
