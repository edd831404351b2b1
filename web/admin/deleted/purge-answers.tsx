/** Answering what was asked for: yes, no, or taking one's own question back; each asks first. */
import { makeStyles } from '@fluentui/react-components'
import type { Action, PurgeAnswer, PurgeRequest } from '../../../src/client/graph.ts'
import { useAdmin, useMay } from '../admin-context.tsx'
import { DialogButton } from '../kit/dialog-button.tsx'
import { Question } from '../kit/question.tsx'
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

const yesOf = (words: Words['protection'], { kind }: PurgeRequest, what: string) =>
  kind === 'protection'
    ? { title: words.approveProtectionTitle, text: words.approveProtectionText(what) }
    : { title: words.approveTitle, text: words.approveText(what) }

type Props = { readonly request: PurgeRequest }

const Yes = ({ request }: Props) => {
  const all = useWords()
  const words = all.protection
  const { graph } = useAdmin()
  const { answer, needs } = yesTo[request.kind]
  const { allowed, reason } = useMay(needs)
  const what = whatOf(all, request)
  return (
    <DialogButton
      action="users.purge"
      blocked={request.isMine ? words.ownRequest : allowed ? undefined : reason}
      size="small"
      aria-label={words.approveNamed(what)}
      renderDialog={(close) => (
        <Question
          asked={{
            ...yesOf(words, request, what),
            label: words.approve,
            said: words.approved,
            run: () => graph.deleted.answerPurge(request.id, answer),
          }}
          onClose={close}
        />
      )}
    >
      {words.approve}
    </DialogButton>
  )
}

const No = ({ request }: Props) => {
  const all = useWords()
  const words = all.protection
  const { graph } = useAdmin()
  const what = whatOf(all, request)
  const about = request.isMine
    ? { title: words.withdrawTitle, label: words.withdraw, said: words.withdrawn }
    : { title: words.refuseTitle, label: words.refuse, said: words.refused }
  return (
    <DialogButton
      action="users.purge"
      size="small"
      aria-label={request.isMine ? words.withdrawNamed(what) : words.refuseNamed(what)}
      renderDialog={(close) => (
        <Question
          danger={false}
          asked={{
            ...about,
            text: words.refuseText(what),
            run: () => graph.deleted.answerPurge(request.id, 'refuse'),
          }}
          onClose={close}
        />
      )}
    >
      {about.label}
    </DialogButton>
  )
}

export const PurgeAnswers = ({ request }: Props) => (
  <div className={useStyles().row}>
    {request.dueDateTime === null && <Yes request={request} />}
    <No request={request} />
  </div>
)
