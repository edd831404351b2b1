/** The start page: my apps in the organization that I look at. */
import { Button, Link, makeStyles } from '@fluentui/react-components'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useHref, useLinkClickHandler } from 'react-router'
import type { AccountOrganization } from '../../../src/wire/account.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { SearchInput } from '../../ui/search-input.tsx'
import { useDebounced } from '../../ui/use-debounced.ts'
import { AppTile } from './app-tile.tsx'
import { openOrganizations, useChosenOrganization } from '../organizations/chosen-organization.ts'
import { OrganizationChooser } from '../organizations/organization-chooser.tsx'
import { applicationsQuery, organizationsQuery } from '../queries.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  search: { maxInlineSize: '360px', inlineSize: '100%' },
  tiles: {
    listStyleType: 'none',
    margin: '0',
    padding: '0',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
    gap: '16px',
  },
  more: { display: 'flex', justifyContent: 'center' },
})

const Tiles = ({
  organization,
  search,
}: {
  readonly organization: AccountOrganization
  readonly search: string
}) => {
  const words = useWords()
  const styles = useStyles()
  // While somebody types, what was found before stays; another organization's apps never do.
  const found = useInfiniteQuery({
    ...applicationsQuery(organization.id, search),
    placeholderData: (before, query) =>
      query?.queryKey[1] === organization.id ? keepPreviousData(before) : undefined,
  })
  const apps = found.data?.pages.flatMap(({ value }) => value)
  if (apps === undefined)
    return found.isError ? (
      <ProblemBar error={found.error} />
    ) : (
      <Loading label={words.apps.loading} />
    )
  return (
    <>
      <ProblemBar error={found.error} />
      {apps.length === 0 ? <NoApps organization={organization} search={search} /> : null}
      <ul className={styles.tiles} aria-busy={found.isPlaceholderData}>
        {apps.map((app) => (
          <li key={app.id}>
            <AppTile app={app} />
          </li>
        ))}
      </ul>
      {found.hasNextPage ? (
        <div className={styles.more}>
          <Button
            disabledFocusable={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            {words.apps.more}
          </Button>
        </div>
      ) : null}
    </>
  )
}

const NoApps = ({
  organization,
  search,
}: {
  readonly organization: AccountOrganization
  readonly search: string
}) => {
  const words = useWords()
  return search === '' ? (
    <EmptyState
      title={words.apps.emptyTitle}
      hint={words.apps.emptyHint(organization.displayName)}
    />
  ) : (
    <EmptyState title={words.apps.nothingFound} hint={words.apps.nothingFoundHint(search)} />
  )
}

const NoOrganization = () => {
  const words = useWords()
  const link = (
    <Link
      href={useHref('/organizations')}
      onClick={useLinkClickHandler<HTMLAnchorElement>('/organizations')}
    >
      {words.apps.toOrganizations}
    </Link>
  )
  return (
    <EmptyState
      title={words.apps.noOrganization}
      hint={words.apps.noOrganizationHint}
      action={link}
    />
  )
}

const Apps = ({ organizations }: { readonly organizations: readonly AccountOrganization[] }) => {
  const words = useWords()
  const styles = useStyles()
  const choices = openOrganizations(organizations)
  const [chosen, choose] = useChosenOrganization(choices)
  const [typed, setTyped] = useState('')
  const search = useDebounced(typed.trim())
  if (chosen === undefined)
    return (
      <Page title={words.apps.title}>
        <NoOrganization />
      </Page>
    )
  return (
    <Page
      title={words.apps.title}
      intro={words.apps.intro(chosen.displayName)}
      actions={<OrganizationChooser choices={choices} chosen={chosen} onChoose={choose} />}
    >
      <SearchInput
        className={styles.search}
        label={words.apps.search}
        value={typed}
        onChange={setTyped}
      />
      <Tiles key={chosen.id} organization={chosen} search={search} />
    </Page>
  )
}

export const AppsPage = () => {
  const words = useWords()
  const { data, error } = useQuery(organizationsQuery)
  if (data !== undefined) return <Apps organizations={data} />
  return (
    <Page title={words.apps.title}>
      {error === null ? <Loading label={words.apps.loading} /> : <ProblemBar error={error} />}
    </Page>
  )
}
