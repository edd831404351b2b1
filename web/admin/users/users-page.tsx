/** The users of the organization: all of them, its members, or its guests. */
import { PersonAddRegular } from '@fluentui/react-icons'
import { useAdmin, useMay } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { Bar } from '../kit/bar.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { NewUserDialog } from './new-user-dialog.tsx'
import { ColumnMenu } from '../table/column-menu.tsx'
import { useColumns } from '../table/columns.tsx'
import { EmptyList } from '../table/empty-list.tsx'
import { ClearFilters, ListFilter } from '../table/list-filter.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { SearchField } from '../table/search-field.tsx'
import { guestColumns, userColumnsOf, usualColumns } from './user-columns.tsx'
import { useAsked, type Asked } from '../table/use-asked.ts'
import { useSearchedList } from '../table/use-searched-list.ts'
import { UserSections } from './user-sections.tsx'
import { DialogButton } from '../kit/dialog-button.tsx'
import { useWords, type Words } from '../words.tsx'

type Section = 'all' | 'members' | 'guests'
type State = keyof Words['user']['stateFilters']

const sectionFilters: Readonly<Record<Section, string | undefined>> = {
  all: undefined,
  members: `userType eq 'Member'`,
  guests: `userType eq 'Guest'`,
}
const stateFilters: Readonly<Record<State, string>> = {
  enabled: 'accountEnabled eq true',
  disabled: 'accountEnabled eq false',
  invited: `externalUserState eq 'PendingAcceptance'`,
  noSponsor: 'sponsors/$count eq 0',
}
const states = Object.keys(stateFilters) as State[]

const filterOf = (section: Section, asked: Asked): string => {
  const state = states.find((one) => one === asked.value('state'))
  return [sectionFilters[section], state === undefined ? undefined : stateFilters[state]]
    .filter((one) => one !== undefined)
    .join(' and ')
}

const NoUsers = ({
  section,
  narrowed,
}: {
  readonly section: Section
  readonly narrowed: boolean
}) => {
  const words = useWords().user
  const empty =
    section === 'guests'
      ? { title: words.emptyGuests, hint: words.emptyGuestsHint }
      : { title: words.emptyAll, hint: words.emptyAllHint }
  return <EmptyList narrowed={narrowed} {...empty} />
}

const Users = ({ section }: { readonly section: Section }) => {
  const words = useWords().user
  const { graph } = useAdmin()
  const asked = useAsked(`users.${section}`)
  const table = useSearchedList(asked, ['users'], graph.users.list, {
    filter: filterOf(section, asked),
    orderBy: 'displayName',
    inspects: useMay('users.inspect').allowed,
  })
  const columns = useColumns(userColumnsOf)
  const usual = section === 'guests' ? guestColumns : usualColumns
  return (
    <>
      <Bar label={words.tools}>
        <SearchField
          label={words.search}
          value={asked.value('search')}
          onSearch={(search) => asked.ask({ search })}
        />
        <ListFilter
          asked={asked}
          name="state"
          label={words.userState}
          any={words.allStates}
          options={words.stateFilters}
        />
        <ColumnMenu asked={asked} columns={columns} usual={usual} />
        <ClearFilters asked={asked} />
      </Bar>
      <PagedTable
        {...table}
        label={words[section]}
        columns={columns}
        visible={table.visible ?? usual}
        keyOf={({ id }) => id}
        empty={<NoUsers section={section} narrowed={asked.narrowed} />}
      />
    </>
  )
}

export const UsersPage = ({ section }: { readonly section: Section }) => {
  const words = useWords()
  return (
    <AdminPage
      title={section === 'all' ? words.users : words.user[section]}
      actions={
        <DialogButton
          action="users.create"
          appearance="primary"
          icon={<PersonAddRegular />}
          renderDialog={(close) => <NewUserDialog onClose={close} />}
        >
          {words.user.new}
        </DialogButton>
      }
    >
      <UserSections />
      <ForThoseWhoMay action="users.read">
        <Users section={section} />
      </ForThoseWhoMay>
    </AdminPage>
  )
}
