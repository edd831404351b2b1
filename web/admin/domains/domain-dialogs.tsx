/** What is asked about a domain: which to add, what its DNS has to hold, whether it is to go. */
import { useQuery } from '@tanstack/react-query'
import type { Domain } from '../../../src/client/graph.ts'
import { domain as definition } from '../../../src/wire/graph/domain.ts'
import { Loading } from '../../ui/loading.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { useAdmin } from '../admin-context.tsx'
import { FormDialog } from '../form/form-dialog.tsx'
import { TextField } from '../form/text-field.tsx'
import { useSentForm } from '../form/use-sent-form.ts'
import { CopyValue } from '../kit/copy-value.tsx'
import { Facts } from '../kit/facts.tsx'
import { Question, type Asked } from '../kit/question.tsx'
import { useWords } from '../words.tsx'

export type Task =
  | { readonly kind: 'new' }
  | { readonly kind: 'verify' | 'makeDefault' | 'remove'; readonly domain: Domain }

type TaskProps = { readonly task: Task; readonly onTask: (next: Task | undefined) => void }

/** Whatever was added is shown next. */
const NewDomainDialog = ({ onTask }: Pick<TaskProps, 'onTask'>) => {
  const text = useWords().domainList
  const { graph } = useAdmin()
  const form = useSentForm<{ readonly id: string }, Domain>({
    values: { id: '' },
    send: ({ id }) => graph.domains.create(id.trim()),
    said: ({ id }) => text.added(id),
    done: (domain) => onTask({ kind: 'verify', domain }),
  })
  return (
    <FormDialog
      form={form}
      title={text.new}
      submitLabel={text.new}
      onClose={() => onTask(undefined)}
    >
      <TextField
        control={form.control}
        name="id"
        of={definition.properties.id}
        label={text.name}
        hint={text.nameHint}
      />
    </FormDialog>
  )
}

type OneProps = { readonly domain: Domain; readonly onClose: () => void }

/** What is to be written into the DNS, and asking whether it is there. */
const VerifyDialog = ({ domain: { id }, onClose }: OneProps) => {
  const text = useWords().domainList
  const { graph, organizationId } = useAdmin()
  const { data, error } = useQuery({
    queryKey: [organizationId, 'domainRecords', id],
    queryFn: () => graph.domains.records(id),
  })
  const facts = (data?.value ?? []).flatMap(({ label, text: value, ttl }) => [
    { name: text.recordType, value: <code>TXT</code> },
    { name: text.recordHost, value: <CopyValue name={text.recordHost} value={label} /> },
    { name: text.recordText, value: <CopyValue name={text.recordText} value={value} /> },
    // As it is typed into the form of a registrar, in no reader's own way.
    { name: text.recordTtl, value: String(ttl) },
  ])
  return (
    <Question
      danger={false}
      ready={data !== undefined}
      asked={{
        title: text.verifyTitle(id),
        text: (
          <>
            <span>{text.verifyText}</span>
            {data === undefined && error === null && <Loading />}
            <ProblemBar error={error} />
            {data !== undefined && <Facts facts={facts} />}
            <span>{text.verifyAfter}</span>
          </>
        ),
        label: text.verify,
        run: () => graph.domains.verify(id),
        said: text.verified(id),
      }}
      onClose={onClose}
    />
  )
}

const useQuestions = ({ id, isVerified }: Domain): Record<'makeDefault' | 'remove', Asked> => {
  const words = useWords()
  const text = words.domainList
  const { domains } = useAdmin().graph
  return {
    makeDefault: {
      title: text.makeDefaultTitle(id),
      text: text.makeDefaultText,
      label: text.makeDefault,
      said: text.isDefault(id),
      run: () => domains.makeDefault(id),
    },
    remove: {
      title: text.removeTitle(id),
      text: isVerified ? text.removeText : text.removeUnverifiedText,
      label: words.remove,
      said: text.removed(id),
      gone: id,
      run: () => domains.remove(id),
    },
  }
}

type AskedProps = OneProps & { readonly kind: 'makeDefault' | 'remove' }

const AskedDialog = ({ domain, kind, onClose }: AskedProps) => (
  <Question asked={useQuestions(domain)[kind]} danger={kind === 'remove'} onClose={onClose} />
)

/** Mount it to open the dialog of `task`. */
export const DomainTask = ({ task, onTask }: TaskProps) => {
  if (task.kind === 'new') return <NewDomainDialog onTask={onTask} />
  const one = { domain: task.domain, onClose: () => onTask(undefined) }
  if (task.kind === 'verify') return <VerifyDialog {...one} />
  return <AskedDialog {...one} kind={task.kind} />
}
