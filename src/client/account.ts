/** A typed client of the account API: one method for each route of docs/account.md. */
import type { z } from 'zod'
import type {
  AccountApplications,
  AccountOrganization,
  AccountOrganizations,
  AccountRefusal,
  Departure,
  LeavePreview,
  invitationAccepted,
  Me,
  OrganizationSession,
} from '../wire/account.ts'
import type { AccountConsent, AccountSession, AccountSignIn } from '../wire/account-access.ts'
import type { LeaveOutcome } from '../wire/account-leaves.ts'
import type { AccountRequest, newRequest } from '../wire/account-requests.ts'
import { request, requestFile, type Fetch } from './problem.ts'

export type NewRequest = z.infer<typeof newRequest>

export type ApplicationsQuery = {
  readonly search?: string | undefined
  /** `next` of the page before. */
  readonly after?: string | undefined
}

const organizationPath = (id: string): string => `/account/organizations/${encodeURIComponent(id)}`

const queryOf = (query: ApplicationsQuery): string => {
  const given = Object.entries(query).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`
}

const ofOrganizations = (fetch: Fetch) => ({
  /** All of them, however many pages that are. */
  organizations: async () => {
    const all: AccountOrganization[] = []
    for (let after: string | undefined = ''; after !== undefined;) {
      const address: string = `/account/organizations${queryOf({ after })}`
      const page: AccountOrganizations = await request(fetch, 'GET', address)
      all.push(...page.value)
      after = page.next ?? undefined
    }
    return all
  },
  previewLeaving: (id: string) => request<LeavePreview>(fetch, 'GET', organizationPath(id)),
  leave: (id: string) => request<Departure>(fetch, 'POST', `${organizationPath(id)}/leave`),
  leaveAll: async (organizationIds: readonly string[]) =>
    (
      await request<{ value: LeaveOutcome[] }>(fetch, 'POST', '/account/leaves', {
        organizationIds,
      })
    ).value,
  hide: (id: string) => request<void>(fetch, 'PUT', `${organizationPath(id)}/hidden`),
  show: (id: string) => request<void>(fetch, 'DELETE', `${organizationPath(id)}/hidden`),
  showAtHome: (id: string) => request<void>(fetch, 'PUT', `${organizationPath(id)}/shown-at-home`),
  hideAtHome: (id: string) =>
    request<void>(fetch, 'DELETE', `${organizationPath(id)}/shown-at-home`),
  openOrganization: (id: string) =>
    request<OrganizationSession>(fetch, 'POST', `${organizationPath(id)}/session`),
  applications: (id: string, query: ApplicationsQuery = {}) =>
    request<AccountApplications>(
      fetch,
      'GET',
      `${organizationPath(id)}/applications${queryOf(query)}`,
    ),
  /** A copy of my data in one organization, as a file. */
  data: (id: string) => requestFile(fetch, `${organizationPath(id)}/data`),
  ask: (id: string, wish: NewRequest) =>
    request<AccountRequest>(fetch, 'POST', `${organizationPath(id)}/requests`, wish),
  withdraw: (id: string, requestId: string) =>
    request<void>(
      fetch,
      'DELETE',
      `${organizationPath(id)}/requests/${encodeURIComponent(requestId)}`,
    ),
  acceptInvitation: (id: string) =>
    request<z.infer<typeof invitationAccepted>>(
      fetch,
      'POST',
      `${organizationPath(id)}/invitation/accept`,
    ),
  declineInvitation: (id: string, forGood: boolean) =>
    request<void>(fetch, 'POST', `${organizationPath(id)}/invitation/decline`, { forGood }),
})

const ofAccess = (fetch: Fetch) => ({
  refusals: async () =>
    (await request<{ value: AccountRefusal[] }>(fetch, 'GET', '/account/refusals')).value,
  refuseInvitations: (organizationId: string) =>
    request<void>(fetch, 'POST', '/account/refusals', { organizationId }),
  takeBackRefusal: (id: string) =>
    request<void>(fetch, 'DELETE', `/account/refusals/${encodeURIComponent(id)}`),
  sessions: async () =>
    (await request<{ value: AccountSession[] }>(fetch, 'GET', '/account/sessions')).value,
  consents: async () =>
    (await request<{ value: AccountConsent[] }>(fetch, 'GET', '/account/consents')).value,
  endConsent: (id: string) =>
    request<void>(fetch, 'DELETE', `/account/consents/${encodeURIComponent(id)}`),
  signIns: async () =>
    (await request<{ value: AccountSignIn[] }>(fetch, 'GET', '/account/sign-ins')).value,
  endSession: (id: string) =>
    request<void>(fetch, 'DELETE', `/account/sessions/${encodeURIComponent(id)}`),
})

/**
 * The account API over `fetch`. Every method returns the body as documented and throws a `Problem`
 * otherwise.
 */
export const accountClient = (fetch: Fetch) => ({
  openApi: () => request<Record<string, unknown>>(fetch, 'GET', '/account/openapi.json'),
  me: () => request<Me>(fetch, 'GET', '/account/me'),
  ...ofOrganizations(fetch),
  ...ofAccess(fetch),
})
