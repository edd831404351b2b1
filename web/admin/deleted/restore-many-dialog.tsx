/** Restoring the users that are ticked, each with what stays ticked of what can come back. */
import { useState } from 'react'
import type { LeftOfUser } from '../../../src/client/graph.ts'
import { sendUsers } from '../many/many-run.ts'
import { useWords } from '../words.tsx'
import { leftOf, type Left } from './choice.ts'
import { RestorePreviews } from './restore-previews.tsx'
import { namingOf, TickedDialog, type TickedProps } from './ticked-dialog.tsx'

export const RestoreManyDialog = (props: TickedProps) => {
  const words = useWords().deleted
  const [left, onLeft] = useState<Left<LeftOfUser>>(new Map())
  return (
    <TickedDialog
      {...props}
      asked={{
        title: words.restoreManyTitle(props.users.length),
        text: words.objects.restoreManyText,
        label: words.restoreNow,
        send: sendUsers(({ deleted }, ids) => deleted.restoreMany(ids, leftOf(left, ids))),
        isChanged: left.size > 0,
        whom: (
          <RestorePreviews
            users={props.users.map((user) => ({ id: user.id, name: namingOf(user) }))}
            choice={{ left, onLeft }}
          />
        ),
        sentence: words.manyDone.restore,
      }}
    />
  )
}
