/** The filter of the audit log, and its export. */
import { Button, Field, Select, Spinner, makeStyles } from '@fluentui/react-components'
import { ArrowDownloadRegular, FilterDismissRegular } from '@fluentui/react-icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNotify } from '../../ui/notify.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useSpeech } from '../../ui/words.tsx'
import { useAdmin } from '../admin-context.tsx'
import type { AuditFilter } from './audit-filter.ts'
import { PickedById } from '../form/picked-by-id.tsx'
import { DayField } from '../form/day-field.tsx'
import { activityIn } from './audit-words.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))',
    gap: '12px',
    alignItems: 'start',
    minInlineSize: '0',
    margin: '0',
    padding: '0',
    border: '0',
    // The longest action would push its field over the next one.
    '& > *': { minInlineSize: '0' },
  },
})

/** The export carries the same filter as the list. */
export const ExportButton = ({ filter }: { readonly filter: string }) => {
  const words = useWords()
  const { graph } = useAdmin()
  const notify = useNotify()
  const exporting = useMutation({
    mutationFn: () => graph.audit.exportCsv(filter),
    onSuccess: (file) => {
      saveFile(file, words.log.fileName(new Date().toISOString().slice(0, 10)))
      notify(words.log.exported)
    },
  })
  return (
    <>
      <Button
        icon={exporting.isPending ? <Spinner size="tiny" /> : <ArrowDownloadRegular />}
        disabledFocusable={exporting.isPending}
        onClick={() => exporting.mutate()}
      >
        {exporting.isPending ? words.log.exporting : words.log.exportCsv}
      </Button>
      <ProblemBar error={exporting.error} />
    </>
  )
}

/** Everything that the log can tell of. */
const useActivities = () => {
  const { graph, organizationId } = useAdmin()
  return useQuery({
    queryKey: [organizationId, 'activities'],
    queryFn: () => graph.audit.activities(),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

type Props = {
  readonly filter: AuditFilter
  readonly onChange: (filter: AuditFilter) => void
}

const ActionSelect = ({ filter, onChange }: Props) => {
  const words = useWords()
  const { data } = useActivities()
  const actions = useSpeech().inOrder(
    (data?.value ?? []).map(({ displayName }) => ({
      displayName,
      called: activityIn(words, displayName),
    })),
    ({ called }) => called,
  )
  return (
    <Field label={words.log.action}>
      <Select
        value={filter.action}
        onChange={(_, { value }) => onChange({ ...filter, action: value })}
      >
        <option value="">{words.log.anyAction}</option>
        {actions.map(({ displayName, called }) => (
          <option key={displayName} value={displayName}>
            {called}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** Who did it, and to whom. */
const WhoFields = ({ filter, onChange }: Props) => {
  const words = useWords()
  return (
    <>
      <PickedById
        label={words.log.actor}
        kinds={['user']}
        id={filter.actorId}
        onPick={(actorId) => onChange({ ...filter, actorId })}
      />
      <PickedById
        label={words.log.target}
        kinds={['user', 'group', 'application']}
        id={filter.targetId}
        onPick={(targetId) => onChange({ ...filter, targetId })}
      />
    </>
  )
}

type AuditToolsProps = Props & {
  /** Whether the filter leaves entries out. */
  readonly narrowed: boolean
  readonly onClear: () => void
}

/** Give it a new key to clear what was typed into the pickers. */
export const AuditTools = ({ filter, narrowed, onChange, onClear }: AuditToolsProps) => {
  const words = useWords()
  const styles = useStyles()
  const { error } = useActivities()
  return (
    <>
      <fieldset aria-label={words.log.auditTools} className={styles.fields}>
        <DayField
          label={words.log.from}
          value={filter.from}
          onChange={(from) => onChange({ ...filter, from })}
        />
        <DayField
          label={words.log.to}
          value={filter.to}
          onChange={(to) => onChange({ ...filter, to })}
        />
        <ActionSelect filter={filter} onChange={onChange} />
        <WhoFields filter={filter} onChange={onChange} />
      </fieldset>
      {narrowed && (
        <div>
          <Button appearance="subtle" icon={<FilterDismissRegular />} onClick={onClear}>
            {words.log.clear}
          </Button>
        </div>
      )}
      <ProblemBar error={error} />
    </>
  )
}
