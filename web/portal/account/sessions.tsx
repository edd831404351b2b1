/** Where I am signed in, and ending one of these sessions. */
import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AccountSession } from '../../../src/wire/account-access.ts'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useNotify } from '../../ui/notify.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { When } from '../../ui/when.tsx'
import { deviceName } from './device-name.ts'
import { account, meQuery, sessionsQuery } from '../queries.ts'
import { useWords } from '../words.tsx'
import { hintOf } from './hint-of.ts'

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
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
    paddingBlock: '10px',
    borderBlockStartWidth: '1px',
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
    ':first-child': { borderBlockStartStyle: 'none' },
  },
  device: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    fontWeight: tokens.fontWeightSemibold,
  },
  detail: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
})

const Row = ({
  session,
  onEnd,
}: {
  readonly session: AccountSession
  readonly onEnd: () => void
}) => {
  const words = useWords()
  const styles = useStyles()
  const device = deviceName(session.userAgent, words)
  return (
    <li className={styles.row}>
      <div>
        <div className={styles.device}>
          {device}
          {session.current ? (
            <Badge appearance="tint" color="success">
              {words.account.thisSession}
            </Badge>
          ) : null}
        </div>
        <div className={styles.detail}>
          {words.account.lastSeen} <When at={session.lastSeenAt} time />
          {session.address === null ? null : ` · ${session.address}`}
        </div>
      </div>
      {session.current ? null : (
        <Button size="small" aria-label={words.account.endSessionNamed(device)} onClick={onEnd}>
          {words.account.endSession}
        </Button>
      )}
    </li>
  )
}

export const Sessions = () => {
  const words = useWords()
  const styles = useStyles()
  const notify = useNotify()
  const queries = useQueryClient()
  const { data: me } = useQuery(meQuery)
  const { data, error } = useQuery(sessionsQuery)
  const [ending, setEnding] = useState<AccountSession>()
  const end = useMutation({
    mutationFn: (session: AccountSession) => account.endSession(session.id),
    onSuccess: async () => {
      setEnding(undefined)
      notify(words.account.sessionEnded)
      await queries.invalidateQueries(sessionsQuery)
    },
  })
  const close = () => {
    setEnding(undefined)
    end.reset()
  }
  return (
    <Card title={words.account.sessions}>
      <p className={styles.hint}>{words.account.sessionsHint[hintOf(me?.signIn?.kind)]}</p>
      <ProblemBar error={error} />
      {data === undefined && error === null ? <Loading /> : null}
      <ul className={styles.list}>
        {data?.map((session) => (
          <Row key={session.id} session={session} onEnd={() => setEnding(session)} />
        ))}
      </ul>
      <ConfirmDialog
        open={ending !== undefined}
        title={words.account.endTitle}
        confirmLabel={words.account.endSession}
        busy={end.isPending}
        error={end.error}
        onConfirm={() => {
          if (ending !== undefined) end.mutate(ending)
        }}
        onClose={close}
      >
        <p className={styles.hint}>
          {words.account.endText(deviceName(ending?.userAgent ?? null, words))}
        </p>
      </ConfirmDialog>
    </Card>
  )
}
