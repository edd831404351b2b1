/**
 * How much an answer says beside its properties: `odata.metadata` of the Accept header, in every
 * form that clients write it (contract §1.4, §1.6).
 */

export type Level = 'none' | 'minimal' | 'full'

const asked = /odata(?:\.metadata)?\s*=\s*"?(no(?:ne|metadata)|full(?:metadata)?)\b/i

/** What `accept` asks for; minimal where it says nothing of it. Nothing is refused. */
export const levelOf = (accept: string | undefined): Level => {
  const word = asked.exec(accept ?? '')?.[1]?.toLowerCase() ?? ''
  if (word.startsWith('no')) return 'none'
  return word.startsWith('full') ? 'full' : 'minimal'
}

/** The Content-Type of an answer of this level. */
export const contentType = (level: Level): string =>
  `application/json;odata.metadata=${level};odata.streaming=true;IEEE754Compatible=false;charset=utf-8`

const isSaid = (name: string): boolean => !/@odata\.(?:context|type|id|editLink)$/.test(name)

/** `answer` without what the level none leaves out; links to further pages and counts stay. */
export const withoutMetadata = (answer: unknown): unknown => {
  if (Array.isArray(answer)) return answer.map(withoutMetadata)
  if (typeof answer !== 'object' || answer === null) return answer
  return Object.fromEntries(
    Object.entries(answer)
      .filter(([name]) => isSaid(name))
      .map(([name, value]) => [name, withoutMetadata(value)]),
  )
}
