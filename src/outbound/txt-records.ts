/** The TXT records of a domain, as the resolver of this machine finds them. */
import { Resolver } from 'node:dns/promises'
import { secondMs } from '../kernel/time.ts'

/** The texts at a name, each in one piece; none where there is nothing, or nobody answers. */
export type TxtResolver = (name: string) => Promise<readonly string[]>

// Whoever waits is somebody at a button; a name server that is slow is asked again by them.
const [timeout, tries] = [2 * secondMs, 2]
/** More than any domain has; what is beyond is not looked at. */
const mostRecords = 200

/** Asks for the texts, for a few seconds at most. */
export const resolveTxt: TxtResolver = async (name) => {
  const resolver = new Resolver({ timeout, tries })
  const found = await resolver.resolveTxt(name).catch((): string[][] => [])
  return found.slice(0, mostRecords).map((pieces) => pieces.join(''))
}
