/** How many characters a field of a form takes, from the definition of what it is for. */
import { isComplex, type Property } from '../../../src/wire/graph/definition.ts'

// An address has as many in any spelling that can be stored.
const longestText = 320

/** The limit of the field of a property; of a list, one line for each element. */
export const longest = (property: Property | undefined): number => {
  if (property === undefined || isComplex(property)) return longestText
  const one = property.most ?? longestText
  return property.many === true ? (one + 1) * (property.mostItems ?? 1) : one
}
