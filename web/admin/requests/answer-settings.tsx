/** By when requests to be removed are answered, and what becomes of those that nobody answers. */
import { useQuery } from '@tanstack/react-query'
import type { ExternalIdentitiesPolicy } from '../../../src/client/graph.ts'
import { answerNotice } from '../../../src/client/kept-days.ts'
import { externalIdentitiesPolicy } from '../../../src/wire/graph/organization.ts'
import { Card } from '../../ui/card.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { useAdmin, useMay } from '../admin-context.tsx'
import { SwitchField } from '../form/choice-fields.tsx'
import { NumberField } from '../form/number-field.tsx'
import { PageForm } from '../form/page-form.tsx'
import { TextField } from '../form/text-field.tsx'
import { useSentForm } from '../form/use-sent-form.ts'
import { useWords } from '../words.tsx'

const of = externalIdentitiesPolicy.properties
const days = of['guesthouse.answerDays']

const targets = {
  'guesthouse.answerDays': 'days',
  'guesthouse.removesUnanswered': 'removes',
  'guesthouse.unansweredReason': 'reason',
} as const

const Settings = ({ policy }: { readonly policy: ExternalIdentitiesPolicy }) => {
  const words = useWords().asking
  const { graph } = useAdmin()
  const { allowed } = useMay('organization.write')
  const form = useSentForm({
    values: {
      days: policy['guesthouse.answerDays'],
      removes: policy['guesthouse.removesUnanswered'],
      reason: policy['guesthouse.unansweredReason'] ?? '',
    },
    send: (given) =>
      graph.organization.updatePolicy({
        'guesthouse.answerDays': given.days,
        'guesthouse.removesUnanswered': given.removes,
        'guesthouse.unansweredReason': given.reason.trim() === '' ? null : given.reason.trim(),
      }),
    said: words.saved,
    targets,
  })
  const common = { control: form.control, disabled: !allowed }
  const isKept = !form.watch('removes')
  return (
    <PageForm form={form} action="organization.write">
      <NumberField
        {...common}
        name="days"
        of={days}
        label={words.days}
        hint={words.daysHint(answerNotice.leastDays)}
      />
      <SwitchField {...common} name="removes" label={words.removes} hint={words.removesHint} />
      {isKept && (
        <TextField
          {...common}
          name="reason"
          of={of['guesthouse.unansweredReason']}
          required
          lines={3}
          label={words.keptReason}
          hint={words.keptReasonHint}
        />
      )}
    </PageForm>
  )
}

export const AnswerSettings = () => {
  const words = useWords().asking
  const { graph, organizationId } = useAdmin()
  const { data, error } = useQuery({
    queryKey: [organizationId, 'policy'],
    queryFn: () => graph.organization.policy(),
  })
  return (
    <Card title={words.settings}>
      <ProblemBar error={error} />
      {data === undefined ? error === null && <Loading /> : <Settings policy={data} />}
    </Card>
  )
}
