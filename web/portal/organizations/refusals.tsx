/** Organizations whose invitations I have refused for good, and taking that back (R132). */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Card } from '../../ui/card.tsx'
import { useNotify } from '../../ui/notify.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { useTouchTarget } from '../../ui/touch-target.ts'
import { When } from '../../ui/when.tsx'
import { account, refusalsQuery } from '../queries.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  hint: { margin: '0', color: tokens.colorNeutralForeground2 },
  list: {
    listStyleType: 'none',
    margin: '0',
    padding: '0',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '12px',
    overflowWrap: 'anywhere',
  },
})

/** Shown only to who has refused something. */
export const Refusals = () => {
  const words = useWords()
  const styles = useStyles()
  const touch = useTouchTarget()
  const notify = useNotify()
  const queries = useQueryClient()
  const { data } = useQuery(refusalsQuery)
  const takeBack = useMutation({
    mutationFn: ({ id }: { id: string; displayName: string }) => account.takeBackRefusal(id),
    onSuccess: async (_, { displayName }) => {
      notify(words.refusals.done(displayName))
      await queries.invalidateQueries(refusalsQuery)
    },
  })
  if (data === undefined || data.length === 0) return null
  return (
    <Card title={words.refusals.title}>
      <p className={styles.hint}>{words.refusals.hint}</p>
      <ProblemBar error={takeBack.error} />
      <ul className={styles.list}>
        {data.map(({ id, organization: { displayName }, refusedAt }) => (
          <li key={id} className={styles.row}>
            <span>
              {displayName} · {words.refusals.since} <When at={refusedAt} />
            </span>
            <Button
              size="small"
              className={touch}
              aria-label={words.refusals.takeBackNamed(displayName)}
              disabledFocusable={takeBack.isPending}
              onClick={() => takeBack.mutate({ id, displayName })}
            >
              {words.refusals.takeBack}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
