/** Which organization is administered, the client for it, and what my roles allow there. */
import { createContext, use } from 'react'
import type { Action, Capabilities, GraphClient } from '../../src/client/graph.ts'
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
 * Whether my roles allow `action`, and the sentence for when they do not. The server judges again.
 */
export const useMay = (action: Action): Permission => {
  const words = useWords()
  const speech = useSpeech()
  const { capabilities } = useAdmin()
  if (capabilities.may[action] === true) return { allowed: true, reason: '' }
  return {
    allowed: false,
    reason: words.needsRole(
      speech.choice((capabilities.rolesThatMay[action] ?? []).map((name) => roleName(words, name))),
    ),
  }
}
