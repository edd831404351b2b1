/** The second confirmation before users are permanently deleted. */
import { Text } from '@fluentui/react-components'
import type { DeletedUser, PurgeResult } from '../../../src/client/graph.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { SaidInEnglish } from '../../ui/problem.tsx'
import { useNotify } from '../../ui/notify.tsx'
import { useAdmin } from '../admin-context.tsx'
import { mostAtOnce } from '../../../src/wire/at-once.ts'
import { FirstFew } from '../kit/first-few.tsx'
import { useChange } from '../kit/use-change.ts'
import type { ManyOutcome } from '../table/many-outcome.tsx'
import { useWords } from '../words.tsx'

const nameOf = (users: readonly DeletedUser[], id: string): string =>
  users.find((user) => user.id === id)?.displayName ?? id

const outcomeOf = (users: readonly DeletedUser[], results: readonly PurgeResult[]): ManyOutcome => {
  const failed = results.filter(({ deleted, waits }) => !deleted && waits !== true)
  return {
    done: results.filter(({ deleted }) => deleted).length,
    failed: failed.map(({ id, code, message }) => ({
      id,
      name: nameOf(users, id),
      reason: <SaidInEnglish codes={[code]} message={message ?? ''} />,
    })),
  }
}

const usePurge = (users: readonly DeletedUser[], onDone: (outcome: ManyOutcome) => void) => {
  const all = useWords()
  const words = all.deleted
  const { graph } = useAdmin()
  const notify = useNotify()
  const purgeAll = async (): Promise<ManyOutcome> => {
    const results: PurgeResult[] = []
    for (let from = 0; from < users.length; from += mostAtOnce) {
      const ids = users.slice(from, from + mostAtOnce).map(({ id }) => id)
      results.push(...(await graph.deleted.purgeMany(ids)).value)
    }
    const waiting = results.filter(({ waits }) => waits === true).length
    if (waiting > 0) notify(all.protection.asked(waiting))
    return outcomeOf(users, results)
  }
  return useChange<void, ManyOutcome>(purgeAll, {
    done: (outcome) => {
      if (outcome.done > 0) notify(words.purged(outcome.done))
      onDone(outcome)
    },
  })
}

type Props = {
  readonly users: readonly DeletedUser[]
  readonly onDone: (outcome: ManyOutcome) => void
  readonly onClose: () => void
}

export const PurgeDialog = ({ users, onDone, onClose }: Props) => {
  const words = useWords().deleted
  const purge = usePurge(users, onDone)
  return (
    <ConfirmDialog
      open
      danger
      title={words.purgeTitle(users.length)}
      confirmLabel={words.purge}
      busy={purge.isPending}
      error={purge.error}
      onConfirm={() => purge.mutate()}
      onClose={onClose}
    >
      <Text weight="semibold">{words.purgeText}</Text>
      <Text>{words.purgeList}</Text>
      <FirstFew
        of={users}
        keyOf={({ id }) => id}
        render={(user) => `${user.displayName} (${user['guesthouse.originalUserPrincipalName']})`}
      />
    </ConfirmDialog>
  )
}
