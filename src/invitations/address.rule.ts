/** The address an invitation goes to (spec §5.1, R88). */

// Beyond what mail allows, Graph forbids these, so that an address can stand in a user principal name.
const forbidden = /[~!#$%^&*()+=[\]{}\\/|;:"<>?,'`\s\p{Cc}]/u
const wholeLength = 254
const localLength = 64

/** What is wrong with an address; undefined when it can be invited. */
export const addressProblem = (address: string): 'form' | 'forbiddenCharacter' | 'edge' | undefined => {
  const parts = address.split('@')
  const [local = '', domain = ''] = parts
  if (parts.length !== 2 || local === '' || local.length > localLength || address.length > wholeLength || !/^[^.]+(\.[^.]+)+$/.test(domain))
    return 'form'
  if (forbidden.test(address)) return 'forbiddenCharacter'
  return [local, domain].some((part) => /^[.-]|[.-]$/.test(part)) ? 'edge' : undefined
}

/** An address as invitations store and compare it. */
export const normalAddress = (address: string): string => address.trim().toLowerCase()

/** The domain of an address. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()
