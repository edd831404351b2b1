/** What an application was given for people: for everybody, and for whom. */
import { makeStyles } from '@fluentui/react-components'
import { SubtractCircleRegular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import type { Application, PermissionGrant } from '../../../../src/client/graph.ts'
import { quoted } from '../../../../src/client/graph-calls.ts'
import { Card } from '../../../ui/card.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useAdmin } from '../../admin-context.tsx'
import { ObjectLink } from '../../kit/object-link.tsx'
import { Question } from '../../kit/question.tsx'
import { actionsColumn, column, type Column } from '../../table/columns.tsx'
import { usePaged } from '../../table/paged-list.tsx'
import { PagedTable } from '../../table/paged-table.tsx'
import { useWords, type Words } from '../../words.tsx'
import {
  PermissionButton,
  PermissionName,
  PermissionPlace,
  type OneProps,
} from './permission-cells.tsx'
import { useNames } from './use-names.ts'

const useStyles = makeStyles({ hint: { margin: '0' } })

/** One scope of a grant. */
type Row = { readonly grant: PermissionGrant; readonly scope: string }

const scopesOf = ({ scope }: PermissionGrant): string[] =>
  scope.split(' ').filter((one) => one !== '')

const oneOf = ({ grant: { resourceId }, scope }: Row): OneProps => ({
  at: { id: resourceId },
  kind: 'Scope',
  which: scope,
})

type Names = ReadonlyMap<string, string>

const whomOf = (words: Words, names: Names, { grant: { principalId } }: Row): string =>
  principalId === null ? words.permission.everybody : (names.get(principalId) ?? principalId)

const ForWhom = ({ row, names }: { readonly row: Row; readonly names: Names }) => {
  const words = useWords()
  const { principalId } = row.grant
  if (principalId === null) return words.permission.everybody
  return <ObjectLink kind="user" id={principalId} name={whomOf(words, names, row)} />
}

type Taking = { readonly row: Row; readonly name: string }

const columnsOf = (
  words: Words,
  names: Names,
  onTake: (taking: Taking) => void,
): readonly Column<Row>[] => [
  column('permission', words.permission.permission, (row) => <PermissionName {...oneOf(row)} />, {
    share: 3,
  }),
  column('at', words.permission.at, (row) => <PermissionPlace at={oneOf(row).at} />, { share: 2 }),
  column('forWhom', words.permission.forWhom, (row) => <ForWhom row={row} names={names} />, {
    share: 2,
  }),
  actionsColumn(
    words,
    (row) => (
      <PermissionButton
        {...oneOf(row)}
        icon={<SubtractCircleRegular />}
        label={words.permission.takeBack}
        labelNamed={(name) => words.permission.takeNamed(name, whomOf(words, names, row))}
        onPress={(name) => onTake({ row, name })}
      />
    ),
    { share: 2 },
  ),
]

const TakeQuestion = ({
  taking,
  onClose,
}: {
  readonly taking: Taking
  readonly onClose: () => void
}) => {
  const text = useWords().permission
  const { graph } = useAdmin()
  const { grant, scope } = taking.row
  const rest = scopesOf(grant).filter((one) => one !== scope)
  return (
    <Question
      asked={{
        title: text.takeTitle(taking.name),
        text: text.takeScopeText,
        label: text.takeBack,
        said: text.taken(taking.name),
        run: () => graph.permissions.changeGrant(grant.id, rest.join(' ')),
      }}
      onClose={onClose}
    />
  )
}

export const GivenForPeople = ({ application: { id } }: { readonly application: Application }) => {
  const words = useWords()
  const text = words.permission
  const styles = useStyles()
  const { graph } = useAdmin()
  const [taking, setTaking] = useState<Taking>()
  const list = usePaged(['application', id, 'grants'], graph.permissions.grants, {
    filter: `clientId eq ${quoted(id)}`,
  })
  const rows = list.items?.flatMap((grant) => scopesOf(grant).map((scope) => ({ grant, scope })))
  const names = useNames(list.items ?? [])
  const columns = useMemo(() => columnsOf(words, names, setTaking), [words, names])
  return (
    <Card title={text.forPeople}>
      <p className={styles.hint}>{text.forPeopleHint}</p>
      <PagedTable
        label={text.forPeople}
        list={{ ...list, items: rows }}
        columns={columns}
        keyOf={({ grant, scope }) => `${grant.id} ${scope}`}
        empty={<EmptyState title={text.forPeopleNone} hint={text.forPeopleNoneHint} />}
      />
      {taking !== undefined && (
        <TakeQuestion taking={taking} onClose={() => setTaking(undefined)} />
      )}
    </Card>
  )
}
