/** The users of the organization: all of them, its members, or its guests. */
import { Field, Select } from '@fluentui/react-components'
import { PersonAddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useAdmin, useMay } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { Bar } from '../kit/bar.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { NewUserDialog } from './new-user-dialog.tsx'
import { useColumns } from '../table/columns.tsx'
import { EmptyList } from '../table/empty-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { SearchField } from '../table/search-field.tsx'
import { ColumnMenu, userColumnsOf, guestColumns, usualColumns } from './user-columns.tsx'
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

const StateFilter = ({
  state,
  onChange,
}: {
  readonly state: State | undefined
  readonly onChange: (state: State | undefined) => void
}) => {
  const words = useWords()
  return (
    <Field label={words.user.userState}>
      <Select
        value={state ?? ''}
        onChange={(_, { value }) => onChange(states.find((one) => one === value))}
      >
        <option value="">{words.user.allStates}</option>
        {states.map((one) => (
          <option key={one} value={one}>
            {words.user.stateFilters[one]}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** The state that is asked for. In the address, so that the overview can lead to it. */
const useStateFilter = () => {
  const [address, setAddress] = useSearchParams()
  const state = states.find((one) => one === address.get('state'))
  const setState = (chosen: State | undefined) =>
    setAddress(chosen === undefined ? {} : { state: chosen }, { replace: true })
  return { state, setState }
}

const filterOf = (section: Section, state: State | undefined): string =>
  [sectionFilters[section], state === undefined ? undefined : stateFilters[state]]
    .filter((one) => one !== undefined)
    .join(' and ')

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
  const { state, setState } = useStateFilter()
  const { search, setSearch, table } = useSearchedList(['users'], graph.users.list, {
    filter: filterOf(section, state),
    orderBy: 'displayName',
    inspects: useMay('users.inspect').allowed,
  })
  const columns = useColumns(userColumnsOf)
  const [visible, setVisible] = useState(section === 'guests' ? guestColumns : usualColumns)
  return (
    <>
      <Bar label={words.tools}>
        <SearchField label={words.search} onSearch={setSearch} />
        <StateFilter state={state} onChange={setState} />
        <ColumnMenu columns={columns} chosen={visible} onChoose={setVisible} />
      </Bar>
      <PagedTable
        {...table}
        label={words[section]}
        columns={columns}
        visible={visible}
        keyOf={({ id }) => id}
        empty={<NoUsers section={section} narrowed={search !== '' || state !== undefined} />}
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
