/** Where people whose home this is are guests, and what is told about guests (R141). */
import { useQuery } from '@tanstack/react-query'
import type { GuestElsewhere } from '../../../src/client/graph.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { SettingSwitch } from '../kit/setting-switch.tsx'
import { linkColumn, textColumn, timeColumn, type Column } from '../table/columns.tsx'
import { usePaged } from '../table/paged-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { useWords, type Words } from '../words.tsx'

const columnsOf = ({ elsewhere }: Words): readonly Column<GuestElsewhere>[] => [
  linkColumn('person', elsewhere.person, ({ userId, userDisplayName }) => ({
    kind: 'user',
    id: userId,
    name: userDisplayName,
  })),
  textColumn('organization', elsewhere.organization, (one) => one.organizationDisplayName),
  textColumn('state', elsewhere.state, ({ accountEnabled }) =>
    accountEnabled ? elsewhere.enabled : elsewhere.disabled,
  ),
  timeColumn('since', elsewhere.since, (one) => one.guestSinceDateTime),
  timeColumn('agreed', elsewhere.agreed, (one) => one.agreedDateTime),
]

/** Where everybody is a guest elsewhere, or one user. */
const Register = ({ userId }: { readonly userId?: string }) => {
  const words = useWords()
  const { guestsElsewhere } = useAdmin().graph
  const list = usePaged(['guestsElsewhere', userId ?? ''], (query) =>
    userId === undefined ? guestsElsewhere.all(query) : guestsElsewhere.of(userId, query),
  )
  return (
    <PagedTable
      label={words.elsewhere.title}
      list={list}
      columns={columnsOf(words)}
      keyOf={({ id }) => id}
      empty={<EmptyState title={words.elsewhere.empty} hint={words.elsewhere.emptyHint} />}
    />
  )
}

/** The same on the page of a user. */
export const UserElsewhere = ({ userId }: { readonly userId: string }) => {
  const words = useWords().elsewhere
  return (
    <ForThoseWhoMay action="users.elsewhere" title={words.title}>
      <Card title={words.title}>
        <Register userId={userId} />
      </Card>
    </ForThoseWhoMay>
  )
}

const settings = {
  names: {
    property: 'guesthouse.namesGuestsToHomes',
    hint: 'namesHint',
    on: 'named',
    off: 'notNamed',
  },
  tells: { property: 'guesthouse.tellsOfDisabling', hint: 'tellsHint', on: 'told', off: 'notTold' },
} as const

const Setting = ({
  name,
  isOn,
}: {
  readonly name: keyof typeof settings
  readonly isOn: boolean
}) => {
  const words = useWords().elsewhere
  const { graph } = useAdmin()
  const { property, hint, on, off } = settings[name]
  return (
    <SettingSwitch
      label={words[name]}
      hint={words[hint]}
      isOn={isOn}
      change={(wanted) => graph.organization.updatePolicy({ [property]: wanted })}
      said={(wanted) => (wanted ? words[on] : words[off])}
    />
  )
}

const Agreement = () => {
  const words = useWords().elsewhere
  const { graph, organizationId } = useAdmin()
  const { data, error } = useQuery({
    queryKey: [organizationId, 'policy'],
    queryFn: () => graph.organization.policy(),
  })
  return (
    <Card title={words.agreement}>
      <ProblemBar error={error} />
      {data === undefined ? (
        error === null && <Loading />
      ) : (
        <>
          <Setting name="names" isOn={data['guesthouse.namesGuestsToHomes']} />
          <Setting name="tells" isOn={data['guesthouse.tellsOfDisabling']} />
        </>
      )}
    </Card>
  )
}

export const GuestsElsewherePage = () => {
  const words = useWords().elsewhere
  return (
    <AdminPage title={words.title} intro={words.intro}>
      <ForThoseWhoMay action="users.elsewhere">
        <Register />
        <Agreement />
      </ForThoseWhoMay>
    </AdminPage>
  )
}
