/** Answering what was asked for: yes, no, or taking one's own question back; each asks first. */
import { makeStyles, Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { Action, PurgeAnswer, PurgeRequest } from '../../../src/client/graph.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useAdmin, useMay } from '../admin-context.tsx'
import { MayButton } from '../kit/may.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords, type Words } from '../words.tsx'

const useStyles = makeStyles({ row: { display: 'flex', flexWrap: 'wrap', gap: '4px' } })

/** The yes to each kind, and what doing it needs besides. */
const yesTo: Readonly<
  Record<PurgeRequest['kind'], { readonly answer: PurgeAnswer; readonly needs: Action }>
> = {
  user: { answer: 'approve', needs: 'users.purge' },
  group: { answer: 'approveGroup', needs: 'groups.write' },
  application: { answer: 'approveApplication', needs: 'applications.write' },
  protection: { answer: 'approveProtection', needs: 'organization.write' },
}

/** What it is about, in words: a name, or the protection that is to be. */
export const whatOf = (words: Words, { kind, targetDisplayName, protection }: PurgeRequest) =>
  kind === 'protection'
    ? words.protection.choices[protection ?? 'none']
    : (targetDisplayName ?? words.protection.gone)

type DialogProps = {
  readonly request: PurgeRequest
  readonly answer: PurgeAnswer
  readonly onClose: () => void
}

const AnswerDialog = ({ request, answer, onClose }: DialogProps) => {
  const all = useWords()
  const words = all.protection
  const { graph } = useAdmin()
  const refuses = answer === 'refuse'
  const change = useChange<void, unknown>(() => graph.deleted.answerPurge(request.id, answer), {
    said: refuses ? words.refused : words.approved,
    done: onClose,
  })
  const what = whatOf(all, request)
  const isProtection = request.kind === 'protection'
  const title = isProtection ? words.approveProtectionTitle : words.approveTitle
  const text = isProtection ? words.approveProtectionText(what) : words.approveText(what)
  return (
    <ConfirmDialog
      open
      danger={!refuses}
      title={refuses ? words.refuseTitle : title}
      confirmLabel={refuses ? words.refuse : words.approve}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate()}
      onClose={onClose}
    >
      <Text>{refuses ? words.refuseText(what) : text}</Text>
    </ConfirmDialog>
  )
}

export const PurgeAnswers = ({ request }: { readonly request: PurgeRequest }) => {
  const all = useWords()
  const words = all.protection
  const styles = useStyles()
  const [asked, setAsked] = useState<PurgeAnswer>()
  const { answer, needs } = yesTo[request.kind]
  const { allowed, reason } = useMay(needs)
  const what = whatOf(all, request)
  const isOwn = request.isMine
  const blocked = isOwn ? words.ownRequest : allowed ? undefined : reason
  return (
    <div className={styles.row}>
      {request.dueDateTime === null && (
        <MayButton
          action="users.purge"
          blocked={blocked}
          size="small"
          aria-label={words.approveNamed(what)}
          onClick={() => setAsked(answer)}
        >
          {words.approve}
        </MayButton>
      )}
      <MayButton
        action="users.purge"
        size="small"
        aria-label={isOwn ? words.withdrawNamed(what) : words.refuseNamed(what)}
        onClick={() => setAsked('refuse')}
      >
        {isOwn ? words.withdraw : words.refuse}
      </MayButton>
      {asked !== undefined && (
        <AnswerDialog request={request} answer={asked} onClose={() => setAsked(undefined)} />
      )}
    </div>
  )
}
