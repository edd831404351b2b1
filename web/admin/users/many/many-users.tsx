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
import { ManyUsersDialog } from './many-users-dialog.tsx'
import { isAmong, whyNotMe, withoutMe, type UserAct } from './without-me.ts'

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

/** How many are ticked, and that I am one of them. */
const Ticked = ({ ticked }: Pick<Props, 'ticked'>) => {
  const { many, meAmongMany } = useWords()
  return (
    <Text>
      {many.chosen(ticked.length)}
      {isAmong(ticked) && <> · {meAmongMany.ticked}</>}
    </Text>
  )
}

type ToolsProps = {
  /** Undefined for all that the list finds, among whom there are others than me. */
  readonly ticked: readonly ListedUser[] | undefined
  readonly onChoose: (act: UserAct) => void
}

const Tools = ({ ticked, onChoose }: ToolsProps) => {
  const words = useWords()
  const blockOf = (act: UserAct): string | undefined =>
    ticked === undefined || withoutMe(act, ticked).length > 0 ? undefined : whyNotMe(words, act)
  return tools.map(({ act, action, icon }) => (
    <MayButton
      key={act}
      action={action}
      blocked={blockOf(act)}
      icon={icon}
      onClick={() => onChoose(act)}
    >
      {words.many.acts[act]}
    </MayButton>
  ))
}

/** The tools appear with the first tick. */
export const ManyUsers = ({ ticked, query, hasMore, onDone }: Props) => {
  const words = useWords().many
  const [act, setAct] = useState<UserAct>()
  const [all, setAll] = useState(false)
  if (ticked.length === 0) return null
  const isWider = all && hasMore
  return (
    <>
      <Bar label={words.tools}>
        {isWider ? <AllChosen query={query} /> : <Ticked ticked={ticked} />}
        {hasMore && (
          <Button appearance="subtle" onClick={() => setAll(!all)}>
            {all ? words.onlyTicked : words.chooseAll}
          </Button>
        )}
        <Tools ticked={isWider ? undefined : ticked} onChoose={setAct} />
      </Bar>
      {act !== undefined && (
        <ManyUsersDialog
          act={act}
          ticked={ticked}
          all={isWider ? query : undefined}
          onClose={(finished) => {
            setAct(undefined)
            if (finished) onDone()
          }}
        />
      )}
    </>
  )
}
