/** What the portal asks the server, each under one key. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { Problem } from '../../src/client/problem.ts'
import type { AccountApplications } from '../../src/wire/account.ts'
import { signedInAccount } from '../ui/sign-on.ts'

export const account = signedInAccount('portal')

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => account.me() })
export const organizationsQuery = queryOptions({
  queryKey: ['organizations'],
  queryFn: () => account.organizations(),
})
export const signInsQuery = queryOptions({
  queryKey: ['sign-ins'],
  queryFn: () => account.signIns(),
})
export const consentsQuery = queryOptions({
  queryKey: ['consents'],
  queryFn: () => account.consents(),
})
export const refusalsQuery = queryOptions({
  queryKey: ['refusals'],
  queryFn: () => account.refusals(),
})
export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: () => account.sessions(),
})

export const previewQuery = (organizationId: string) =>
  // Somebody decides on it, so it is never shown from before.
  queryOptions({
    queryKey: ['preview', organizationId],
    queryFn: () => account.previewLeaving(organizationId),
    gcTime: 0,
  })

const opened = new Set<string>()

const open = async (organizationId: string): Promise<void> => {
  await account.openOrganization(organizationId)
  opened.add(organizationId)
}

const wasClosed = (error: unknown): boolean =>
  error instanceof Problem && error.code === 'organizationSessionNeeded'

// A session for the organization is opened before the first look, and once more when it has been
// closed since.
const applicationsPage = async (
  organizationId: string,
  search: string,
  after: string | undefined,
): Promise<AccountApplications> => {
  if (!opened.has(organizationId)) await open(organizationId)
  try {
    return await account.applications(organizationId, { search, after })
  } catch (error) {
    if (!wasClosed(error)) throw error
    await open(organizationId)
    return account.applications(organizationId, { search, after })
  }
}

export const applicationsQuery = (organizationId: string, search: string) =>
  infiniteQueryOptions({
    queryKey: ['applications', organizationId, search],
    queryFn: ({ pageParam }) => applicationsPage(organizationId, search, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
