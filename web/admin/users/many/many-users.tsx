/** What is done with the users that are ticked, or with all that the list shows. */
import { Button, Text } from '@fluentui/react-components'
import {
  DeleteRegular,
  PersonAvailableRegular,
  PersonProhibitedRegular,
  PersonSupportRegular,
} from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Action, ListedUser, ListQuery } from '../../../../src/client/graph.ts'
import { ProblemBar } from '../../../ui/problem.tsx'
import { useAdmin } from '../../admin-context.tsx'
import { Bar } from '../../kit/bar.tsx'
import { MayButton } from '../../kit/may.tsx'
import { useWords } from '../../words.tsx'
import { ManyUsersDialog, type UserAct } from './many-users-dialog.tsx'

type Tool = { readonly act: UserAct; readonly action: Action; readonly icon: React.JSX.Element }

const tools: readonly Tool[] = [
  { act: 'disable', action: 'users.disable', icon: <PersonProhibitedRegular /> },
  { act: 'enable', action: 'users.disable', icon: <PersonAvailableRegular /> },
  { act: 'sponsor', action: 'users.update', icon: <PersonSupportRegular /> },
  { act: 'delete', action: 'users.delete', icon: <DeleteRegular /> },
]

type Props = {
  readonly ticked: readonly ListedUser[]
  /** What the list is asked, to find all that it shows. */
  readonly query: ListQuery
  readonly hasMore: boolean
  readonly onDone: () => void
}

/** How many all are, before anything is done with them. */
const AllChosen = ({ query }: Pick<Props, 'query'>) => {
  const words = useWords().many
  const { graph, organizationId } = useAdmin()
  const { data, error } = useQuery({
    queryKey: [organizationId, 'users', 'how many', query],
    queryFn: async () => (await graph.users.list({ ...query, count: true, top: 1 })).count ?? 0,
  })
  return (
    <>
      <output>{data === undefined ? words.countingAll : words.allChosen(data)}</output>
      <ProblemBar error={error} />
    </>
  )
}

/** The tools appear with the first tick. */
export const ManyUsers = ({ ticked, query, hasMore, onDone }: Props) => {
  const words = useWords().many
  const [act, setAct] = useState<UserAct>()
  const [all, setAll] = useState(false)
  if (ticked.length === 0) return null
  return (
    <>
      <Bar label={words.tools}>
        {all && hasMore ? <AllChosen query={query} /> : <Text>{words.chosen(ticked.length)}</Text>}
        {hasMore && (
          <Button appearance="subtle" onClick={() => setAll(!all)}>
            {all ? words.onlyTicked : words.chooseAll}
          </Button>
        )}
        {tools.map(({ act: one, action, icon }) => (
          <MayButton key={one} action={action} icon={icon} onClick={() => setAct(one)}>
            {words.acts[one]}
          </MayButton>
        ))}
      </Bar>
      {act !== undefined && (
        <ManyUsersDialog
          act={act}
          ticked={ticked}
          all={all && hasMore ? query : undefined}
          onClose={(finished) => {
            setAct(undefined)
            if (finished) onDone()
          }}
        />
      )}
    </>
  )
}
