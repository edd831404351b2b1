/** `$select`: properties by their names, in any case. */
import type { Refusal } from '../../edge/refusal.ts'
import { misread, noProperty } from '../refusals.ts'

/** What can be chosen from: the names, and the type they are of. */
export type Choice = { readonly type: string; readonly names: readonly string[] }

export const parsingFailed = (name: string, type: string): Refusal =>
  misread(`Parsing OData Select and Expand failed: ${noProperty(name, type)}`)

/** The properties that were chosen, each once, or all; undefined for the default set. */
export const chosen = (
  text: string | undefined,
  choice: Choice | undefined,
): readonly string[] | 'all' | undefined => {
  if (text === undefined || choice === undefined) return undefined
  const wanted = text.split(',').map((one) => one.trim())
  if (wanted.includes('*')) return 'all'
  const found = wanted.map((name) => {
    const known = choice.names.find((one) => one.toLowerCase() === name.toLowerCase())
    if (known === undefined) throw parsingFailed(name, choice.type)
    return known
  })
  return [...new Set(found)]
}
