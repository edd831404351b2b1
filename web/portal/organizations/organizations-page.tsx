/**
 * My organizations: home first, then the others, with what stands in the way of leaving before any
 * click.
 */
import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  typographyStyles,
} from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import type { AccountOrganization, Departure } from '../../../src/wire/account.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { SearchInput } from '../../ui/search-input.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { ActDialog, type Acting } from './act-dialog.tsx'
import { Refusals } from './refusals.tsx'
import { AskDialog, type Asking } from './ask-dialog.tsx'
import { InvitationDialog, type Answering } from './invitation-dialog.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import { LeftMessage } from './left-message.tsx'
import { isNamed, matchesOrganization } from './matching.ts'
import type { RowActions } from './organization-actions.tsx'
import { OrganizationRow } from './organization-row.tsx'
import { sectionsOf } from './organization-sections.ts'
import { organizationsQuery } from '../queries.ts'
import { useDownload } from './use-download.ts'
import { useWords } from '../words.tsx'

/** From here on a filter is worth its place. */
const fewOrganizations = 10
/** So many are drawn at once; the rest follows without holding anything up. */
const drawnAtOnce = 30

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '12px' },
  heading: { ...typographyStyles.subtitle1, marginBlock: '4px 0' },
  list: {
    listStyleType: 'none',
    margin: '0',
    padding: '0',
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
  },
  search: { maxInlineSize: '360px', inlineSize: '100%' },
})

const Section = ({
  heading,
  children,
}: {
  readonly heading: string | undefined
  readonly children: ReactNode
}) => {
  const styles = useStyles()
  const id = useId()
  if (heading === undefined) return <div className={styles.section}>{children}</div>
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 className={styles.heading} id={id}>
        {heading}
      </h2>
      {children}
    </section>
  )
}

type RowsProps = {
  readonly rows: readonly AccountOrganization[]
  readonly actions: RowActions
  readonly named: string | null
}

const Rows = ({ rows, actions, named }: RowsProps) => {
  const styles = useStyles()
  const drawn = useDeferredValue(rows.length, drawnAtOnce)
  return (
    <ul className={styles.list}>
      {rows.slice(0, drawn).map((organization) => (
        <OrganizationRow
          key={organization.id}
          organization={organization}
          actions={actions}
          highlighted={isNamed(organization, named)}
          inLongList={rows.length > drawnAtOnce}
        />
      ))}
    </ul>
  )
}

const Others = ({ rows, actions, named }: RowsProps) => {
  const words = useWords()
  const styles = useStyles()
  const [typed, setTyped] = useState('')
  const wanted = useDeferredValue(typed.trim())
  if (rows.length === 0)
    return (
      <EmptyState title={words.organizations.emptyTitle} hint={words.organizations.emptyHint} />
    )
  const found =
    wanted === '' ? rows : rows.filter((organization) => matchesOrganization(organization, wanted))
  return (
    <>
      {rows.length > fewOrganizations ? (
        <SearchInput
          className={styles.search}
          label={words.organizations.filter}
          value={typed}
          onChange={setTyped}
        />
      ) : null}
      {wanted === '' ? null : <output>{words.organizations.matches(found.length)}</output>}
      {found.length === 0 ? (
        <EmptyState
          title={words.organizations.nothingFound}
          hint={words.organizations.nothingFoundHint(wanted)}
        />
      ) : (
        <Rows rows={found} actions={actions} named={named} />
      )}
    </>
  )
}

type Left = { readonly organization: AccountOrganization; readonly departure: Departure }

const Lists = ({ organizations }: { readonly organizations: readonly AccountOrganization[] }) => {
  const words = useWords()
  const [search] = useSearchParams()
  const named = search.get('tenantId')
  const [leaving, setLeaving] = useState<AccountOrganization>()
  const [asking, setAsking] = useState<Asking>()
  const [acting, setActing] = useState<Acting>()
  const [answering, setAnswering] = useState<Answering>()
  const [left, setLeft] = useState<Left>()
  const download = useDownload()
  const [actions] = useState<RowActions>(() => ({
    leave: setLeaving,
    ask: (organization, kind) => setAsking({ organization, kind }),
    answer: (organization, answer) => setAnswering({ organization, answer }),
    withdraw: (organization, request) => setActing({ act: 'withdraw', organization, request }),
    refuse: (organization) => setActing({ act: 'refuse', organization }),
    download: download.mutate,
  }))
  const onLeft = (organization: AccountOrganization, departure: Departure): void => {
    setLeaving(undefined)
    setLeft({ organization, departure })
  }
  return (
    <>
      <ProblemBar error={download.error} />
      {left === undefined ? null : (
        <LeftMessage
          key={left.departure.reference}
          organization={left.organization}
          departure={left.departure}
          onDismiss={() => setLeft(undefined)}
        />
      )}
      {named === null ||
      organizations.some((organization) => isNamed(organization, named)) ? null : (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{words.organizations.notAmongMine}</MessageBarBody>
        </MessageBar>
      )}
      {sectionsOf(organizations, words).map(({ kind, heading, organizations: rows }) => (
        <Section key={kind} heading={heading}>
          {kind === 'home' ? (
            <Rows rows={rows} actions={actions} named={named} />
          ) : (
            <Others rows={rows} actions={actions} named={named} />
          )}
        </Section>
      ))}
      <LeaveDialog organization={leaving} onClose={() => setLeaving(undefined)} onLeft={onLeft} />
      <InvitationDialog answering={answering} onClose={() => setAnswering(undefined)} />
      <Refusals />
      <ActDialog acting={acting} onClose={() => setActing(undefined)} />
      <AskDialog asking={asking} onClose={() => setAsking(undefined)} />
    </>
  )
}

export const OrganizationsPage = () => {
  const words = useWords()
  const { data, error } = useQuery(organizationsQuery)
  return (
    <Page title={words.organizations.title} intro={words.organizations.intro}>
      <ProblemBar error={error} />
      {data === undefined && error === null ? (
        <Loading label={words.organizations.loading} />
      ) : null}
      {data === undefined ? null : <Lists organizations={data} />}
    </Page>
  )
}
