/** What an object is for, in a few lines. */
import type { FieldValues } from 'react-hook-form'
import { useWords } from '../words.tsx'
import { TextField, type TextFieldProps } from './text-field.tsx'

type Props<V extends FieldValues> = Pick<TextFieldProps<V>, 'control' | 'name' | 'of'>

export const DescriptionField = <V extends FieldValues>(props: Props<V>) => (
  <TextField {...props} label={useWords().description} lines={3} />
)
