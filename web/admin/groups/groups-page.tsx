/** The groups of the organization. */
import { Badge } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import type { Group } from '../../../src/client/graph.ts'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { GroupDialog } from './group-dialog.tsx'
import { ObjectSections } from '../deleted/objects/object-sections.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { column, nameColumn, textColumn, timeColumn, type Column } from '../table/columns.tsx'
import { OwnedList } from '../table/owned-list.tsx'
import { DialogButton } from '../kit/dialog-button.tsx'
import { useWords, type Words } from '../words.tsx'

const columnsOf = (words: Words): readonly Column<Group>[] => [
  nameColumn('group', words.name),
  textColumn('description', words.description, ({ description }) => description, { share: 3 }),
  column('isAssignableToRole', words.group.assignableShort, ({ isAssignableToRole }) =>
    isAssignableToRole === true ? (
      <Badge appearance="tint" color="important">
        {words.yes}
      </Badge>
    ) : (
      words.no
    ),
  ),
  timeColumn('createdDateTime', words.group.createdAt, (group) => group.createdDateTime),
]

const Groups = () => {
  const { graph } = useAdmin()
  const text = useWords().group
  return <OwnedList name="groups" load={graph.groups.list} columnsOf={columnsOf} text={text} />
}

export const GroupsPage = () => {
  const words = useWords()
  return (
    <AdminPage
      title={words.groups}
      actions={
        <DialogButton
          action="groups.write"
          appearance="primary"
          icon={<AddRegular />}
          renderDialog={(close) => <GroupDialog onClose={close} />}
        >
          {words.group.new}
        </DialogButton>
      }
    >
      <ObjectSections kind="group" />
      <ForThoseWhoMay action="groups.read">
        <Groups />
      </ForThoseWhoMay>
    </AdminPage>
  )
}
