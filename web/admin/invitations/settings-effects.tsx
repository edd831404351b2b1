/** Whom other settings would affect: how many, which domains, and, when asked, who. */
import { Button, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SettingsTrial, TriedSettings } from '../../../src/client/graph.ts'
import { Loading } from '../../ui/loading.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { useSpeech } from '../../ui/words.tsx'
import { useAdmin } from '../admin-context.tsx'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  effects: { margin: '0', paddingInlineStart: '20px', display: 'grid', gap: '8px' },
  summary: { cursor: 'pointer', paddingBlock: '2px', borderRadius: tokens.borderRadiusSmall },
  names: { marginBlock: '4px', paddingInlineStart: '20px', overflowWrap: 'anywhere' },
  principalName: { color: tokens.colorNeutralForeground2 },
  table: {
    borderCollapse: 'collapse',
    overflowWrap: 'anywhere',
    '& caption': { textAlign: 'start', ...typographyStyles.body1Strong },
    '& th, & td': { padding: '4px 16px 4px 0', textAlign: 'start', ...typographyStyles.body1 },
  },
})

type Effect = SettingsTrial['counts'][number]['effect']
type NamesProps = { readonly settings: TriedSettings; readonly effect: Effect }

const Names = ({ settings, effect }: NamesProps) => {
  const words = useWords()
  const styles = useStyles()
  const { graph, organizationId } = useAdmin()
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [organizationId, 'settingsTrial', settings, effect],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) =>
      graph.invitations.trySettings({
        ...settings,
        effect,
        ...(pageParam === undefined ? {} : { after: pageParam }),
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  if (data === undefined) return error === null ? <Loading /> : <ProblemBar error={error} />
  return (
    <>
      <ul className={styles.names}>
        {data.pages
          .flatMap(({ value }) => value)
          .map(({ id, displayName, userPrincipalName }) => (
            <li key={id}>
              {displayName} <span className={styles.principalName}>{userPrincipalName}</span>
            </li>
          ))}
      </ul>
      <ProblemBar error={error} />
      {hasNextPage && (
        <Button disabledFocusable={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.loadMore}
        </Button>
      )}
    </>
  )
}

const EffectItem = ({ settings, effect, said }: NamesProps & { readonly said: string }) => {
  const { collaboration: words } = useWords()
  const styles = useStyles()
  const [isOpen, setOpen] = useState(false)
  return (
    <li>
      <Text>{said}</Text>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className={styles.summary} aria-label={`${words.trialWho} ${said}`}>
          {words.trialWho}
        </summary>
        {isOpen && <Names settings={settings} effect={effect} />}
      </details>
    </li>
  )
}

const Domains = ({ domains }: Pick<SettingsTrial, 'domains'>) => {
  const { collaboration: words } = useWords()
  const speech = useSpeech()
  return (
    <table className={useStyles().table}>
      <caption>{words.trialDomains}</caption>
      <thead>
        <tr>
          <th scope="col">{words.trialDomain}</th>
          <th scope="col">{words.trialGuests}</th>
          <th scope="col">{words.trialInvitations}</th>
        </tr>
      </thead>
      <tbody>
        {domains.map(({ domain, guests, invitations }) => (
          <tr key={domain}>
            <th scope="row">{domain}</th>
            <td>{speech.number(guests)}</td>
            <td>{speech.number(invitations)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Props = { readonly settings: TriedSettings; readonly trial: SettingsTrial }

export const SettingsEffects = ({ settings, trial }: Props) => {
  const { collaboration: words } = useWords()
  const styles = useStyles()
  if (trial.counts.length === 0) return <Text>{words.trialNobody}</Text>
  return (
    <>
      <ul className={styles.effects}>
        {trial.counts.map(({ effect, count }) => (
          <EffectItem
            key={effect}
            settings={settings}
            effect={effect}
            said={words.effects[effect](count)}
          />
        ))}
      </ul>
      {trial.domains.length > 0 && <Domains domains={trial.domains} />}
    </>
  )
}
