/** Whether guests say by themselves that they still need their account (R136). */
import { Field, Switch } from '@fluentui/react-components'
import { ProblemBar } from '../../ui/problem.tsx'
import { useAdmin, useMay } from '../admin-context.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords } from '../words.tsx'

export const AttestSetting = ({ allows }: { readonly allows: boolean }) => {
  const words = useWords().property
  const { graph } = useAdmin()
  const { allowed, reason } = useMay('organization.write')
  const change = useChange(
    (on: boolean) => graph.organization.updatePolicy({ 'guesthouse.guestsAttest': on }),
    { said: (_, on) => (on ? words.attestAllowed : words.attestRefused) },
  )
  return (
    <>
      <Field hint={allowed ? words.attestHint : reason}>
        <Switch
          label={words.attestSwitch}
          checked={allows}
          disabled={!allowed}
          onChange={(_, { checked }) => {
            if (!change.isPending) change.mutate(checked)
          }}
        />
      </Field>
      <ProblemBar error={change.error} />
    </>
  )
}
