/** Which organization is administered, the client for it, and what my roles allow there. */
import { createContext, use } from 'react'
import type { Action, Capabilities, GraphClient, User } from '../../src/client/graph.ts'
import type { ActOnAnother } from '../../src/wire/graph/users/not-on-oneself.ts'
import { useSpeech } from '../ui/words.tsx'
import { roleName } from './kit/role-words.ts'
import { useWords } from './words.tsx'

export type Admin = {
  readonly organizationId: string
  readonly organizationName: string
  readonly graph: GraphClient
  readonly capabilities: Capabilities
}

export const AdminContext = createContext<Admin | undefined>(undefined)

/** The organization being administered. Throws outside of its pages. */
export const useAdmin = (): Admin => {
  const admin = use(AdminContext)
  if (admin === undefined) throw new Error('No organization is open here.')
  return admin
}

export type Permission = {
  readonly allowed: boolean
  /** Why not, and who could. */ readonly reason: string
}

/**
 * Whether I may do `action`, and the sentence for when I may not; of what is there for roles alone,
 * whether a role of mine allows it. The server judges again.
 */
export const useMay = (action: Action, byRole = false): Permission => {
  const words = useWords()
  const speech = useSpeech()
  const { capabilities } = useAdmin()
  const { may, roles, rolesThatMay } = capabilities
  const ofRoles = rolesThatMay[action] ?? []
  const allowed = byRole
    ? roles.some(({ displayName }) => ofRoles.includes(displayName))
    : may[action] === true
  if (allowed) return { allowed, reason: '' }
  const named = ofRoles.map((name) => roleName(words, name))
  return { allowed, reason: words.needsRole(speech.choice(named)) }
}

/**
 * Why something of a user is not mine to do: they are myself, where it is an `act` that nobody does
 * to themselves, or their roles stand above mine and it is sensitive (R49).
 */
export const useBlocked = (user: User, act?: ActOnAnother): string | undefined => {
  const words = useWords()
  if (act !== undefined && user['guesthouse.isMe']) return words.notOnOneself[act]
  return user['guesthouse.isWithinReach'] === false
    ? words.deleted.conflicts.targetTooHigh()
    : undefined
}
