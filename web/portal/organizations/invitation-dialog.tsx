/** Accepting or declining the invitation of an organization that knows my home account. */
import { Checkbox, Link, makeStyles } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AccountOrganization } from '../../../src/wire/account.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useNotify } from '../../ui/notify.tsx'
import { account, organizationsQuery } from '../queries.ts'
import { useWords, type Words } from '../words.tsx'

export type Answering = {
  readonly organization: AccountOrganization
  readonly answer: 'accept' | 'decline'
}

const useStyles = makeStyles({ text: { margin: '0' } })

const Statement = ({ organization }: { readonly organization: AccountOrganization }) => {
  const words = useWords()
  const styles = useStyles()
  const { displayName, privacyStatementUrl } = organization
  if (privacyStatementUrl === null)
    return <p className={styles.text}>{words.invitation.noStatement(displayName)}</p>
  return (
    <Link href={privacyStatementUrl} target="_blank" rel="noreferrer">
      {words.invitation.statement(displayName)}
    </Link>
  )
}

const acceptWords = ({ invitation }: Words, name: string, mayLeave: boolean): string =>
  mayLeave ? invitation.acceptText(name) : invitation.acceptTextAsking(name)

/** Open while `answering` says what about. */
export const InvitationDialog = ({
  answering,
  onClose,
}: {
  readonly answering: Answering | undefined
  readonly onClose: () => void
}) => {
  const words = useWords()
  const styles = useStyles()
  const notify = useNotify()
  const queries = useQueryClient()
  const [forGood, setForGood] = useState(false)
  const close = () => {
    setForGood(false)
    send.reset()
    onClose()
  }
  const send = useMutation({
    mutationFn: async ({ organization: { id }, answer }: Answering): Promise<void> => {
      if (answer === 'accept') await account.acceptInvitation(id)
      else await account.declineInvitation(id, forGood)
    },
    onSuccess: async (_, { organization: { displayName }, answer }) => {
      notify(
        answer === 'accept'
          ? words.invitation.accepted(displayName)
          : words.invitation.declined(displayName),
      )
      close()
      await queries.invalidateQueries(organizationsQuery)
    },
  })
  if (answering === undefined) return null
  const { organization, answer } = answering
  const { displayName } = organization
  const mayLeave = !organization.blockers.some(({ code }) => code === 'leavingNotAllowed')
  const accepts = answer === 'accept'
  return (
    <ConfirmDialog
      open
      title={
        accepts
          ? words.invitation.acceptTitle(displayName)
          : words.invitation.declineTitle(displayName)
      }
      confirmLabel={accepts ? words.invitation.accept : words.invitation.decline}
      danger={!accepts}
      busy={send.isPending}
      error={send.error}
      onConfirm={() => send.mutate(answering)}
      onClose={close}
    >
      <p className={styles.text}>
        {accepts ? acceptWords(words, displayName, mayLeave) : words.invitation.declineText}
      </p>
      {accepts ? (
        <Statement organization={organization} />
      ) : (
        <Checkbox
          label={words.invitation.forGood(displayName)}
          checked={forGood}
          onChange={(_, { checked }) => setForGood(checked === true)}
        />
      )}
    </ConfirmDialog>
  )
}
