/** The lifecycle policies of the organization. */
import { AddRegular } from '@fluentui/react-icons'
import type { LifecyclePolicy } from '../../../src/wire/graph/lifecycle.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useSpeech } from '../../ui/words.tsx'
import type { Speech } from '../../../src/words/speech.ts'
import { useAdmin, useMay } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import {
  column,
  nameColumn,
  numberColumn,
  textColumn,
  timeColumn,
  type Column,
} from '../table/columns.tsx'
import { usePaged } from '../table/paged-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { useWords, type Words } from '../words.tsx'
import { PolicySwitch } from './policy-switch.tsx'
import { rulesIn } from './policy-wish.ts'

const columnsOf = (words: Words, speech: Speech): readonly Column<LifecyclePolicy>[] => [
  nameColumn('policy', words.policy.name, { sorts: false }),
  column('isOn', words.policy.isOn, (policy) => <PolicySwitch policy={policy} />),
  numberColumn('order', words.policy.order, ({ priority }) => priority),
  textColumn('who', words.policy.forWhom, (policy) =>
    policy['guesthouse.groupId'] === null ? words.policy.who.all : words.policy.aGroup,
  ),
  textColumn('rules', words.policy.rules, (policy) => speech.list(rulesIn(words, policy)), {
    share: 2,
  }),
  textColumn(
    'ending',
    words.policy.ending,
    (policy) => words.policy.actions[policy['guesthouse.action']],
    {
      share: 2,
    },
  ),
  timeColumn('lastRun', words.policy.lastRun, (policy) => policy['guesthouse.lastRunDateTime'], {
    time: true,
  }),
]

const NewPolicy = () => {
  const words = useWords().policy
  const { organizationId } = useAdmin()
  const { allowed } = useMay('organization.write')
  return allowed ? (
    <LinkButton to={`/${organizationId}/policies/new`} appearance="primary" icon={<AddRegular />}>
      {words.new}
    </LinkButton>
  ) : null
}

const Policies = () => {
  const words = useWords()
  const speech = useSpeech()
  const { graph } = useAdmin()
  const list = usePaged(['lifecyclePolicies'], graph.lifecycle.list)
  return (
    <PagedTable
      label={words.policy.title}
      list={list}
      columns={columnsOf(words, speech)}
      keyOf={({ id }) => id}
      empty={<EmptyState title={words.policy.empty} hint={words.policy.emptyHint} />}
    />
  )
}

export const PoliciesPage = () => {
  const words = useWords().policy
  return (
    <AdminPage title={words.title} intro={words.intro} actions={<NewPolicy />}>
      <ForThoseWhoMay action="policies.read">
        <Policies />
      </ForThoseWhoMay>
    </AdminPage>
  )
}
