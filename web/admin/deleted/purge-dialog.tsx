/** The second confirmation before users are permanently deleted. */
import { Text } from '@fluentui/react-components'
import type { DeletedUser, PurgeResult } from '../../../src/client/graph.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useNotify } from '../../ui/notify.tsx'
import { useAdmin } from '../admin-context.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords } from '../words.tsx'

/** What one request may name. */
const atOnce = 100
const namesShown = 10

/** A user who is still here, and why. */
export type NotPurged = { readonly id: string; readonly name: string; readonly reason: string }
export type PurgeOutcome = { readonly done: number; readonly failed: readonly NotPurged[] }

const nameOf = (users: readonly DeletedUser[], id: string): string =>
  users.find((user) => user.id === id)?.displayName ?? id

type Props = {
  readonly users: readonly DeletedUser[]
  readonly onDone: (outcome: PurgeOutcome) => void
  readonly onClose: () => void
}

export const PurgeDialog = ({ users, onDone, onClose }: Props) => {
  const words = useWords()
  const { graph } = useAdmin()
  const notify = useNotify()
  const purgeAll = async (): Promise<PurgeOutcome> => {
    const results: PurgeResult[] = []
    for (let from = 0; from < users.length; from += atOnce) {
      const ids = users.slice(from, from + atOnce).map(({ id }) => id)
      results.push(...(await graph.deleted.purgeMany(ids)).value)
    }
    const failed = results.filter(({ deleted }) => !deleted)
    return {
      done: results.length - failed.length,
      failed: failed.map(({ id, message }) => ({
        id,
        name: nameOf(users, id),
        reason: message ?? '',
      })),
    }
  }
  const purge = useChange<void, PurgeOutcome>(purgeAll, {
    done: (outcome) => {
      if (outcome.done > 0) notify(words.deleted.purged(outcome.done))
      onDone(outcome)
    },
  })
  return (
    <ConfirmDialog
      open
      danger
      title={words.deleted.purgeTitle(users.length)}
      confirmLabel={words.deleted.purge}
      busy={purge.isPending}
      error={purge.error}
      onConfirm={() => purge.mutate()}
      onClose={onClose}
    >
      <Text weight="semibold">{words.deleted.purgeText}</Text>
      <Text>{words.deleted.purgeList}</Text>
      <ul>
        {users
          .slice(0, namesShown)
          .map(
            ({
              id,
              displayName,
              'guesthouse.originalUserPrincipalName': originalUserPrincipalName,
            }) => (
              <li key={id}>
                {displayName} ({originalUserPrincipalName})
              </li>
            ),
          )}
        {users.length > namesShown && <li>{words.deleted.andMore(users.length - namesShown)}</li>}
      </ul>
    </ConfirmDialog>
  )
}
