/** What every field of a form has, whatever it looks like. */
import type { FieldProps } from '@fluentui/react-components'
import {
  useController,
  type Control,
  type FieldPathByValue,
  type FieldValues,
} from 'react-hook-form'

/** Where a field stands, of a form whose field of that name holds a `T`. */
export type Bound<V extends FieldValues, T> = {
  readonly control: Control<V>
  readonly name: FieldPathByValue<V, T>
  readonly label: string
  readonly hint?: string | undefined
  readonly required?: boolean | undefined
  readonly disabled?: boolean | undefined
}

/**
 * The value of a field, and what is to be handed to the label around it and to the control in it.
 * `judge` says in words what is wrong with a value.
 */
export const useBound = <V extends FieldValues, T>(
  { control, name, label, hint, required = false }: Bound<V, T>,
  judge: (value: T) => string | undefined | Promise<string | undefined> = () => undefined,
) => {
  if (name.includes('.'))
    throw new Error(`A field is called ${name}: it would be one within another.`)
  const {
    field: { ref, value, onChange, onBlur },
    fieldState: { error },
  } = useController({
    control,
    name,
    rules: { validate: async (given: unknown) => (await judge(given as T)) ?? true },
  })
  const about: FieldProps = {
    ...(hint === undefined ? {} : { hint }),
    ...(error?.message === undefined ? {} : { validationMessage: error.message }),
  }
  return {
    /** For a control that carries its label itself. */
    about,
    around: { label, required, ...about },
    inside: { ref, onBlur },
    value: value as T,
    wrong: error?.message,
    set: (given: T) => onChange(given),
  }
}
