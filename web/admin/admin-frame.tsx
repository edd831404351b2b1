/** The frame of one organization's pages: learns what my roles allow there, then shows them. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Outlet, useParams } from 'react-router'
import { Problem } from '../../src/client/problem.ts'
import { Loading } from '../ui/loading.tsx'
import { Page } from '../ui/page.tsx'
import { ProblemBar } from '../ui/problem.tsx'
import { Shell } from '../ui/shell/shell.tsx'
import { AdminContext } from './admin-context.tsx'
import { adminNav } from './admin-nav.tsx'
import { FindButton } from './find/find-button.tsx'
import { UnsavedGuard } from './form/unsaved.tsx'
import { administeredQuery, capabilitiesQuery, directoryClient } from './queries.ts'
import { NowhereFrame, useFrame } from './nowhere-frame.tsx'
import { useWords } from './words.tsx'

const Opening = ({ error }: { readonly error: Error | null }) => {
  const words = useWords()
  return (
    <Page title={words.product}>
      {error === null ? <Loading label={words.opening} /> : <ProblemBar error={error} />}
    </Page>
  )
}

/** What is known of the organization: what it is called, and what my roles allow there. */
const useOpened = (organizationId: string) => {
  const graph = useMemo(() => directoryClient(organizationId), [organizationId])
  const { data: capabilities, error } = useQuery(capabilitiesQuery(organizationId, graph))
  const { data: organizations } = useQuery(administeredQuery)
  const organizationName = organizations?.find(({ id }) => id === organizationId)?.displayName ?? ''
  const admin = useMemo(
    () =>
      capabilities === undefined
        ? undefined
        : { organizationId, organizationName, graph, capabilities },
    [organizationId, organizationName, graph, capabilities],
  )
  return { admin, error, organizationName, hasOthers: (organizations?.length ?? 0) > 1 }
}

const OrganizationFrame = ({ organizationId }: { readonly organizationId: string }) => {
  const words = useWords()
  const frame = useFrame()
  const { admin, error, organizationName, hasOthers } = useOpened(organizationId)
  // Empty until it is known what is in it: what was shown at first would go away again.
  const nav = useMemo(
    () =>
      admin === undefined ? [] : adminNav(words, organizationId, admin.capabilities, hasOthers),
    [words, organizationId, admin, hasOthers],
  )
  if (error instanceof Problem && error.status === 404) return <NowhereFrame />
  return (
    <Shell
      {...frame}
      nav={nav}
      aside={organizationName}
      tools={<FindButton organizationId={organizationId} />}
    >
      {admin === undefined ? (
        <Opening error={error} />
      ) : (
        <AdminContext value={admin}>
          <UnsavedGuard>
            <Outlet />
          </UnsavedGuard>
        </AdminContext>
      )}
    </Shell>
  )
}

export const AdminFrame = () => {
  const { organizationId = '' } = useParams()
  if (!/^[0-9a-f-]{36}$/i.test(organizationId)) return <NowhereFrame />
  // An id is the same in any case; it stands in keys and addresses as the server writes it.
  const id = organizationId.toLowerCase()
  return <OrganizationFrame key={id} organizationId={id} />
}
