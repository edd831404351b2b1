/** The frame of one organization's pages: learns what my roles allow there, then shows them. */
import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { Outlet, useParams } from 'react-router'
import type { GraphClient } from '../../src/client/graph.ts'
import { Loading } from '../ui/loading.tsx'
import { Page } from '../ui/page.tsx'
import { ProblemBar } from '../ui/problem.tsx'
import { Shell } from '../ui/shell/shell.tsx'
import { AdminContext } from './admin-context.tsx'
import { adminNav } from './admin-nav.tsx'
import { FindButton } from './find/find-button.tsx'
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

type Props = {
  readonly organizationId: string
  readonly organizationName: string
  readonly children: ReactNode
}

const Opened = ({ organizationId, organizationName, children }: Props) => {
  const graph: GraphClient = useMemo(() => directoryClient(organizationId), [organizationId])
  const capabilities = useQuery(capabilitiesQuery(organizationId, graph))
  const admin = useMemo(
    () =>
      capabilities.data === undefined
        ? undefined
        : { organizationId, organizationName, graph, capabilities: capabilities.data },
    [organizationId, organizationName, graph, capabilities.data],
  )
  if (admin === undefined) return <Opening error={capabilities.error} />
  return <AdminContext value={admin}>{children}</AdminContext>
}

export const AdminFrame = () => {
  const { organizationId = '' } = useParams()
  return /^[0-9a-f-]{36}$/i.test(organizationId) ? (
    <OrganizationFrame organizationId={organizationId} />
  ) : (
    <NowhereFrame />
  )
}

const OrganizationFrame = ({ organizationId }: Pick<Props, 'organizationId'>) => {
  const words = useWords()
  const frame = useFrame()
  const { data: organizations } = useQuery(administeredQuery)
  const name = organizations?.find(({ id }) => id === organizationId)?.displayName ?? ''
  const nav = useMemo(
    () => adminNav(words, organizationId, (organizations?.length ?? 0) > 1),
    [words, organizationId, organizations],
  )
  return (
    <Shell
      {...frame}
      nav={nav}
      aside={name}
      tools={<FindButton key={organizationId} organizationId={organizationId} />}
    >
      <Opened key={organizationId} organizationId={organizationId} organizationName={name}>
        <Outlet />
      </Opened>
    </Shell>
  )
}
