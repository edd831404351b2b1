/** The page of one object: reads it by the id in the address, then shows it. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import type { Action } from '../../../src/client/graph.ts'
import { Problem } from '../../../src/client/problem.ts'
import { Loading } from '../../ui/loading.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { useAdmin, useMay } from '../admin-context.tsx'
import { AdminPage } from './admin-page.tsx'
import { ForThoseWhoMay } from './may.tsx'

type Props<T> = {
  /** What it is, as in the keys of what is known of it. */
  readonly kind: string
  /** The list that it stands in: what that is called, and its place in the address. */
  readonly list: { readonly title: string; readonly at: string }
  readonly action: Action
  readonly read: (id: string) => Promise<T>
  /** Its whole page. */
  readonly render: (object: T) => ReactNode
  /** Said where there is none. */
  readonly gone?: ReactNode
}

const Reading = <T,>({
  kind,
  list,
  action,
  read,
  render,
  gone,
  id,
}: Props<T> & { readonly id: string }) => {
  const { organizationId } = useAdmin()
  const { data, error } = useQuery({
    queryKey: [organizationId, kind, id],
    queryFn: () => read(id),
    enabled: useMay(action).allowed,
  })
  const isGone = gone !== undefined && error instanceof Problem && error.status === 404
  if (data !== undefined && !isGone) return render(data)
  return (
    <AdminPage
      title={list.title}
      parent={{ to: `/${organizationId}/${list.at}`, title: list.title }}
    >
      <ForThoseWhoMay action={action}>
        {isGone ? gone : error === null ? <Loading /> : <ProblemBar error={error} />}
      </ForThoseWhoMay>
    </AdminPage>
  )
}

export const ObjectPage = <T,>(props: Props<T>) => {
  const { id = '' } = useParams()
  return <Reading key={id} id={id} {...props} />
}
