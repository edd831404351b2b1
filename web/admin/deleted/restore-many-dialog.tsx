/** Restoring the users that are ticked, each with all that can come back. */
import { sends } from '../many/many-run.ts'
import { useWords } from '../words.tsx'
import { RestorePreviews } from './restore-previews.tsx'
import { namingOf, TickedDialog, type TickedProps } from './ticked-dialog.tsx'

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
        whom: (
          <RestorePreviews
            users={props.users.map((user) => ({ id: user.id, name: namingOf(user) }))}
          />
        ),
        sentence: words.manyDone.restore,
      }}
    />
  )
}
