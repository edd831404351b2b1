/**
 * What a command is given by hand, judged as everywhere else: wrong usage says which option, and
 * why.
 */
import { addressProblemWords, parseAddress, type Address } from '../kernel/address.ts'
import { isPrincipalName, principalNameWords } from '../kernel/principal-name.ts'
import { nameProblemWords, parseName } from '../kernel/text.ts'
import { wrongUsage } from './failure.ts'

/** The name that an option gives. */
export const nameIn = (option: string, text: string): string => {
  const parsed = parseName(text)
  if ('name' in parsed) return parsed.name
  throw wrongUsage(`${option}: a name ${nameProblemWords[parsed.problem]}.`)
}

/** The address that an option gives; undefined when it was not given. */
export const addressIn = <T extends string | undefined>(
  option: string,
  text: T,
): Address | (T extends undefined ? undefined : never) => {
  if (text === undefined) return undefined as T extends undefined ? undefined : never
  const parsed = parseAddress(text)
  if ('address' in parsed) return parsed.address
  throw wrongUsage(`${option}: ${addressProblemWords(parsed.problem)}.`)
}

/** The user principal name that an option gives. */
export const principalNameIn = (option: string, text: string): string => {
  if (isPrincipalName(text)) return text
  throw wrongUsage(`${option}: ${principalNameWords}.`)
}
