/** Choices in a form: one of several, some of several, yes or no. */
import { Checkbox, Field, makeStyles, Select, Switch } from '@fluentui/react-components'
import type { FieldValues } from 'react-hook-form'
import { Choice } from '../../ui/choice.tsx'
import { useBound, type Bound } from './bound.ts'
import { useWords } from '../words.tsx'

type Option = {
  readonly value: string
  readonly label: string
  readonly disabled?: boolean
  /** Where the label is in another language than the page. */
  readonly lang?: string
}
type Options = { readonly options: readonly Option[] }

/** One of several, in a list; with `required` the empty one will not do. */
export const SelectField = <V extends FieldValues>({
  options,
  ...bound
}: Bound<V, string> & Options) => {
  const words = useWords().form
  const { around, inside, value, set } = useBound<V, string>(bound, (chosen) =>
    bound.required === true && chosen === '' ? words.choose : undefined,
  )
  return (
    <Field {...around}>
      <Select
        {...inside}
        value={value}
        disabled={bound.disabled ?? false}
        onChange={(_, data) => set(data.value)}
      >
        {options.map((one) => (
          <option key={one.value} value={one.value} lang={one.lang}>
            {one.label}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** One of a few, all in sight. */
export const ChoiceField = <V extends FieldValues>({
  options,
  ...bound
}: Bound<V, string> & { readonly options: Readonly<Record<string, string>> }) => {
  const { value, set } = useBound<V, string>(bound)
  return (
    <Choice
      label={bound.label}
      {...(bound.hint === undefined ? {} : { hint: bound.hint })}
      value={value}
      options={options}
      disabled={bound.disabled ?? false}
      onChange={set}
    />
  )
}

/** On or off. */
export const SwitchField = <V extends FieldValues>(bound: Bound<V, boolean>) => {
  const { about, inside, value, set } = useBound<V, boolean>(bound)
  return (
    <Field {...about}>
      <Switch
        {...inside}
        label={bound.label}
        checked={value}
        disabled={bound.disabled ?? false}
        onChange={(_, { checked }) => set(checked)}
      />
    </Field>
  )
}

/** Yes or no; with `required` only yes will do. */
export const CheckField = <V extends FieldValues>(bound: Bound<V, boolean>) => {
  const words = useWords().form
  const { about, inside, value, set } = useBound<V, boolean>(bound, (checked) =>
    bound.required === true && !checked ? words.tick : undefined,
  )
  return (
    <Field {...about}>
      <Checkbox
        {...inside}
        label={bound.label}
        required={bound.required ?? false}
        checked={value}
        disabled={bound.disabled ?? false}
        onChange={(_, { checked }) => set(checked === true)}
      />
    </Field>
  )
}

const useStyles = makeStyles({
  choices: {
    display: 'flex',
    flexDirection: 'column',
    margin: '0',
    padding: '0',
    border: '0',
    minInlineSize: '0',
  },
  legend: { padding: '0' },
})

type Checks<V extends FieldValues> = Bound<V, readonly string[]> &
  Options & {
    /** What is chosen whatever anybody likes. */
    readonly always?: string
  }

/** Some of several; with `required` one at least. */
export const ChecksField = <V extends FieldValues>({ options, always, ...bound }: Checks<V>) => {
  const words = useWords().form
  const styles = useStyles()
  const { about, inside, value, wrong, set } = useBound<V, readonly string[]>(bound, (chosen) =>
    bound.required === true && chosen.length === 0 ? words.tickOne : undefined,
  )
  const toggle = (one: string, on: boolean) =>
    set(
      options
        .map((option) => option.value)
        .filter((other) => (other === one ? on : value.includes(other))),
    )
  return (
    // Not a Field around them: it would give its name to the first choice.
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{bound.label}</legend>
      {always !== undefined && <Checkbox checked disabled label={always} />}
      {options.map((option, place) => (
        <Checkbox
          key={option.value}
          label={option.label}
          checked={value.includes(option.value)}
          disabled={option.disabled ?? bound.disabled ?? false}
          {...(place === 0 ? inside : {})}
          {...(wrong === undefined ? {} : { 'aria-invalid': true })}
          onChange={(_, { checked }) => toggle(option.value, checked === true)}
        />
      ))}
      <Field {...about} />
    </fieldset>
  )
}
