/** A setting of the organization that is on or off, and is changed at once by who may. */
import { Field, Switch } from '@fluentui/react-components'
import { ProblemBar } from '../../ui/problem.tsx'
import { useMay } from '../admin-context.tsx'
import { useChange } from './use-change.ts'

type SettingSwitchProps = {
  readonly label: string
  readonly hint: string
  readonly isOn: boolean
  readonly change: (on: boolean) => Promise<unknown>
  readonly said: (on: boolean) => string
}

export const SettingSwitch = ({ label, hint, isOn, change, said }: SettingSwitchProps) => {
  const { allowed, reason } = useMay('organization.write')
  const changing = useChange(change, { said: (_, on) => said(on) })
  return (
    <>
      <Field hint={allowed ? hint : reason}>
        <Switch
          label={label}
          checked={isOn}
          disabled={!allowed}
          // A field that is disabled while it is saved would lose the focus.
          onChange={(_, { checked }) => {
            if (!changing.isPending) changing.mutate(checked)
          }}
        />
      </Field>
      <ProblemBar error={changing.error} />
    </>
  )
}
