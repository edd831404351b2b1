/**
 * The question before leaving: what ends, what can be undone until when, and my data to take along.
 */
import { Button, makeStyles, Spinner, typographyStyles } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccountOrganization, Departure, LeavePreview } from '../../../src/wire/account.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import type { Speech } from '../../../src/words/speech.ts'
import { useSpeech } from '../../ui/words.tsx'
import { Blockers } from './blockers.tsx'
import { AllLosses } from './losses.tsx'
import { account, organizationsQuery, previewQuery } from '../queries.ts'
import { useDownload } from './use-download.ts'
import { useWords, type Words } from '../words.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '4px' },
  heading: { ...typographyStyles.body1Strong, margin: '0' },
  text: { margin: '0' },
})

const restoreWords = (
  { restorableUntil, organization: { closed, displayName } }: LeavePreview,
  words: Words,
  speech: Speech,
): string => {
  const date = speech.date(restorableUntil)
  return closed ? words.leave.restoreClosed(date, displayName) : words.leave.restore(date)
}

const Afterwards = ({ preview }: { readonly preview: LeavePreview }) => {
  const words = useWords()
  const speech = useSpeech()
  const styles = useStyles()
  return (
    <div className={styles.part}>
      <h3 className={styles.heading}>{words.leave.afterTitle}</h3>
      <p className={styles.text}>
        {restoreWords(preview, words, speech)} {words.leave.again}
      </p>
      <p className={styles.text}>{words.leave.erased(speech.date(preview.erasedBy))}</p>
    </div>
  )
}

const DownloadButton = ({ organization }: { readonly organization: AccountOrganization }) => {
  const words = useWords()
  const download = useDownload()
  return (
    <>
      <Button
        icon={download.isPending ? <Spinner size="tiny" /> : <ArrowDownloadRegular />}
        disabledFocusable={download.isPending}
        onClick={() => download.mutate(organization)}
      >
        {words.leave.download}
      </Button>
      <ProblemBar error={download.error} />
    </>
  )
}

const Question = ({ organization }: { readonly organization: AccountOrganization }) => {
  const words = useWords()
  const styles = useStyles()
  const { data: preview, isError } = useQuery(previewQuery(organization.id))
  return (
    <>
      {preview === undefined && !isError ? (
        <Spinner size="tiny" label={words.leave.looking} />
      ) : null}
      {isError ? <p className={styles.text}>{words.leave.notShown}</p> : null}
      {preview === undefined ? null : (
        <>
          <Blockers blockers={preview.organization.blockers} />
          <AllLosses preview={preview} />
          <Afterwards preview={preview} />
        </>
      )}
      <div>
        <DownloadButton organization={organization} />
      </div>
    </>
  )
}

const ended = (organization: AccountOrganization, departure: Departure): AccountOrganization => ({
  ...organization,
  state: 'left',
  blockers: [],
  departure,
  restorable: true,
  canAsk: ['restore'],
  canAdminister: false,
})

type Props = {
  /** The organization to leave; the dialog is open while there is one. */
  readonly organization: AccountOrganization | undefined
  readonly onClose: () => void
  readonly onLeft: (organization: AccountOrganization, departure: Departure) => void
}

export const LeaveDialog = ({ organization, onClose, onLeft }: Props) => {
  const words = useWords()
  const queries = useQueryClient()
  const preview = useQuery({
    ...previewQuery(organization?.id ?? ''),
    enabled: organization !== undefined,
  })
  const leave = useMutation({
    mutationFn: ({ id }: AccountOrganization) => account.leave(id),
    onSuccess: async (departure, left) => {
      const { id } = left
      queries.setQueryData(organizationsQuery.queryKey, (all) =>
        all?.map((one) => (one.id === id ? ended(one, departure) : one)),
      )
      queries.removeQueries({ queryKey: ['applications', id] })
      onLeft(left, departure)
      await queries.invalidateQueries(organizationsQuery)
    },
    // What stands in the way has changed since the list was read.
    onError: () => queries.invalidateQueries(organizationsQuery),
  })
  const close = () => {
    leave.reset()
    onClose()
  }
  if (organization === undefined) return null
  return (
    <ConfirmDialog
      open
      title={words.leave.title(organization.displayName)}
      confirmLabel={words.leave.confirm}
      danger
      ready={!preview.isPending}
      busy={leave.isPending}
      error={leave.error}
      onConfirm={() => leave.mutate(organization)}
      onClose={close}
    >
      <Question organization={organization} />
    </ConfirmDialog>
  )
}
