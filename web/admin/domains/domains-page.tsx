/** The domains of the organization, and what is done with each. */
import { Badge } from '@fluentui/react-components'
import {
  AddRegular,
  CheckmarkCircleRegular,
  DeleteRegular,
  StarRegular,
} from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import type { Domain } from '../../../src/client/graph.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { ForThoseWhoMay, MayButton } from '../kit/may.tsx'
import { actionsColumn, column, textColumn, type Column } from '../table/columns.tsx'
import { usePaged } from '../table/paged-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { useWords, type Words } from '../words.tsx'
import { DomainTask, type Task } from './domain-dialogs.tsx'

const State = ({ domain: { isDefault, isVerified } }: { readonly domain: Domain }) => {
  const { states } = useWords().domainList
  if (!isVerified) return <Badge color="warning">{states.unverified}</Badge>
  if (!isDefault) return states.verified
  return (
    <Badge appearance="tint" color="informative">
      {states.default}
    </Badge>
  )
}

/** Why one cannot be removed; undefined where the server is asked. */
const staysOf = (words: Words, { isDefault, isInitial }: Domain): string | undefined => {
  if (isDefault) return words.domainList.defaultStays
  return isInitial ? words.domainList.initialStays : undefined
}

type OneProps = { readonly domain: Domain; readonly onTask: (task: Task) => void }

/** What can be done with one: it is verified first, and the default one then. */
const Actions = ({ domain, onTask }: OneProps) => {
  const words = useWords()
  const text = words.domainList
  const { id, isDefault, isVerified } = domain
  const looks = {
    action: 'organization.write',
    size: 'small',
    appearance: 'subtle',
  } as const
  return (
    <>
      {!isVerified && (
        <MayButton
          {...looks}
          icon={<CheckmarkCircleRegular />}
          aria-label={text.verifyNamed(id)}
          onClick={() => onTask({ kind: 'verify', domain })}
        >
          {text.verify}
        </MayButton>
      )}
      {isVerified && !isDefault && (
        <MayButton
          {...looks}
          icon={<StarRegular />}
          aria-label={text.makeDefaultNamed(id)}
          onClick={() => onTask({ kind: 'makeDefault', domain })}
        >
          {text.makeDefault}
        </MayButton>
      )}
      <MayButton
        {...looks}
        icon={<DeleteRegular />}
        blocked={staysOf(words, domain)}
        aria-label={words.removeNamed(id)}
        onClick={() => onTask({ kind: 'remove', domain })}
      >
        {words.remove}
      </MayButton>
    </>
  )
}

const columnsOf = (words: Words, onTask: (task: Task) => void): readonly Column<Domain>[] => [
  textColumn('id', words.domainList.name, ({ id }) => id, { share: 2 }),
  column('state', words.domainList.state, (domain) => <State domain={domain} />),
  textColumn(
    'signIn',
    words.domainList.signIn,
    ({ authenticationType }) => words.domainList.signsIn[authenticationType],
  ),
  actionsColumn(words, (domain) => <Actions domain={domain} onTask={onTask} />, { share: 2 }),
]

const Domains = ({ onTask }: Pick<OneProps, 'onTask'>) => {
  const words = useWords()
  const { graph } = useAdmin()
  // The buttons are drawn once, so that one keeps the focus while its dialog comes and goes.
  const columns = useMemo(() => columnsOf(words, onTask), [words, onTask])
  return (
    <PagedTable
      label={words.domainList.title}
      list={usePaged(['domains'], () => graph.domains.list())}
      columns={columns}
      keyOf={({ id }) => id}
      empty={<EmptyState title={words.domainList.empty} hint={words.domainList.emptyHint} />}
    />
  )
}

export const DomainsPage = () => {
  const text = useWords().domainList
  const [task, setTask] = useState<Task>()
  return (
    <AdminPage
      title={text.title}
      intro={text.intro}
      actions={
        <MayButton
          action="organization.write"
          appearance="primary"
          icon={<AddRegular />}
          onClick={() => setTask({ kind: 'new' })}
        >
          {text.new}
        </MayButton>
      }
    >
      <ForThoseWhoMay action="organization.read">
        <Domains onTask={setTask} />
      </ForThoseWhoMay>
      {task !== undefined && <DomainTask task={task} onTask={setTask} />}
    </AdminPage>
  )
}
