/** What an application was given by itself. */
import { useMemo } from 'react'
import type { Application, AppRoleAssignment } from '../../../../src/client/graph.ts'
import { useAdmin } from '../../admin-context.tsx'
import { timeColumn } from '../../table/columns.tsx'
import { usePaged } from '../../table/paged-list.tsx'
import { useWords, type Words } from '../../words.tsx'
import { GivenCard } from './given-card.tsx'
import type { OneProps } from './permission-cells.tsx'

const oneOf = ({ resourceId, appRoleId }: AppRoleAssignment): OneProps => ({
  at: { id: resourceId },
  kind: 'Role',
  which: appRoleId,
})

const looksOf = ({ permission: text }: Words) => ({
  columns: [
    timeColumn<AppRoleAssignment>('createdDateTime', text.since, (one) => one.createdDateTime),
  ],
  forWhom: () => text.kinds.Role,
})

export const GivenByItself = ({ application: { id } }: { readonly application: Application }) => {
  const words = useWords()
  const text = words.permission
  const { graph } = useAdmin()
  const looks = useMemo(() => looksOf(words), [words])
  const list = usePaged(['application', id, 'ofItself'], (query) =>
    graph.permissions.ofItself(id, query),
  )
  return (
    <GivenCard
      title={text.ofItself}
      hint={text.ofItselfHint}
      none={{ title: text.ofItselfNone, hint: text.ofItselfNoneHint }}
      list={list}
      {...looks}
      oneOf={oneOf}
      keyOf={(one) => one.id}
      text={text.takeRoleText}
      take={(given) => graph.permissions.take(id, given.id)}
    />
  )
}
