/** The export of what is held about a user: asked for, shown while it is made, and downloaded. */
import { Button, Field, ProgressBar, Text } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { secondMs } from '../../../src/client/time.ts'
import type { DataPolicyOperation, User } from '../../../src/client/graph.ts'
import { exportKeptDays } from '../../../src/client/kept-days.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { When } from '../../ui/when.tsx'
import { useAdmin } from '../admin-context.tsx'
import { OnceDialog } from '../kit/shown-once.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords } from '../words.tsx'

type Props = { readonly user: User; readonly onClose: () => void }

/** How often it is looked whether it is done. */
const everyMs = secondMs

const isMade = (operation: DataPolicyOperation | undefined): boolean =>
  operation?.status === 'complete' || operation?.status === 'failed'

const Download = ({ operation }: { readonly operation: DataPolicyOperation }) => {
  const words = useWords().user
  const { graph } = useAdmin()
  const download = useMutation({
    mutationFn: () => graph.exports.content(operation.id),
    onSuccess: (file) => saveFile(file, `personal-data-${operation.userId}.json`),
  })
  return (
    <>
      <div>
        <Button icon={<ArrowDownloadRegular />} onClick={() => download.mutate()}>
          {words.exportDownload}
        </Button>
      </div>
      <Text>
        {words.exportUntil} <When at={operation['guesthouse.expiresDateTime']} time />
      </Text>
      <ProblemBar error={download.error} />
    </>
  )
}

const Progress = ({ user, asked, onClose }: Props & { readonly asked: DataPolicyOperation }) => {
  const words = useWords().user
  const { graph, organizationId } = useAdmin()
  const { data: operation = asked, error } = useQuery({
    queryKey: [organizationId, 'export', asked.id],
    queryFn: () => graph.exports.read(asked.id),
    initialData: asked,
    refetchInterval: ({ state: { data } }) => (isMade(data) ? false : everyMs),
  })
  return (
    <OnceDialog title={words.exportTitle(user.displayName)} onClose={onClose}>
      <Field
        validationMessage={words.exportStatus[operation.status]}
        validationState={operation.status === 'failed' ? 'error' : 'none'}
      >
        <ProgressBar aria-label={words.exportPersonalData} value={operation.progress} max={100} />
      </Field>
      {operation.status === 'complete' ? <Download operation={operation} /> : null}
      <ProblemBar error={error} />
    </OnceDialog>
  )
}

/** Mount it to ask. */
export const ExportDialog = ({ user, onClose }: Props) => {
  const words = useWords().user
  const { graph } = useAdmin()
  const ask = useChange(() => graph.exports.begin(user.id))
  if (ask.data !== undefined) return <Progress user={user} asked={ask.data} onClose={onClose} />
  return (
    <ConfirmDialog
      open
      title={words.exportTitle(user.displayName)}
      confirmLabel={words.exportPersonalData}
      busy={ask.isPending}
      error={ask.error}
      onConfirm={() => ask.mutate(undefined)}
      onClose={onClose}
    >
      <Text>{words.exportText(exportKeptDays)}</Text>
    </ConfirmDialog>
  )
}
