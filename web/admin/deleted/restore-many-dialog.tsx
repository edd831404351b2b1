/** Restoring the users that are ticked, each with all that can come back. */
import { sends } from '../many/many-run.ts'
import { useWords } from '../words.tsx'
import { TickedDialog, type TickedProps } from './ticked-dialog.tsx'

export const RestoreManyDialog = (props: TickedProps) => {
  const words = useWords().deleted
  return (
    <TickedDialog
      {...props}
      asked={{
        title: words.restoreManyTitle(props.users.length),
        text: words.restoreManyText,
        label: words.restoreNow,
        send: sends.restore,
        sentence: words.manyDone.restore,
      }}
    />
  )
}
