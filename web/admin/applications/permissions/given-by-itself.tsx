/** What an application was given by itself. */
import { makeStyles } from '@fluentui/react-components'
import { SubtractCircleRegular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import type { Application, AppRoleAssignment } from '../../../../src/client/graph.ts'
import { Card } from '../../../ui/card.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useAdmin } from '../../admin-context.tsx'
import { Question } from '../../kit/question.tsx'
import { actionsColumn, column, timeColumn, type Column } from '../../table/columns.tsx'
import { usePaged } from '../../table/paged-list.tsx'
import { PagedTable } from '../../table/paged-table.tsx'
import { useWords, type Words } from '../../words.tsx'
import {
  PermissionButton,
  PermissionName,
  PermissionPlace,
  type OneProps,
} from './permission-cells.tsx'

const useStyles = makeStyles({ hint: { margin: '0' } })

const oneOf = ({ resourceId, appRoleId }: AppRoleAssignment): OneProps => ({
  at: { id: resourceId },
  kind: 'Role',
  which: appRoleId,
})

type Taking = { readonly given: AppRoleAssignment; readonly name: string }

const columnsOf = (
  words: Words,
  onTake: (taking: Taking) => void,
): readonly Column<AppRoleAssignment>[] => [
  column('permission', words.permission.permission, (one) => <PermissionName {...oneOf(one)} />, {
    share: 3,
  }),
  column('at', words.permission.at, (one) => <PermissionPlace at={oneOf(one).at} />, { share: 2 }),
  timeColumn('createdDateTime', words.permission.since, (one) => one.createdDateTime),
  actionsColumn(
    words,
    (given) => (
      <PermissionButton
        {...oneOf(given)}
        icon={<SubtractCircleRegular />}
        label={words.permission.takeBack}
        labelNamed={(name) => words.permission.takeNamed(name, words.permission.kinds.Role)}
        onPress={(name) => onTake({ given, name })}
      />
    ),
    { share: 2 },
  ),
]

export const GivenByItself = ({ application: { id } }: { readonly application: Application }) => {
  const words = useWords()
  const text = words.permission
  const styles = useStyles()
  const { graph } = useAdmin()
  const [taking, setTaking] = useState<Taking>()
  const columns = useMemo(() => columnsOf(words, setTaking), [words])
  const list = usePaged(['application', id, 'ofItself'], (query) =>
    graph.permissions.ofItself(id, query),
  )
  return (
    <Card title={text.ofItself}>
      <p className={styles.hint}>{text.ofItselfHint}</p>
      <PagedTable
        label={text.ofItself}
        list={list}
        columns={columns}
        keyOf={(one) => one.id}
        empty={<EmptyState title={text.ofItselfNone} hint={text.ofItselfNoneHint} />}
      />
      {taking !== undefined && (
        <Question
          asked={{
            title: text.takeTitle(taking.name),
            text: text.takeRoleText,
            label: text.takeBack,
            said: text.taken(taking.name),
            run: () => graph.permissions.take(id, taking.given.id),
          }}
          onClose={() => setTaking(undefined)}
        />
      )}
    </Card>
  )
}
