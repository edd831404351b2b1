/** The applications of the organization. */
import { AddRegular } from '@fluentui/react-icons'
import type { ListedApplication } from '../../../src/client/graph.ts'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { ApplicationDialog } from './application-dialog.tsx'
import { ObjectSections } from '../deleted/objects/object-sections.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { nameColumn, numberColumn, textColumn, type Column } from '../table/columns.tsx'
import { OwnedList } from '../table/owned-list.tsx'
import { DialogButton } from '../kit/dialog-button.tsx'
import { useWords, type Words } from '../words.tsx'

const columnsOf = (words: Words): readonly Column<ListedApplication>[] => [
  nameColumn('servicePrincipal', words.name),
  textColumn('description', words.description, ({ description }) => description, { share: 3 }),
  textColumn('homepage', words.application.homepage, ({ homepage }) => homepage, { share: 2 }),
  numberColumn('appRoles', words.application.appRoles, ({ appRoles }) => appRoles.length),
]

const Applications = () => {
  const { graph } = useAdmin()
  const text = useWords().application
  return (
    <OwnedList
      name="applications"
      load={graph.applications.list}
      columnsOf={columnsOf}
      text={text}
    />
  )
}

export const ApplicationsPage = () => {
  const words = useWords()
  return (
    <AdminPage
      title={words.applications}
      actions={
        <DialogButton
          action="applications.write"
          appearance="primary"
          icon={<AddRegular />}
          renderDialog={(close) => <ApplicationDialog onClose={close} />}
        >
          {words.application.new}
        </DialogButton>
      }
    >
      <ObjectSections kind="application" />
      <ForThoseWhoMay action="applications.read">
        <Applications />
      </ForThoseWhoMay>
    </AdminPage>
  )
}
