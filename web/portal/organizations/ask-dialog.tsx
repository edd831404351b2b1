/** Asking an organization's administrators to remove or to restore me. */
import { Field, makeStyles, Textarea } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AccountOrganization, AccountRequest } from '../../../src/wire/account.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useNotify } from '../../ui/notify.tsx'
import { longestRequestMessage } from '../../../src/wire/graph/requests.ts'
import { account, organizationsQuery } from '../queries.ts'
import { useWords, type Words } from '../words.tsx'

export type Asking = {
  readonly organization: AccountOrganization
  readonly kind: AccountRequest['kind']
}

const useStyles = makeStyles({ text: { margin: '0' } })

const wordsFor = ({ organization: { displayName }, kind }: Asking, words: Words) =>
  kind === 'removal'
    ? {
        title: words.request.removalTitle(displayName),
        text: words.request.removalText(displayName),
      }
    : {
        title: words.request.restoreTitle(displayName),
        text: words.request.restoreText(displayName),
      }

/** Open while `asking` says what for. */
export const AskDialog = ({
  asking,
  onClose,
}: {
  readonly asking: Asking | undefined
  readonly onClose: () => void
}) => {
  const words = useWords()
  const styles = useStyles()
  const notify = useNotify()
  const queries = useQueryClient()
  const [message, setMessage] = useState('')
  const close = () => {
    setMessage('')
    send.reset()
    onClose()
  }
  const send = useMutation({
    mutationFn: ({ organization, kind }: Asking) =>
      account.ask(organization.id, {
        kind,
        ...(message.trim() === '' ? {} : { message: message.trim() }),
      }),
    onSuccess: async (_, { organization }) => {
      notify(words.request.sent(organization.displayName))
      close()
      await queries.invalidateQueries(organizationsQuery)
    },
  })
  if (asking === undefined) return null
  const { title, text } = wordsFor(asking, words)
  return (
    <ConfirmDialog
      open
      title={title}
      confirmLabel={words.request.send}
      busy={send.isPending}
      error={send.error}
      onConfirm={() => send.mutate(asking)}
      onClose={close}
    >
      <p className={styles.text}>{text}</p>
      <Field label={words.request.message}>
        <Textarea
          value={message}
          maxLength={longestRequestMessage}
          rows={3}
          onChange={(_, data) => setMessage(data.value)}
        />
      </Field>
    </ConfirmDialog>
  )
}
