/** A whole number in a form. */
import { Field, SpinButton } from '@fluentui/react-components'
import type { FieldValues } from 'react-hook-form'
import type { Simple } from '../../../src/wire/graph/definition/definition.ts'
import { useBound, type Bound } from './bound.ts'
import { useWords } from '../words.tsx'

type Props<V extends FieldValues> = Bound<V, number> & {
  /** What it is the number of. */
  readonly of: Pick<Simple, 'least' | 'most'>
}

/** It says which numbers it takes before one is refused. */
export const NumberField = <V extends FieldValues>({ of, ...bound }: Props<V>) => {
  const words = useWords().form
  const { least = 0, most = Number.MAX_SAFE_INTEGER } = of
  const range = words.between(least, most)
  const { around, inside, value, wrong, set } = useBound<V, number>(bound, (given) =>
    Number.isInteger(given) && given >= least && given <= most ? undefined : range,
  )
  const hint = bound.hint === undefined ? range : `${range} ${bound.hint}`
  return (
    <Field {...around} {...(wrong === undefined ? { hint } : {})}>
      <SpinButton
        {...inside}
        value={Number.isNaN(value) ? null : value}
        min={least}
        max={most}
        incrementButton={{ 'aria-label': words.increase }}
        decrementButton={{ 'aria-label': words.decrease }}
        disabled={bound.disabled ?? false}
        onChange={(_, data) => set(data.value ?? Number.parseInt(data.displayValue ?? '', 10))}
      />
    </Field>
  )
}
