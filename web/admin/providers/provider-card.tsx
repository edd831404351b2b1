/** One provider: what it is, and what can be done with it. */
import { Badge } from '@fluentui/react-components'
import {
  BeakerRegular,
  DeleteRegular,
  EditRegular,
  PlugConnectedRegular,
  PlugDisconnectedRegular,
} from '@fluentui/react-icons'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { IdentityProvider } from '../../../src/client/graph.ts'
import { Card } from '../../ui/card.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { When } from '../../ui/when.tsx'
import { useSpeech } from '../../ui/words.tsx'
import { useAdmin } from '../admin-context.tsx'
import { Bar } from '../kit/bar.tsx'
import { Facts } from '../kit/facts.tsx'
import { MayButton } from '../kit/may.tsx'
import { Question, type Asked } from '../kit/question.tsx'
import { useChange } from '../kit/use-change.ts'
import { IdentityProviderDialog } from './identity-provider-dialog.tsx'
import { ProviderFindings } from './provider-report.tsx'
import { useWords } from '../words.tsx'

type OneProps = { readonly provider: IdentityProvider }
type Task = 'edit' | 'disable' | 'remove'

const useQuestions = ({
  id,
  displayName: name,
}: IdentityProvider): Record<Exclude<Task, 'edit'>, Asked> => {
  const words = useWords()
  const text = words.provider
  const { providers } = useAdmin().graph
  return {
    disable: {
      title: text.disableTitle(name),
      text: text.disableText,
      label: text.disable,
      said: text.isDisabled(name),
      run: () => providers.update(id, { isEnabled: false }),
    },
    remove: {
      title: text.removeTitle(name),
      text: text.removeText,
      label: words.remove,
      said: text.isRemoved(name),
      run: () => providers.remove(id),
    },
  }
}

type TaskProps = OneProps & { readonly task: Task; readonly onClose: () => void }

const TaskDialog = ({ provider, task, onClose }: TaskProps) => {
  const questions = useQuestions(provider)
  if (task === 'edit') return <IdentityProviderDialog provider={provider} onClose={onClose} />
  return <Question asked={questions[task]} onClose={onClose} />
}

/** Enabling is done at once; disabling asks first. */
const EnablingButton = ({
  provider: { displayName: name, isEnabled },
  onEnable,
  onDisable,
}: OneProps & { readonly onEnable: () => void; readonly onDisable: () => void }) => {
  const text = useWords().provider
  return (
    <MayButton
      action="organization.write"
      icon={isEnabled ? <PlugDisconnectedRegular /> : <PlugConnectedRegular />}
      aria-label={(isEnabled ? text.disableNamed : text.enableNamed)(name)}
      onClick={isEnabled ? onDisable : onEnable}
    >
      {isEnabled ? text.disable : text.enable}
    </MayButton>
  )
}

const useEnabling = ({ id, displayName: name }: IdentityProvider) => {
  const text = useWords().provider
  const { providers } = useAdmin().graph
  return useChange<void, unknown>(() => providers.update(id, { isEnabled: true }), {
    said: text.isEnabled(name),
  })
}

const Actions = ({ provider }: OneProps) => {
  const words = useWords()
  const text = words.provider
  const { graph } = useAdmin()
  const [task, setTask] = useState<Task>()
  const { id, displayName: name } = provider
  const enable = useEnabling(provider)
  const test = useMutation({ mutationFn: () => graph.providers.test(id) })
  return (
    <>
      <Bar label={words.actions}>
        <MayButton
          action="organization.write"
          icon={<EditRegular />}
          aria-label={text.edit(name)}
          onClick={() => setTask('edit')}
        >
          {words.edit}
        </MayButton>
        <MayButton
          action="organization.write"
          icon={<BeakerRegular />}
          aria-label={text.testNamed(name)}
          onClick={() => test.isPending || test.mutate()}
        >
          {text.test}
        </MayButton>
        <EnablingButton
          provider={provider}
          onEnable={() => enable.mutate()}
          onDisable={() => setTask('disable')}
        />
        <MayButton
          action="organization.write"
          icon={<DeleteRegular />}
          aria-label={text.removeNamed(name)}
          onClick={() => setTask('remove')}
        >
          {words.remove}
        </MayButton>
      </Bar>
      <ProblemBar error={enable.error ?? test.error} />
      <ProviderFindings report={test.data} />
      {task !== undefined && (
        <TaskDialog provider={provider} task={task} onClose={() => setTask(undefined)} />
      )}
    </>
  )
}

export const ProviderCard = ({ provider }: OneProps) => {
  const speech = useSpeech()
  const words = useWords()
  const text = words.provider
  return (
    <Card
      title={provider.displayName}
      actions={provider.isEnabled ? undefined : <Badge color="warning">{text.disabled}</Badge>}
    >
      <Facts
        facts={[
          { name: text.issuer, value: provider.issuer },
          {
            name: text.signsIn,
            value: provider.domains === null ? text.forGuests : speech.list(provider.domains),
          },
          { name: text.clientId, value: provider.clientId },
          { name: text.hasSecret, value: provider.hasClientSecret ? text.secretKept : words.none },
          { name: text.since, value: <When at={provider.createdDateTime} /> },
        ]}
      />
      <Actions provider={provider} />
    </Card>
  )
}
