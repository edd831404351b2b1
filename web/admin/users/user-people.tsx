/** Who answers for a user: sponsors and the manager. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DirectoryObject } from '../../../src/client/graph.ts'
import { maxSponsors } from '../../../src/wire/ties.ts'
import { Card } from '../../ui/card.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { useAdmin } from '../admin-context.tsx'
import { Bar } from '../kit/bar.tsx'
import { LinkedObjects } from '../kit/linked-objects.tsx'
import { MayButton } from '../kit/may.tsx'
import { ObjectLink } from '../kit/object-link.tsx'
import { PickDialog } from '../form/pick-dialog.tsx'
import { Question } from '../kit/question.tsx'
import { useWords } from '../words.tsx'

type Props = { readonly userId: string }

export const Sponsors = ({ userId }: Props) => {
  const words = useWords()
  const { graph, organizationId } = useAdmin()
  const { data } = useQuery({
    queryKey: [organizationId, 'user', userId, 'sponsorCount'],
    queryFn: async () => (await graph.users.sponsors(userId)).value.length,
  })
  return (
    <Card title={words.user.sponsors.label}>
      <LinkedObjects
        listKey={['user', userId, 'sponsors']}
        load={(query) => graph.users.sponsors(userId, query)}
        link={words.user.sponsors}
        kinds={['user', 'group']}
        action="users.update"
        full={
          data !== undefined && data >= maxSponsors
            ? words.user.sponsorsFull(maxSponsors)
            : undefined
        }
        add={(sponsor) => graph.users.addSponsor(userId, sponsor.id)}
        remove={(sponsorId) => graph.users.removeSponsor(userId, sponsorId)}
      />
    </Card>
  )
}

const ManagerTools = ({
  userId,
  manager,
}: Props & { readonly manager: DirectoryObject | null }) => {
  const words = useWords()
  const { graph } = useAdmin()
  const [task, setTask] = useState<'set' | 'remove'>()
  const close = () => setTask(undefined)
  return (
    <Bar label={words.user.manager}>
      <MayButton action="users.update" onClick={() => setTask('set')}>
        {manager === null ? words.user.setManager : words.user.changeManager}
      </MayButton>
      {manager !== null && (
        <MayButton action="users.update" onClick={() => setTask('remove')}>
          {words.user.removeManager}
        </MayButton>
      )}
      {task === 'set' && (
        <PickDialog
          title={words.user.setManager}
          label={words.user.pickManager}
          submitLabel={words.save}
          kinds={['user']}
          said={words.user.managerSet}
          add={(choice) => graph.users.setManager(userId, choice.id)}
          onClose={close}
        />
      )}
      {task === 'remove' && (
        <Question
          asked={{
            title: words.user.removeManagerTitle,
            text: words.user.removeManagerText(manager?.displayName ?? ''),
            label: words.user.removeManager,
            run: () => graph.users.removeManager(userId),
            said: words.user.managerRemoved,
          }}
          onClose={close}
        />
      )}
    </Bar>
  )
}

export const Manager = ({ userId }: Props) => {
  const words = useWords()
  const { graph, organizationId } = useAdmin()
  const { data, error } = useQuery({
    queryKey: [organizationId, 'user', userId, 'manager'],
    queryFn: () => graph.users.manager(userId),
  })
  return (
    <Card title={words.user.manager}>
      <ProblemBar error={error} />
      {data === undefined && error === null && <Loading />}
      {data === null && <span>{words.user.noManager}</span>}
      {data != null && (
        <ObjectLink
          kind="user"
          id={data.id}
          name={data.displayName}
          detail={data.userPrincipalName}
        />
      )}
      {data !== undefined && <ManagerTools userId={userId} manager={data} />}
    </Card>
  )
}
