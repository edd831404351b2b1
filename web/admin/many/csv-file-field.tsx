/** The field for a CSV file that says whom something is for. */
import { Field } from '@fluentui/react-components'

type Props = {
  readonly label: string
  readonly hint: string
  readonly file: {
    readonly choose: (file: File | undefined) => Promise<void>
    /** What is wrong with the file that was chosen. */
    readonly wrong: string | undefined
  }
  readonly disabled: boolean
  readonly onFailure: (error: unknown) => void
}

export const CsvFileField = ({ label, hint, file, disabled, onFailure }: Props) => (
  <Field
    label={label}
    hint={hint}
    {...(file.wrong === undefined ? {} : { validationMessage: file.wrong })}
  >
    <input
      aria-label={label}
      type="file"
      accept=".csv,text/csv"
      disabled={disabled}
      onChange={({ target }) => void file.choose(target.files?.[0]).catch(onFailure)}
    />
  </Field>
)
