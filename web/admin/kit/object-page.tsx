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
import { RouteLink } from './route-link.tsx'
import { useWords } from '../words.tsx'

/** The list that an object stands in. */
type List = {
  readonly title: string
  /** Its place in the address. */
  readonly at: string
  /** What the list of those that are deleted is called, where they can come back. */
  readonly deleted?: string
}

type Props<T> = {
  /** What it is, as in the keys of what is known of it. */
  readonly kind: string
  readonly list: List
  readonly action: Action
  readonly read: (id: string) => Promise<T>
  /** Its whole page. */
  readonly render: (object: T) => ReactNode
}

/** Where there is none. */
export const GonePage = ({ list }: { readonly list: List }) => {
  const words = useWords()
  const at = `/${useAdmin().organizationId}/${list.at}`
  return (
    <AdminPage title={words.gone} intro={words.goneHint} parent={{ to: at, title: list.title }}>
      <div>
        {list.deleted === undefined ? (
          <RouteLink to={at}>{words.goTo(list.title)}</RouteLink>
        ) : (
          <RouteLink to={`${at}/deleted`}>{words.goTo(list.deleted)}</RouteLink>
        )}
      </div>
    </AdminPage>
  )
}

const Reading = <T,>({
  kind,
  list,
  action,
  read,
  render,
  id,
}: Props<T> & { readonly id: string }) => {
  const { organizationId } = useAdmin()
  const { data, error } = useQuery({
    queryKey: [organizationId, kind, id],
    queryFn: () => read(id),
    enabled: useMay(action).allowed,
  })
  if (error instanceof Problem && error.status === 404) return <GonePage list={list} />
  if (data !== undefined) return render(data)
  return (
    <AdminPage
      title={list.title}
      parent={{ to: `/${organizationId}/${list.at}`, title: list.title }}
    >
      <ForThoseWhoMay action={action}>
        {error === null ? <Loading /> : <ProblemBar error={error} />}
      </ForThoseWhoMay>
    </AdminPage>
  )
}

export const ObjectPage = <T,>(props: Props<T>) => {
  const { id = '' } = useParams()
  return <Reading key={id} id={id} {...props} />
}
