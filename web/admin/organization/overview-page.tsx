/** The start of an organization's admin centre: how many there are, and what needs me. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { Action, Overview } from '../../../src/client/graph.ts'
import { Card } from '../../ui/card.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { useSpeech } from '../../ui/words.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { FirstHour } from './first-hour.tsx'
import { OverviewChart } from './overview-chart.tsx'
import { RouteLink } from '../kit/route-link.tsx'
import { useWords, type Words } from '../words.tsx'

const useStyles = makeStyles({
  counts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(120px, 100%), 1fr))',
    gap: '16px',
    margin: '0',
  },
  count: { display: 'flex', flexDirection: 'column-reverse', justifyContent: 'flex-end' },
  number: { ...typographyStyles.title2, margin: '0' },
  name: { color: tokens.colorNeutralForeground2 },
  list: {
    margin: '0',
    paddingInlineStart: '20px',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
  },
})

const Counts = ({ overview }: { readonly overview: Overview }) => {
  const words = useWords()
  const speech = useSpeech()
  const styles = useStyles()
  const { organizationId } = useAdmin()
  const at = (page: string): string => `/${organizationId}/users${page}`
  // All of them, whatever the list was asked for before.
  const counts = [
    { name: words.log.members, count: overview.members, to: at('/members?state=') },
    { name: words.log.guests, count: overview.guests, to: at('/guests?state=') },
    { name: words.log.invited, count: overview.invited, to: at('?state=invited') },
    { name: words.log.disabled, count: overview.disabled, to: at('?state=disabled') },
    { name: words.log.deleted, count: overview.deleted, to: at('/deleted?state=') },
  ]
  return (
    <dl className={styles.counts}>
      {counts.map(({ name, count, to }) => (
        <div key={name} className={styles.count}>
          <dt className={styles.name}>
            <RouteLink to={to}>{name}</RouteLink>
          </dt>
          <dd className={styles.number}>{speech.number(count)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What waits for somebody; each leads to the list that it counts. */
const needsOf = ({ log }: Words, overview: Overview) =>
  [
    {
      count: overview.openRequests,
      said: log.openRequests,
      page: 'requests',
      sees: 'requests.read',
      mends: 'requests.answer',
    },
    {
      count: overview.guestsWithoutSponsor,
      said: log.withoutSponsor,
      page: 'users/guests?state=noSponsor',
      sees: 'users.inspect',
      mends: 'users.update',
    },
    {
      count: overview.groupsWithoutOwner,
      said: log.groupsWithoutOwner,
      page: 'groups?owner=none',
      sees: 'groups.read',
      mends: 'groups.write',
    },
    {
      count: overview.applicationsWithoutOwner,
      said: log.applicationsWithoutOwner,
      page: 'applications?owner=none',
      sees: 'applications.read',
      mends: 'applications.write',
    },
  ] as const

const NeedsYou = ({ overview }: { readonly overview: Overview }) => {
  const words = useWords()
  const styles = useStyles()
  const { organizationId, capabilities } = useAdmin()
  const may = (action: Action): boolean => capabilities.may[action] === true
  // It concerns nobody who may not open the list.
  const all = needsOf(words, overview).filter(({ sees }) => may(sees))
  const mine = all.filter(({ mends }) => may(mends))
  // Who can mend nothing of it is told what there is; nobody else of what others have to mend.
  const needs = (mine.length === 0 ? all : mine).filter(({ count }) => count > 0)
  return (
    <Card title={mine.length === 0 ? words.log.needsSomebody : words.log.needsYou}>
      {needs.length === 0 ? (
        <span>{words.log.needsNothing}</span>
      ) : (
        <ul className={styles.list}>
          {needs.map(({ count, said, page }) => (
            <li key={page}>
              <RouteLink to={`/${organizationId}/${page}`}>{said(count)}</RouteLink>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

const AtAGlance = () => {
  const words = useWords()
  const { graph, organizationId } = useAdmin()
  const { data, error } = useQuery({
    queryKey: [organizationId, 'overview'],
    queryFn: () => graph.overview(),
  })
  if (data === undefined) return error === null ? <Loading /> : <ProblemBar error={error} />
  return (
    <>
      <FirstHour done={data.firstHour} />
      <Card title={words.log.counts}>
        <Counts overview={data} />
      </Card>
      <NeedsYou overview={data} />
      <Card title={words.log.chart}>
        <OverviewChart months={data.months} />
      </Card>
    </>
  )
}

export const OverviewPage = () => {
  const words = useWords()
  const { organizationName } = useAdmin()
  return (
    <AdminPage title={words.overview} intro={organizationName}>
      <AtAGlance />
    </AdminPage>
  )
}
