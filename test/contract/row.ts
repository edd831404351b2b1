/**
 * A row of the contract with clients of Microsoft Graph: what is relied on, and an assertion that
 * holds when the product keeps it.
 */
import assert from 'node:assert/strict'
import type { Json } from '../json.ts'
import type { Stage } from './stage.ts'

export type Check = (s: Stage) => Promise<unknown>

export type Row = {
  readonly text: string
  /** Kept; not yet, and asserted to fail; or refused by the decision of this number. */
  readonly standing: 'ok' | 'later' | number
  readonly holds: Check
}
export type Area = { readonly number: string; readonly about: string; readonly rows: Row[] }

export const ok = (text: string, holds: Check): Row => ({ text, standing: 'ok', holds })
/** Not kept yet: the assertion is the one that is to hold, and fails. */
export const later = (text: string, holds: Check): Row => ({ text, standing: 'later', holds })
/** Not kept on purpose: what is asserted is answered instead. */
export const decided = (decision: number, text: string, holds: Check): Row => ({
  text,
  standing: decision,
  holds,
})

/** The header of advanced queries. */
export const eventual = { consistencylevel: 'eventual' }

/** What is sent along: a body, headers. */
export type Sent = { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }

type Look = (body: Json, s: Stage) => void

// A path alone is read.
const asCall = (call: string): string => (call.startsWith('/') ? `GET ${call}` : call)

/** `call` is answered 200, with a body that looks so. */
export const reads =
  (call: string, look: Look = () => {}, sent: Sent = {}): Check =>
  async (s) => {
    look(await s.call(asCall(call), 200, sent), s)
  }

/** `call` is answered with this status. */
export const answers =
  (call: string, status: number, body?: unknown, look: Look = () => {}): Check =>
  async (s) => {
    look(await s.call(call, status, body === undefined ? {} : { body }), s)
  }

/** `call` is refused: status, published code, and words. */
export const refuses =
  (call: string, status: number, code: string, words: RegExp | string, sent: Sent = {}): Check =>
  async (s) => {
    const { error } = await s.call(asCall(call), status, sent)
    assert.equal(error['code'], code)
    if (typeof words === 'string') assert.equal(error['message'], s.fill(words))
    else assert.match(String(error['message']), words)
  }

export const idsOf = ({ value }: Json): string[] => {
  assert.ok(Array.isArray(value), 'a list is answered')
  return (value as Json[]).map((one) => String(one['id']))
}

/** The list that is answered holds these of the stage, by name, and maybe more. */
export const holding =
  (...names: string[]): Look =>
  (body, s) => {
    const ids = idsOf(body)
    for (const name of names) assert.ok(ids.includes(s.ids[name] ?? name), `${name} is in it`)
  }

/** What is answered has these properties. */
export const having =
  (...names: string[]): Look =>
  (body) => {
    const [first = body] = Array.isArray(body['value']) ? (body['value'] as Json[]) : [body]
    const missing = names.filter((name) => !(name in first))
    assert.deepEqual(missing, [])
  }

/** A row about a list at `path`, in which these of the stage are. */
export const listed = (path: string, ...names: string[]): [text: string, holds: Check] => [
  `GET ${path}`,
  reads(path, holding(...names)),
]
