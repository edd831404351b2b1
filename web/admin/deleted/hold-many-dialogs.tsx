/** Placing a hold on the users that are ticked, and ending it. Mount them to open them. */
import { holdUser } from '../../../src/wire/graph/users/restoring.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { TextField } from '../form/text-field.tsx'
import { useSentForm } from '../form/use-sent-form.ts'
import { outcomeOfMany } from '../many/many-outcome-of.tsx'
import { sendUsers, useManyRun } from '../many/many-run.ts'
import { RunProgress } from '../many/run-progress.tsx'
import { useWords } from '../words.tsx'
import { FirstTicked, TickedDialog, whomOf, type TickedProps } from './ticked-dialog.tsx'

export const HoldManyDialog = ({ users, onDone, onClose }: TickedProps) => {
  const words = useWords().deleted
  const run = useManyRun()
  const form = useSentForm({
    values: { reason: '' },
    send: async ({ reason }) => {
      const send = sendUsers(({ deleted }, ids) => deleted.holdMany(ids, reason.trim()))
      return outcomeOfMany(await run.start(send, whomOf(users)))
    },
    said: ({ done, failed }) => (failed.length === 0 ? words.manyDone.hold(done, 0) : undefined),
    done: onDone,
  })
  return (
    <FormDialog
      form={form}
      title={words.holdManyTitle(users.length)}
      submitLabel={words.hold}
      onClose={() => !run.running && onClose()}
    >
      <span>{words.holdManyText}</span>
      <FirstTicked users={users} />
      <TextField
        control={form.control}
        name="reason"
        of={holdUser.sent.reason}
        required
        label={words.holdReason}
        hint={words.holdReasonHint}
        lines={3}
      />
      <RunProgress run={run} all={users.length} />
    </FormDialog>
  )
}

const endHolds = sendUsers(({ deleted }, ids) => deleted.endHoldMany(ids))

export const EndHoldManyDialog = (props: TickedProps) => {
  const words = useWords().deleted
  return (
    <TickedDialog
      {...props}
      asked={{
        title: words.endHoldManyTitle(props.users.length),
        text: words.endHoldManyText(
          props.users.filter((user) => !user['guesthouse.isRestorable']).length,
        ),
        label: words.endHold,
        send: endHolds,
        whom: <FirstTicked users={props.users} />,
        sentence: words.manyDone.endHold,
      }}
    />
  )
}
