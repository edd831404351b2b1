/** A labelled line of text in a form. */
import { Field, Input, Textarea, type FieldProps } from '@fluentui/react-components'

type Props = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string
  /** What is wrong with the value. */
  readonly wrong?: string | undefined
  readonly required?: boolean
  readonly disabled?: boolean
  /**
   * An address is a text: Chromium writes domains in a field of type email anew, in other letters
   * than the person did.
   */
  readonly type?: 'text' | 'address' | 'tel' | 'url' | 'date'
  readonly maxLength?: number
  readonly lines?: number
}

export const TextField = ({
  label,
  value,
  onChange,
  hint,
  wrong,
  required = false,
  lines = 1,
  maxLength = 256,
  ...input
}: Props) => {
  const field: FieldProps = {
    label,
    required,
    ...(hint === undefined ? {} : { hint }),
    ...(wrong === undefined ? {} : { validationMessage: wrong }),
  }
  return (
    <Field {...field}>
      {lines > 1 ? (
        <Textarea
          value={value}
          rows={lines}
          maxLength={maxLength}
          disabled={input.disabled ?? false}
          onChange={(_, data) => onChange(data.value)}
        />
      ) : (
        <Input
          {...input}
          type={input.type === 'address' ? 'text' : (input.type ?? 'text')}
          {...(input.type === 'address' ? { inputMode: 'email' as const } : {})}
          value={value}
          maxLength={maxLength}
          autoComplete="off"
          onChange={(_, data) => onChange(data.value)}
        />
      )}
    </Field>
  )
}
