/**
 * Requests that may show nothing (`prompt=none`): answered for whoever is signed in, also where
 * they have not been yet.
 */
import { aroundOf } from '../../edge/request.ts'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { secondMs } from '../../kernel/time.ts'
import { readSessionCookie } from '../../edge/session-cookie.ts'
import { findSession, readProof } from '../../people/sessions.ts'
import { openTenantSession } from '../../people/tenant-sessions.ts'
import { factorsOf } from './factors.ts'
import { isOfPeople } from '../../tokens/own-applications.ts'
import { stateOf, type RequestState, type Standing } from '../request-state.ts'

const openDoor = async ({
  c,
  services: { db, publicUrl },
  tenantId,
}: RequestState): Promise<Standing | undefined> => {
  if (isOfPeople(tenantId)) return undefined
  const session = await findSession(db, readSessionCookie(c, publicUrl), c.get('now'))
  if (session === undefined || !session.homeEnabled) return undefined
  const door = await openTenantSession(db, session, tenantId, aroundOf(c))
  return door && { accountId: door.userId, session }
}

/**
 * Opens the organization for a silent request, as a page would have without asking anything. Called
 * when application and address are found right.
 */
export const openSilently = async (ctx: KoaContextWithOIDC): Promise<void> => {
  const { route, prompts } = ctx.oidc
  if (route !== 'authorization' || !prompts.has('none')) return
  const state = stateOf(ctx)
  state.standing ??= await openDoor(state)
  const session = ctx.oidc.session as
    | { accountId?: string; loginAccount: (details: object) => void }
    | undefined
  const { standing } = state
  if (session === undefined || standing === undefined || session.accountId === standing.accountId)
    return
  const proof = await readProof(state.services.db, standing.session.sessionId, state.c.get('now'))
  session.loginAccount({
    accountId: standing.accountId,
    loginTs: Math.floor(proof.authenticatedAt.getTime() / secondMs),
    ...factorsOf(proof.method),
  })
}
