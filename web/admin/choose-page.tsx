/**
 * The start: the organizations that I can administer. With a single one, straight in. An address
 * without an organization comes here too, and goes on to its page there.
 */
import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Navigate, useLocation } from 'react-router'
import type { AccountOrganization } from '../../src/wire/account.ts'
import { bareList } from '../ui/bare-list.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page } from '../ui/page.tsx'
import { ProblemBar } from '../ui/problem.tsx'
import { Shell } from '../ui/shell/shell.tsx'
import { useFrame } from './nowhere-frame.tsx'
import { administeredQuery } from './queries.ts'
import { RouteLink } from './kit/route-link.tsx'
import { useWords } from './words.tsx'

const useStyles = makeStyles({
  list: {
    ...bareList,
    gap: '8px',
  },
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '16px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    contentVisibility: 'auto',
    containIntrinsicBlockSize: 'auto 72px',
  },
  domain: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

const Choices = ({ organizations }: { readonly organizations: readonly AccountOrganization[] }) => {
  const words = useWords()
  const styles = useStyles()
  const { pathname, search } = useLocation()
  const page = pathname === '/' ? '' : pathname + search
  const [first] = organizations
  if (first === undefined)
    return (
      <EmptyState
        title={words.noneToAdminister}
        hint={words.noneToAdministerHint}
        action={<a href="/">{words.toPortal}</a>}
      />
    )
  if (organizations.length === 1) return <Navigate to={`/${first.id}${page}`} replace />
  return (
    <ul className={styles.list}>
      {organizations.map(({ id, displayName, domain }) => (
        <li key={id} className={styles.item}>
          <RouteLink to={`/${id}${page}`}>{displayName}</RouteLink>
          {domain !== null && <span className={styles.domain}>{domain}</span>}
        </li>
      ))}
    </ul>
  )
}

export const ChoosePage = () => {
  const words = useWords()
  const { data, error } = useQuery(administeredQuery)
  return (
    <Shell {...useFrame()}>
      <Page title={words.chooseTitle} intro={words.chooseIntro}>
        <ProblemBar error={error} />
        {data === undefined ? error === null && <Loading /> : <Choices organizations={data} />}
      </Page>
    </Shell>
  )
}
