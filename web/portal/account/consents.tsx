/** The applications that can act for me, and ending that. */
import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AccountConsent } from '../../../src/wire/account-access.ts'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useNotify } from '../../ui/notify.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { When } from '../../ui/when.tsx'
import { account, consentsQuery } from '../queries.ts'
import { useSpeech } from '../../ui/words.tsx'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  hint: { margin: '0', color: tokens.colorNeutralForeground2 },
  list: {
    listStyleType: 'none',
    margin: '0',
    padding: '0',
    maxBlockSize: '420px',
    overflowY: 'auto',
  },
  row: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '12px',
    paddingBlock: '10px',
    borderBlockStartWidth: '1px',
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
    ':first-child': { borderBlockStartStyle: 'none' },
    '@media (max-width: 480px)': { flexDirection: 'column', alignItems: 'flex-start' },
  },
  name: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  detail: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  button: { flexShrink: 0 },
})

const Row = ({
  consent,
  onEnd,
}: {
  readonly consent: AccountConsent
  readonly onEnd: () => void
}) => {
  const words = useWords()
  const speech = useSpeech()
  const styles = useStyles()
  return (
    <li className={styles.row}>
      <div>
        <div className={styles.name}>
          {consent.displayName}
          {consent.lasting ? <Badge appearance="tint">{words.consents.lasting}</Badge> : null}
        </div>
        <div className={styles.detail}>
          {words.consents.can(
            speech.list(consent.scopes.map((scope) => words.consents.scopes[scope])),
          )}
        </div>
        <div className={styles.detail}>
          {consent.organization?.displayName ?? words.consents.everywhere} · {words.consents.since}{' '}
          <When at={consent.since} />
          {consent.lastUsedAt === null ? null : (
            <>
              , {words.consents.lastUsed} <When at={consent.lastUsedAt} time />
            </>
          )}
        </div>
      </div>
      <Button
        size="small"
        className={styles.button}
        aria-label={words.consents.endNamed(consent.displayName)}
        onClick={onEnd}
      >
        {words.consents.end}
      </Button>
    </li>
  )
}

export const Consents = () => {
  const words = useWords()
  const styles = useStyles()
  const notify = useNotify()
  const queries = useQueryClient()
  const { data, error } = useQuery(consentsQuery)
  const [ending, setEnding] = useState<AccountConsent>()
  const end = useMutation({
    mutationFn: (consent: AccountConsent) => account.endConsent(consent.id),
    onSuccess: async (_, { displayName }) => {
      setEnding(undefined)
      notify(words.consents.ended(displayName))
      await queries.invalidateQueries(consentsQuery)
    },
  })
  const close = () => {
    setEnding(undefined)
    end.reset()
  }
  return (
    <Card title={words.consents.title}>
      <p className={styles.hint}>
        {data?.length === 0 ? words.consents.none : words.consents.hint}
      </p>
      <ProblemBar error={error} />
      {data === undefined && error === null ? <Loading /> : null}
      {data === undefined || data.length === 0 ? null : (
        <ul className={styles.list}>
          {data.map((consent) => (
            <Row key={consent.id} consent={consent} onEnd={() => setEnding(consent)} />
          ))}
        </ul>
      )}
      <ConfirmDialog
        open={ending !== undefined}
        title={words.consents.endTitle(ending?.displayName ?? '')}
        confirmLabel={words.consents.end}
        busy={end.isPending}
        error={end.error}
        onConfirm={() => {
          if (ending !== undefined) end.mutate(ending)
        }}
        onClose={close}
      >
        <p className={styles.hint}>{words.consents.endText(ending?.displayName ?? '')}</p>
      </ConfirmDialog>
    </Card>
  )
}
