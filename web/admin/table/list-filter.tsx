/** One of the filters of a list, and taking all of them away. */
import { Button, Field, Select } from '@fluentui/react-components'
import { FilterDismissRegular } from '@fluentui/react-icons'
import type { Asked } from './use-asked.ts'
import { useWords } from '../words.tsx'

type Props = {
  readonly asked: Asked
  /** What it is called in the address. */
  readonly name: string
  readonly label: string
  /** What stands for no filter. */
  readonly any: string
  readonly options: Readonly<Record<string, string>>
}

export const ListFilter = ({ asked, name, label, any, options }: Props) => {
  const value = asked.value(name)
  return (
    <Field label={label}>
      <Select
        value={Object.hasOwn(options, value) ? value : ''}
        onChange={(_, { value: chosen }) => asked.ask({ [name]: chosen })}
      >
        <option value="">{any}</option>
        {Object.entries(options).map(([one, called]) => (
          <option key={one} value={one}>
            {called}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** Shows all again; nothing where all is shown. */
export const ClearFilters = ({ asked }: { readonly asked: Asked }) => {
  const words = useWords()
  return asked.narrowed ? (
    <Button appearance="subtle" icon={<FilterDismissRegular />} onClick={asked.clear}>
      {words.log.clear}
    </Button>
  ) : null
}
