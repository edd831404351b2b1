/**
 * All of a list, or those without an owner. In the address, so that the overview can lead to it.
 */
import { Field, Select } from '@fluentui/react-components'
import { useSearchParams } from 'react-router'
import { useWords } from '../words.tsx'

/**
 * The filter of the list while those without an owner are asked for, and the field that asks for
 * them.
 */
export const useOwnerFilter = (): {
  readonly filter: string
  readonly field: React.JSX.Element
} => {
  const words = useWords()
  const [address, setAddress] = useSearchParams()
  const none = address.get('owner') === 'none'
  return {
    filter: none ? 'owners/$count eq 0' : '',
    field: (
      <Field label={words.owner}>
        <Select
          value={none ? 'none' : ''}
          onChange={(_, { value }) =>
            setAddress(value === '' ? {} : { owner: value }, { replace: true })
          }
        >
          <option value="">{words.ownerAny}</option>
          <option value="none">{words.ownerNone}</option>
        </Select>
      </Field>
    ),
  }
}
