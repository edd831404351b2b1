/** What belongs to the records that a request gives somebody, and is written with them. */
import { Provider, type AdapterPayload } from 'oidc-provider'
import { aroundOf } from '../../edge/request.ts'
import { byUser } from '../../events/context.ts'
import type { Event } from '../../events/event.ts'
import { eventOf } from '../../events/record.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { systemClock } from '../../kernel/time.ts'
import { endingForgotten } from '../../tokens/consents.sql.ts'
import { isOfPeople, isOwnApp } from '../../tokens/own-applications.ts'
import { signOnsInsert } from '../../tokens/sign-ons.sql.ts'
import { ownMetadataOf } from '../client-metadata.ts'
import type { RequestState, Standing } from '../request-state.ts'
import type { Beside, Written } from './writing.ts'

// That somebody came into the organization is recorded already; its own pages are no application of
// it.
const entered = (
  { c, tenantId }: RequestState,
  accountId: string,
  all: readonly Written[],
): Event | undefined => {
  const client = Provider.ctx?.oidc?.client
  const isEntering = all.some(({ kind }) => kind === 'AuthorizationCode')
  if (client === undefined || !isEntering || isOwnApp(client.clientId)) return undefined
  return eventOf(byUser(aroundOf(c), accountId), {
    tenantId,
    activity: 'user.enteredApplication',
    target: { kind: 'user', id: accountId },
    related: { kind: 'application', id: ownMetadataOf(client).applicationId },
  })
}

/** What is written with `all`, the last of which is of this kind. */
export const besideOf = async (
  state: RequestState,
  kind: string,
  payload: AdapterPayload,
  all: readonly Written[],
): Promise<Beside> => {
  const { accountId } = payload
  const { tenantId, standing } = state
  if (accountId === undefined) return {}
  const event = kind === 'Session' ? entered(state, accountId, all) : undefined
  if (isOfPeople(tenantId)) return { event }
  return {
    event,
    sessionId: standing?.session.sessionId,
    forgotten: hasAgreed(all) ? forgotten(tenantId, accountId) : undefined,
    signOns:
      kind === 'Session' && standing?.accountId === accountId
        ? await signOns(state, standing, payload)
        : undefined,
  }
}

const signOns = (
  { tenantId, services }: RequestState,
  { accountId: userId, session: { sessionId } }: Standing,
  { authorizations = {} }: AdapterPayload,
) => signOnsInsert(services.db, { tenantId, userId, sessionId }, authorizations, systemClock())

const forgotten = (tenantId: TenantId, userId: string) =>
  endingForgotten(tenantId, userId, Provider.ctx?.oidc?.client?.clientId)

// Who is given a grant without being asked has put nothing out.
const hasAgreed = (all: readonly Written[]): boolean =>
  all.some(({ kind }) => kind === 'Grant') &&
  (Provider.ctx?.oidc?.result as { consent?: unknown } | undefined)?.consent !== undefined
